/** What a mark says about an element of a picture. */
export type MarkKind = 'current' | 'completed' | 'failed' | 'warning' | 'added' | 'removed' | 'changed' | Heat;

/** How much of something there is at an element, from little to most. */
export type Heat = 'heat-1' | 'heat-2' | 'heat-3' | 'heat-4';

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
  'heat-1': '▁',
  'heat-2': '▃',
  'heat-3': '▅',
  'heat-4': '▇',
};

export interface PictureElement {
  id: string;
  name?: string;
  /** As BPMN has it: `bpmn:UserTask`. */
  type: string;
}
