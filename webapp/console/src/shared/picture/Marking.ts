import type BaseViewer from 'bpmn-js/lib/BaseViewer';
import type { Element } from 'bpmn-js/lib/model/Types';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import { SIGNS, type Mark, type MarkKind, type Marks } from './marks';

const FRAMED = 'framed';
const LABELS = 'marks';
const URGENT: readonly MarkKind[] = ['failed', 'warning', 'removed', 'changed', 'added', 'heat-4', 'current'];

/** Puts marks at the elements of a drawn diagram; ids that are not drawn are passed over. */
export class Marking {
  private marks: Marks = {};
  private framed?: string;

  constructor(private readonly viewer: BaseViewer) {}

  /** Forgets what was marked, when another diagram is drawn. */
  clear(): void {
    this.marks = {};
    this.framed = undefined;
  }

  get isEmpty(): boolean {
    return Object.keys(this.marks).length === 0;
  }

  /** `id` of the element to look at first, of those that are drawn now; what is done needs no look. */
  get mostUrgent(): string | undefined {
    const canvas = this.viewer.get<Canvas>('canvas');
    const isShown = (element?: Element) => element?.parent && canvas.findRoot(element) === canvas.getRootElement();
    return URGENT.flatMap((kind) => Object.keys(this.marks).filter((id) => this.marks[id]!.kind === kind)).find((id) =>
      isShown(this.elementOf(id)),
    );
  }

  textAt(id: string): string | undefined {
    return this.marks[id]?.text;
  }

  /** Replaces all marks. */
  mark(marks: Marks): void {
    const [canvas, overlays] = [this.viewer.get<Canvas>('canvas'), this.viewer.get<Overlays>('overlays')];
    overlays.remove({ type: LABELS });
    this.each((id, { kind }) => canvas.removeMarker(id, `mark-${kind}`));
    this.marks = marks;
    this.each((id, mark) => {
      canvas.addMarker(id, `mark-${mark.kind}`);
      overlays.add(id, LABELS, {
        position: { top: -16, left: 0 },
        scale: { min: 0.8, max: 1.4 },
        html: labelOf(mark),
      });
    });
  }

  /** Brings an element into view and frames it. */
  frame(id: string | undefined): void {
    const canvas = this.viewer.get<Canvas>('canvas');
    if (this.framed && this.elementOf(this.framed)) {
      canvas.removeMarker(this.framed, FRAMED);
    }
    this.framed = id && this.elementOf(id)?.parent ? id : undefined;
    if (this.framed) {
      canvas.addMarker(this.framed, FRAMED);
      canvas.scrollToElement(this.framed, 60);
    }
  }

  private elementOf(id: string): Element | undefined {
    return this.viewer.get<ElementRegistry>('elementRegistry').get(id) as Element | undefined;
  }

  private each(visit: (id: string, mark: Mark) => void): void {
    Object.entries(this.marks)
      // the ground of the picture takes no marks
      .filter(([id]) => this.elementOf(id)?.parent)
      .forEach(([id, mark]) => visit(id, mark));
  }
}

function labelOf({ kind, text }: Mark): HTMLElement {
  const label = document.createElement('div');
  label.className = `picture-mark ${kind}`;
  label.title = text;
  label.textContent = [SIGNS[kind], text].filter(Boolean).join(' ');
  return label;
}
