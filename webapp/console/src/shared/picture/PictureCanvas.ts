import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { Element } from 'bpmn-js/lib/model/Types';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type EventBus from 'diagram-js/lib/core/EventBus';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './picture.css';
import { withPicture } from './layout';
import { Marking } from './Marking';
import type { Marks, PictureElement } from './marks';
import { chosenBy, describeElements } from './reach';
import { enableTouch } from './touch';

/** Free room around what is drawn for the marks at its edge and the emblem below; in pixels. */
const MARGIN = { side: 28, top: 28, bottom: 44 };
/** Below this scale names cannot be read. */
const READABLE = 0.4;
const MARGINS = { x: 2 * MARGIN.side, y: MARGIN.top + MARGIN.bottom };

/** A drawn diagram with marks, on bpmn-js. Loaded when the first picture is wanted. */
export class PictureCanvas {
  private readonly viewer: NavigatedViewer;
  private readonly marking: Marking;
  private readonly sizes: ResizeObserver;
  private isDrawn = false;
  /** What was asked for last. */
  private wanted?: string;

  constructor(
    private readonly container: HTMLElement,
    label: string,
    private readonly onElement?: (element: PictureElement) => void,
  ) {
    this.viewer = new NavigatedViewer({ container });
    this.marking = new Marking(this.viewer);
    // a frame later: the height is set in answer to the width
    this.sizes = new ResizeObserver(() => requestAnimationFrame(() => this.resize()));
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
   * Draws a diagram, as large as the place allows, unless another is asked for meanwhile.
   *
   * @returns whether its picture was laid out here, since it has none
   * @throws Error when the text is no BPMN or cannot be laid out
   */
  async draw(xml: string): Promise<boolean> {
    this.marking.clear();
    this.wanted = xml;
    const drawable = await withPicture(xml);
    if (this.wanted !== xml) {
      return false;
    }
    await this.viewer.importXML(drawable.xml);
    this.isDrawn = true;
    this.resize();
    this.describe();
    return drawable.isLaidOut;
  }

  /** Shows all of it, in the middle and never larger than drawn. */
  fit(): void {
    const { inner, outer } = this.canvas.viewbox();
    if (outer.width === 0 || outer.height === 0) {
      return;
    }
    const [across, down] = [outer.width - MARGINS.x, outer.height - MARGINS.y];
    const scale = Math.min(1, Math.max(1, across) / inner.width, Math.max(1, down) / inner.height);
    const [width, height] = [outer.width / scale, outer.height / scale];
    const x = inner.x + (inner.width - width) / 2;
    const y = inner.y + (inner.height - height) / 2 + (MARGIN.bottom - MARGIN.top) / 2 / scale;
    this.canvas.viewbox({ x, y, width, height });
  }

  /** @param factor above 1 to look closer */
  zoom(factor: number): void {
    this.canvas.zoom(Math.min(4, Math.max(0.1, this.canvas.zoom() * factor)));
  }

  /** Replaces the marks by these; elements that are not in the picture are left out. */
  mark(marks: Marks): void {
    const isFirst = this.marking.isEmpty;
    this.marking.mark(marks);
    if (isFirst) {
      this.begin();
    }
    this.describe();
  }

  /** Brings an element into view and frames it. */
  select(id: string | undefined): void {
    this.marking.frame(id);
  }

  destroy(): void {
    this.isDrawn = false;
    this.sizes.disconnect();
    this.container.removeEventListener('keydown', this.onKey);
    this.viewer.destroy();
  }

  private resize(): void {
    // nothing is seen of it while it has no width
    if (this.isDrawn && this.container.clientWidth > 0) {
      this.adaptHeight();
      this.canvas.resized();
      this.begin();
    }
  }

  /** Shows all of it or, where that would be too small to read, what its marks are about. */
  private begin(): void {
    this.fit();
    const first = this.marking.mostUrgent;
    if (first && this.canvas.zoom() < READABLE) {
      this.canvas.zoom(READABLE);
      this.canvas.scrollToElement(first, MARGIN.bottom);
    }
  }

  /** Asks for as much height as the picture needs at this width; the style sheet keeps the bounds. */
  private adaptHeight(): void {
    const { inner } = this.canvas.viewbox();
    const fitting = Math.min(1, (this.container.clientWidth - MARGINS.x) / inner.width);
    const scale = Math.max(READABLE, fitting);
    this.container.style.setProperty('--drawn', `${Math.ceil(inner.height * scale + MARGINS.y)}px`);
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
