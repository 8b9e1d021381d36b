import { StatusBadge, type Tone } from '../../shared';
import type { DiagramStatus } from './diagram';
import { texts } from './texts';

const TONES: Record<DiagramStatus, Tone> = { draft: 'info', released: 'ok', deprecated: 'warning', archived: 'neutral' };

export function Status({ status }: { status: DiagramStatus }) {
  return <StatusBadge tone={TONES[status]}>{texts.use().statuses[status]}</StatusBadge>;
}
