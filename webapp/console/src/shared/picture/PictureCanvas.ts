import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { Element } from 'bpmn-js/lib/model/Types';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { Point } from 'diagram-js/lib/util/Types';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './picture.css';
import { Marking } from './Marking';
import type { Marks, PictureElement } from './marks';
import { chosenBy, describeElements } from './reach';
import { enableTouch } from './touch';

/** The types know points only. */
const CENTRE = 'auto' as unknown as Point;

/** A drawn diagram with marks, on bpmn-js. Loaded when the first picture is wanted. */
export class PictureCanvas {
  private readonly viewer: NavigatedViewer;
  private readonly marking: Marking;
  private readonly sizes: ResizeObserver;
  private isDrawn = false;

  constructor(
    private readonly container: HTMLElement,
    label: string,
    private readonly onElement?: (element: PictureElement) => void,
  ) {
    this.viewer = new NavigatedViewer({ container });
    this.marking = new Marking(this.viewer);
    this.sizes = new ResizeObserver(() => this.resize());
    this.sizes.observe(container);
    container.querySelector('svg')?.setAttribute('role', 'group');
    container.querySelector('svg')?.setAttribute('aria-label', label);
    container.addEventListener('keydown', this.onKey);
    enableTouch(container, (dx, dy) => this.canvas.scroll({ dx, dy }));
    this.viewer.get<EventBus>('eventBus').on('element.click', ({ element }: { element: Element }) => this.choose(element));
  }

  private get canvas(): Canvas {
    return this.viewer.get<Canvas>('canvas');
  }

  private get registry(): ElementRegistry {
    return this.viewer.get<ElementRegistry>('elementRegistry');
  }

  /**
   * Draws a diagram, as large as the place allows.
   *
   * @throws Error when the text is no BPMN or holds no picture
   */
  async draw(xml: string): Promise<void> {
    this.marking.clear();
    await this.viewer.importXML(xml);
    this.isDrawn = true;
    this.fit();
    this.describe();
  }

  fit(): void {
    this.canvas.zoom('fit-viewport', CENTRE);
  }

  /** @param factor above 1 to look closer */
  zoom(factor: number): void {
    this.canvas.zoom(Math.min(4, Math.max(0.1, this.canvas.zoom() * factor)));
  }

  /** Replaces the marks by these; elements that are not in the picture are left out. */
  mark(marks: Marks): void {
    this.marking.mark(marks);
    this.describe();
  }

  /** Brings an element into view and frames it. */
  select(id: string | undefined): void {
    this.marking.frame(id);
  }

  destroy(): void {
    this.sizes.disconnect();
    this.container.removeEventListener('keydown', this.onKey);
    this.viewer.destroy();
  }

  private resize(): void {
    this.canvas.resized();
    if (this.isDrawn) {
      this.fit();
    }
  }

  private choose(element: Element | undefined): void {
    // the ground of the picture is an element as well
    if (element?.parent && this.onElement) {
      const { id, name, $type } = element.businessObject;
      this.onElement({ id, name, type: $type });
    }
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const id = chosenBy(event);
    if (id) {
      event.preventDefault();
      this.choose(this.registry.get(id) as Element | undefined);
    }
  };

  private describe(): void {
    if (this.onElement) {
      describeElements(this.registry, (id) => this.marking.textAt(id));
    }
  }
}
