import type { Tone } from '../shared';

/** What the instance search tells of an instance. */
export interface Instance {
  dgrm_id: number;
  prcs_id: number;
  name: string;
  status: InstanceStatus;
  init_ts: string;
  init_by: string | null;
  diagram_name: string;
  diagram_version: string;
  business_ref: string | null;
  priority: number | null;
  start_ts: string | null;
  complete_ts: string | null;
  due_on: string | null;
  last_update: string | null;
}

export const INSTANCE_STATUSES = ['created', 'running', 'suspended', 'completed', 'terminated', 'error'] as const;
export type InstanceStatus = (typeof INSTANCE_STATUSES)[number];

export const INSTANCE_TONES: Record<InstanceStatus, Tone> = {
  created: 'neutral',
  running: 'info',
  suspended: 'warning',
  completed: 'ok',
  terminated: 'neutral',
  error: 'error',
};

/** A process variable as the API reads and writes it; the value is always text. */
export interface Variable {
  scope: number;
  name: string;
  type: string;
  value: string | null;
}

/** What commands on a step need to know of it. */
export interface StepRef {
  sbfl_id: number;
  step_key: string;
}

/** An entry of the work list. */
export interface Step extends StepRef {
  prcs_id: number;
  /** BPMN id; null for the trunk of a split. */
  current: string | null;
  status: string;
  became_current: string;
  reservation: string | null;
  calling_sbfl: number;
  scope: number;
  links: { rel: string; href: string }[];
  process_name: string;
  diagram_name: string;
  business_ref: string | null;
  object_name: string | null;
  type: string | null;
  lane_name: string | null;
  priority: number | null;
  due_on: string | null;
  potential_users: string[];
  potential_groups: string[];
}

export interface TimerEntry {
  sbfl_id: number;
  bpmn_id: string;
  type: string;
  start_on: string | null;
  run: number;
  status: string;
}

/** A timer as it is found across instances. */
export interface FoundTimer extends TimerEntry {
  prcs_id: number;
  process_name: string;
  diagram_name: string;
  step_key: string | null;
  /** BPMN id of the object where its step stands. */
  current: string | null;
  object_name: string | null;
}

export interface Diagram {
  dgrm_id: number;
  name: string;
  version: string;
  status: string;
}

/** An object of a diagram; the numbers are there when asked for with `stats=true`. */
export interface DiagramObject {
  bpmn_id: string;
  name: string | null;
  tag_name: string;
  waiting?: number;
  errors?: number;
  completed?: number;
  avg_seconds?: number | null;
}

/** What people call a step: the name of its object, else its BPMN id, else its number. */
export function nameOfStep(step: Pick<Step, 'object_name' | 'current' | 'sbfl_id'>): string {
  return step.object_name || step.current || `#${step.sbfl_id}`;
}

export function nameOfDiagram({ name, version }: Pick<Diagram, 'name' | 'version'>): string {
  return version === '0' ? name : `${name} (${version})`;
}
