import { useAddress, useLive, type Collection } from '../../shared';
import type { Instance, Variable } from '../../processes/model';

/** What the API tells of a single instance. */
export interface InstanceDetail extends Pick<Instance, 'dgrm_id' | 'prcs_id' | 'name' | 'status' | 'init_ts' | 'init_by'> {
  process_vars: Variable[];
}

/** What each part below the picture gets. */
export interface TabProps {
  instance: InstanceDetail;
  /** Called when something was changed here that may change the instance. */
  onChange: () => void;
}

interface Found {
  instance?: Instance;
  refresh(): void;
}

/**
 * What only the search tells of an instance: dates and priority. The search knows no numbers, so that
 * the instance is found by its diagram, its name and the second in which it was made.
 */
export function useFound({ dgrm_id, prcs_id, name, init_ts }: InstanceDetail): Found {
  const live = useLive<Collection<Instance>>(
    'v1/processes',
    {
      dgrm_id,
      name,
      created_from: init_ts,
      created_to: new Date(Date.parse(init_ts) + 1000).toISOString(),
      limit: 500,
    },
    10,
  );
  return { instance: live.data?.items.find((found) => found.prcs_id === prcs_id), refresh: live.refresh };
}

/** The object that was chosen in the picture, which narrows steps and events down. */
export function useChosenObject(): [string, (bpmnId: string) => void] {
  return useAddress('object');
}
