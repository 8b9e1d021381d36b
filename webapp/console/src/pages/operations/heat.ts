import type { Heat } from '../../shared';
import type { DiagramObject } from '../../processes/model';

/** What the heat of an object may stand for. */
export const MEASURES = ['waiting', 'errors', 'completed', 'avg_seconds'] as const;
export type Measure = (typeof MEASURES)[number];

export function numberOf(object: DiagramObject, measure: Measure): number {
  return object[measure] ?? 0;
}

const HEATS: readonly Heat[] = ['heat-1', 'heat-2', 'heat-3', 'heat-4'];

/** The quarter of the most in which a number above zero lies. */
export function heatOf(number: number, most: number): Heat {
  return HEATS[Math.ceil((number / most) * HEATS.length) - 1]!;
}
