import { useAddress, useLive, useLocation, type Collection } from '../../shared';
import type { Instance, Variable } from '../../processes/model';
import type { Places } from './places';

/** What the API tells of a single instance. */
export interface InstanceDetail extends Pick<Instance, 'dgrm_id' | 'prcs_id' | 'name' | 'status' | 'init_ts' | 'init_by'> {
  process_vars: Variable[];
}

/** What each part below the picture gets. */
export interface TabProps {
  instance: InstanceDetail;
  places: Places;
  /** Called when something was changed here that may change the instance. */
  onChange: () => void;
}

interface Found {
  instance?: Instance;
  refresh(): void;
}

/** What only the search tells of an instance: dates and priority. */
export function useFound({ prcs_id }: InstanceDetail): Found {
  const live = useLive<Collection<Instance>>('v1/processes', { prcs_id }, 10);
  return { instance: live.data?.items[0], refresh: live.refresh };
}

/** The diagram in the picture: the instance's own, or the called one that the address names. */
export function useShownDiagram({ dgrm_id }: InstanceDetail): number {
  return Number(useLocation().query.get('diagram')) || dgrm_id;
}

/** The object that was chosen in the picture, which narrows steps and events down. */
export function useChosenObject(): [string, (bpmnId: string) => void] {
  return useAddress('object');
}
