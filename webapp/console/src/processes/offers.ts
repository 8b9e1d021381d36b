import type { Session } from '../shared';
import type { InstanceStatus, Step } from './model';

/** What can be done with a step, in the order of the buttons. */
export const STEP_COMMANDS = [
  'reserve',
  'release',
  'takeOver',
  'complete',
  'restart',
  'reschedule',
  'force',
  'rewind',
  'deleteStep',
] as const;
export type StepCommand = (typeof STEP_COMMANDS)[number];

/** Those that belong to repair rather than to work. */
const REPAIRS: readonly StepCommand[] = ['force', 'rewind', 'deleteStep'];

const FOR_ADMINS: readonly StepCommand[] = ['takeOver', ...REPAIRS];
const OPEN = ['running', 'waiting for approval', 'waiting for event'];

/**
 * Whether a command makes sense for a step as it is now and for the viewer's roles.
 *
 * @param instance status of the instance; unknown in work lists, which offer no repair
 */
export function isOffered(
  command: StepCommand,
  step: Step,
  { name, roles }: Session,
  instance: InstanceStatus | undefined,
): boolean {
  const isAdmin = roles.includes('Flows for Apex - Admin');
  const isGranted = REPAIRS.includes(command) || roles.includes('Flows for Apex - Write');
  return (
    isGranted &&
    (isAdmin || !FOR_ADMINS.includes(command)) &&
    (REPAIRS.includes(command) ? isRepair(command, step, instance) : isWork(command, step, name, instance))
  );
}

function isRepair(command: StepCommand, { status, current }: Step, instance: InstanceStatus | undefined): boolean {
  return command === 'force'
    ? status === 'error' && instance === 'error'
    : instance === 'suspended' && current !== null && status !== 'delete on resume';
}

function isWork(
  command: StepCommand,
  { status, reservation }: Step,
  viewer: string,
  instance: InstanceStatus | undefined,
): boolean {
  const isOpen = OPEN.includes(status);
  switch (command) {
    case 'reserve':
      return isOpen && !reservation;
    case 'release':
      return isOpen && reservation === viewer;
    case 'takeOver':
      return isOpen && !!reservation && reservation !== viewer;
    case 'complete':
      return isOpen;
    case 'restart':
      return status === 'error' && instance !== 'suspended';
    case 'reschedule':
      return status === 'waiting for timer';
    default:
      return false;
  }
}
