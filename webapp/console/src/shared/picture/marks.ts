/** What a mark says about an element of a picture. */
export type MarkKind = 'current' | 'completed' | 'failed' | 'warning' | 'added' | 'removed' | 'changed';

export interface Mark {
  kind: MarkKind;
  /** Stands at the element; empty for the kind's sign alone. */
  text: string;
}

/** Marks by the `id` of their elements. */
export type Marks = Record<string, Mark>;

/** The sign of a kind, so that no mark is told by its colour alone. */
export const SIGNS: Record<MarkKind, string> = {
  current: '●',
  completed: '✓',
  failed: '✕',
  warning: '▲',
  added: '+',
  removed: '−',
  changed: '≠',
};

export interface PictureElement {
  id: string;
  name?: string;
  /** As BPMN has it: `bpmn:UserTask`. */
  type: string;
}
