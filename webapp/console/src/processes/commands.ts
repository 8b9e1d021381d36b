import { ApiError, api, path } from '../shared';
import { nameOfStep, type InstanceStatus, type Step, type StepRef, type Variable } from './model';
import { texts } from './texts';

/** Variables as the API takes them: types in lower case, the value as it is. */
export type NewVariable = Pick<Variable, 'name' | 'type' | 'value'> & { scope?: number };

/** Instead of the status of an answer: all answers were good, yet the effect was not. */
const FAILED_AGAIN = -1;

const WITH_OUTCOME = { headers: { Prefer: 'return=representation' } };

function put(verb: string, { sbfl_id, step_key }: StepRef, more: object = {}): Promise<StepOutcome> {
  return api.put(path`v1/steps/${sbfl_id}/${verb}`, { step_key, ...withoutEmpty(more) }, WITH_OUTCOME);
}

/** What became of the step; an item is there for viewers with the role Read. */
export interface StepOutcome {
  item?: { status?: string; current?: string; completed?: boolean };
}

/** An empty comment is none. */
function withoutEmpty(body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== ''));
}

/** Changes of one step. Each fails when the step has moved on since it was read. */
export const stepCommands = {
  reserve: (step: StepRef, reservation: string, force = false) =>
    put('reserve', step, { reservation, force: force || undefined }),
  release: (step: StepRef) => put('release', step),
  complete: (step: StepRef, variables: NewVariable[]) =>
    put('complete', step, { process_vars: variables.length > 0 ? variables : undefined }),
  restart: (step: StepRef, comment: string) => put('restart', step, { comment }),
  force: (step: StepRef, comment: string) => put('force_next_step', step, { comment }),
  rewind: (step: StepRef, target: string, object: string, comment: string) =>
    put('rewind', step, { target, object, comment }),
  reschedule: (step: StepRef, time: string | null, comment: string) =>
    put('reschedule_timer', step, time ? { new_timestamp: time, comment } : { is_immediate: true, comment }),
  delete: ({ sbfl_id, step_key }: StepRef, comment: string) =>
    api.delete<StepOutcome>(path`v1/steps/${sbfl_id}`, withoutEmpty({ step_key, comment })),
};

/** Whether a restart led back to the same error. */
export function hasFailedAgain(step: Step, { item }: StepOutcome): boolean {
  return item?.status === 'error' && item.current === step.current;
}

/**
 * Restarts every failed step of an instance.
 *
 * @throws ApiError that names the steps that failed again
 */
async function restartFailed(id: number, comment: string): Promise<void> {
  const again: Step[] = [];
  for (const step of await api.all<Step>('v1/steps', { prcs_id: id, status: 'error' })) {
    if (hasFailedAgain(step, await stepCommands.restart(step, comment))) {
      again.push(step);
    }
  }
  if (again.length > 0) {
    const words = texts.now();
    throw new ApiError(FAILED_AGAIN, again.map((step) => words.failedAgain(nameOfStep(step))).join(' '));
  }
}

export const INSTANCE_COMMANDS = ['start', 'suspend', 'resume', 'restart', 'terminate', 'reset', 'delete'] as const;
export type InstanceCommand = (typeof INSTANCE_COMMANDS)[number];

/** Carries out a command on an instance. */
export async function runOnInstance(command: InstanceCommand, id: number, comment: string): Promise<void> {
  switch (command) {
    case 'restart':
      return restartFailed(id, comment);
    case 'delete':
      return api.delete(path`v1/processes/${id}`, withoutEmpty({ comment }));
    default:
      return api.put(path`v1/processes/${id}/${command}`, withoutEmpty({ comment }));
  }
}

/** Whether the engine takes a command in a status. */
export function isAllowed(command: InstanceCommand, status: InstanceStatus): boolean {
  switch (command) {
    case 'start':
      return status === 'created';
    case 'suspend':
      return status === 'running' || status === 'error';
    case 'resume':
      return status === 'suspended';
    case 'restart':
      return status === 'error';
    case 'terminate':
      return status !== 'completed' && status !== 'terminated';
    case 'reset':
      return status !== 'created';
    case 'delete':
      return true;
  }
}
