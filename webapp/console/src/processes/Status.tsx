import { StatusBadge, type Tone } from '../shared';
import { INSTANCE_TONES, type InstanceStatus as Status } from './model';
import { texts } from './texts';

/** The status of an instance. */
export function InstanceStatus({ status }: { status: Status }) {
  return <StatusBadge tone={INSTANCE_TONES[status]}>{texts.use().instanceStatuses[status] ?? status}</StatusBadge>;
}

/** The status of a step. */
export function StepStatus({ status }: { status: string }) {
  return <StatusBadge tone={toneOfStep(status)}>{texts.use().stepStatuses[status] ?? status}</StatusBadge>;
}

/** How urgent the status of a step is. */
export function toneOfStep(status: string): Tone {
  switch (status) {
    case 'error':
      return 'error';
    case 'running':
    case 'waiting for approval':
      return 'info';
    case 'suspended':
    case 'restart on resume':
    case 'delete on resume':
      return 'warning';
    default:
      return 'neutral';
  }
}
