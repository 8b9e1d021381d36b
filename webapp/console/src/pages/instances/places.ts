import { useMemo } from 'preact/hooks';
import { api, path, type ApiError } from '../../shared';
import { findObjects } from '../../processes/diagrams';
import { nameOfDiagram, type DiagramObject, type Step } from '../../processes/model';
import { useLoaded } from '../../processes/useLoaded';
import { useWhole } from '../../processes/useWhole';
import type { BoundCall } from './calls';
import type { InstanceDetail } from './detail';

/** What a row of the API is about: an object, where a subflow came by. */
export interface Row {
  sbfl_id: number | null;
  bpmn_id: string | null;
}

/** The objects of an instance by their state, as BPMN ids. */
export interface Activities {
  current: string[];
  completed: string[];
  error: string[];
}

/** The same in one diagram. */
export interface LocalActivities extends Activities {
  /** Completed here or in another diagram that has an object with the same id. */
  unclear: string[];
}

type OpenStep = Pick<Step, 'sbfl_id' | 'calling_sbfl' | 'current' | 'status'>;
type Objects = ReadonlyMap<string, DiagramObject>;

/**
 * Tells to which of the diagrams of an instance its rows belong, which the rows themselves leave out:
 * open steps by what called them, others by an id that only one of the diagrams has.
 */
export class Places {
  private readonly diagrams = new Map<number, number | undefined>();

  constructor(
    private readonly main: number,
    readonly calls: readonly BoundCall[],
    private readonly steps: readonly OpenStep[],
    private readonly objects: ReadonlyMap<number, Objects>,
  ) {
    const byId = new Map(steps.map((step) => [step.sbfl_id, step]));
    steps.forEach((step) => this.diagrams.set(step.sbfl_id, this.diagramOfStep(step, byId)));
  }

  /** The name of the object of a row; its id where it has none, or where it may be one of several. */
  nameOf(row: Row): string {
    const diagram = this.diagramOf(row);
    const id = row.bpmn_id ?? '';
    const holders = diagram === undefined ? this.holdersOf(id) : [diagram];
    const names = new Set(holders.map((holder) => this.objects.get(holder)?.get(id)?.name));
    return (names.size === 1 && [...names][0]) || id;
  }

  nameIn(diagram: number, bpmnId: string): string {
    return this.objects.get(diagram)?.get(bpmnId)?.name || bpmnId;
  }

  /** The called diagram of a row; undefined for the main one, and where it is not known. */
  calledDiagramOf(row: Row): string | undefined {
    const diagram = this.diagramOf(row);
    const call = diagram === this.main ? undefined : this.calls.find(({ dgrm_id }) => dgrm_id === diagram);
    return call && nameOfDiagram({ name: call.diagram_name, version: call.diagram_version });
  }

  activitiesIn(diagram: number, all: Activities): LocalActivities {
    if (this.calls.length === 0) {
      return { ...all, unclear: [] };
    }
    const here = this.steps.filter(({ sbfl_id }) => this.diagrams.get(sbfl_id) === diagram);
    const at = (isError: boolean) =>
      here.flatMap(({ status, current }) => (current && (status === 'error') === isError ? [current] : []));
    const completed = all.completed.filter((id) => this.holdersOf(id).includes(diagram));
    const isClear = (id: string) => this.holdersOf(id).length === 1;
    const [current, error] = [at(false), at(true)];
    return {
      current,
      error,
      completed: completed.filter(isClear),
      // what is open says so anyway
      unclear: completed.filter((id) => !isClear(id) && ![...current, ...error].includes(id)),
    };
  }

  private diagramOf({ sbfl_id, bpmn_id }: Row): number | undefined {
    if (this.calls.length === 0) {
      return this.main;
    }
    const holders = this.holdersOf(bpmn_id ?? '');
    const own = this.diagrams.get(sbfl_id ?? 0);
    // a subflow may act on an object of its caller, such as the call itself
    if (own !== undefined && (holders.length === 0 || holders.includes(own))) {
      return own;
    }
    return holders.length === 1 ? holders[0] : undefined;
  }

  private holdersOf(bpmnId: string): number[] {
    return [...this.objects].flatMap(([diagram, objects]) => (objects.has(bpmnId) ? [diagram] : []));
  }

  private diagramOfStep(step: OpenStep, byId: ReadonlyMap<number, OpenStep>): number | undefined {
    if (step.calling_sbfl === 0) {
      return this.main;
    }
    const caller = byId.get(step.calling_sbfl);
    const calling = caller && this.diagramOfStep(caller, byId);
    const isCall = ({ calling_dgrm_id, calling_objt }: BoundCall) =>
      calling_dgrm_id === calling && calling_objt === caller?.current;
    return this.calls.find(isCall)?.dgrm_id;
  }
}

export interface LivePlaces {
  places: Places;
  /** Whether all of it is known; without, objects are called by their ids. */
  isKnown: boolean;
  error?: ApiError;
  refresh(): void;
}

/** The diagrams of an instance, each loaded once, and its open steps where these lie in several. */
export function usePlaces({ prcs_id, dgrm_id }: InstanceDetail): LivePlaces {
  const calls = useLoaded(prcs_id, () => api.all<BoundCall>(path`v1/processes/${prcs_id}/called_diagrams`));
  const isCalling = calls.data !== undefined && calls.data.length > 0;
  const ids = [...new Set([dgrm_id, ...(calls.data ?? []).map((call) => call.dgrm_id)])];
  const objects = useLoaded(calls.data && ids.join(), () => findAll(ids));
  const steps = useWhole<Step>(isCalling ? 'v1/steps' : undefined, { prcs_id, status: 'all', order_by: 'sbfl_id' }, 5);
  const open = isCalling ? steps.items : NONE;
  const known = useMemo(
    () => calls.data && objects.data && open && new Places(dgrm_id, calls.data, open, objects.data),
    [calls.data, objects.data, open, dgrm_id],
  );
  const places = known ?? new Places(dgrm_id, [], [], new Map());
  return { places, isKnown: known !== undefined, error: calls.error ?? objects.error ?? steps.error, refresh: steps.refresh };
}

const NONE: readonly OpenStep[] = [];

async function findAll(diagrams: readonly number[]): Promise<ReadonlyMap<number, Objects>> {
  const all = await Promise.all(diagrams.map(findObjects));
  return new Map(all.map((objects, at) => [diagrams[at]!, new Map(objects.map((object) => [object.bpmn_id, object]))]));
}
