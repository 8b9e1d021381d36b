import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type { Element } from 'bpmn-js/lib/model/Types';
import type { Point } from 'diagram-js/lib/util/Types';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './picture.css';
import { enableTouch } from './touch';
import { SIGNS, type Mark, type Marks, type PictureElement } from './marks';

interface Services {
  canvas: Canvas;
  elementRegistry: ElementRegistry;
  eventBus: EventBus;
  overlays: Overlays;
}

/** The types know points only. */
const CENTRE = 'auto' as unknown as Point;
const FOCUSED = 'focused-element';
const MARKS = 'marks';

/** A drawn diagram with marks, on bpmn-js. Loaded when the first picture is wanted. */
export class PictureCanvas {
  private readonly viewer: NavigatedViewer<Services>;
  private readonly sizes: ResizeObserver;
  private marks: Marks = {};
  private selected?: string;

  constructor(
    private readonly container: HTMLElement,
    label: string,
    private readonly onElement?: (element: PictureElement) => void,
  ) {
    this.viewer = new NavigatedViewer<Services>({ container });
    this.sizes = new ResizeObserver(() => this.canvas.resized());
    this.sizes.observe(container);
    container.querySelector('svg')?.setAttribute('role', 'group');
    container.querySelector('svg')?.setAttribute('aria-label', label);
    container.addEventListener('keydown', this.onKey);
    enableTouch(container, (dx, dy) => this.canvas.scroll({ dx, dy }));
    this.viewer.get('eventBus').on('element.click', ({ element }: { element: Element }) => this.choose(element));
  }

  private get canvas(): Canvas {
    return this.viewer.get('canvas');
  }

  /**
   * Draws a diagram, as large as the place allows.
   *
   * @throws Error when the text is no BPMN or holds no picture
   */
  async draw(xml: string): Promise<void> {
    this.marks = {};
    this.selected = undefined;
    await this.viewer.importXML(xml);
    this.fit();
    this.describeElements();
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
    this.viewer.get('overlays').remove({ type: MARKS });
    this.eachMark((id, { kind }) => this.canvas.removeMarker(id, `mark-${kind}`));
    this.marks = marks;
    this.eachMark((id, mark) => {
      this.canvas.addMarker(id, `mark-${mark.kind}`);
      this.viewer.get('overlays').add(id, MARKS, {
        position: { top: -16, left: 0 },
        scale: { min: 0.8, max: 1.4 },
        html: labelOf(mark),
      });
    });
    this.describeElements();
  }

  /** Brings an element into view and frames it. */
  select(id: string | undefined): void {
    if (this.selected) {
      this.canvas.removeMarker(this.selected, FOCUSED);
    }
    this.selected = id && this.elementOf(id) ? id : undefined;
    if (this.selected) {
      this.canvas.addMarker(this.selected, FOCUSED);
      this.canvas.scrollToElement(this.selected, 60);
    }
  }

  destroy(): void {
    this.sizes.disconnect();
    this.container.removeEventListener('keydown', this.onKey);
    this.viewer.destroy();
  }

  private elementOf(id: string): Element | undefined {
    return this.viewer.get('elementRegistry').get(id) as Element | undefined;
  }

  private eachMark(visit: (id: string, mark: Mark) => void): void {
    Object.entries(this.marks)
      .filter(([id]) => this.elementOf(id))
      .forEach(([id, mark]) => visit(id, mark));
  }

  private choose(element: Element | undefined): void {
    // the ground of the picture is an element as well
    if (element?.parent && this.onElement) {
      const { id, name, $type } = element.businessObject;
      this.onElement({ id, name, type: $type });
    }
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const drawn = (event.target as Element & globalThis.Element).closest('.djs-element[role]');
    if (drawn && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      this.choose(this.elementOf(drawn.getAttribute('data-element-id')!));
    }
  };

  /** Makes what can be chosen with the mouse reachable with the keyboard, and names it. */
  private describeElements(): void {
    const registry = this.viewer.get('elementRegistry');
    if (!this.onElement) {
      return;
    }
    registry
      .filter((element) => isChoosable(element as Element))
      .forEach((element) => {
        const { id, name, $type } = (element as Element).businessObject;
        const mark = this.marks[id];
        const drawn = registry.getGraphics(element);
        drawn.setAttribute('tabindex', '0');
        drawn.setAttribute('role', 'button');
        drawn.setAttribute('aria-label', [name || id, $type.replace('bpmn:', ''), mark?.text].filter(Boolean).join(', '));
      });
  }
}

function isChoosable(element: Element): boolean {
  return Boolean(element.parent) && !('waypoints' in element) && element.type !== 'label';
}

function labelOf({ kind, text }: Mark): HTMLElement {
  const label = document.createElement('div');
  label.className = `picture-mark ${kind}`;
  label.title = text;
  label.textContent = [SIGNS[kind], text].filter(Boolean).join(' ');
  return label;
}
