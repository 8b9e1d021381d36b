import { api, call, path, useAddress } from '../../shared';
import type { Diagram, DiagramObject, Instance, Variable } from '../../processes/model';
import { useLoaded, type Loaded } from '../../processes/useLoaded';

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

/** The objects of a diagram by their BPMN ids. */
export function useObjects(diagramId: number): ReadonlyMap<string, DiagramObject> {
  const { data = [] } = useLoaded(diagramId, () => findObjects(diagramId));
  return new Map(data.map((object) => [object.bpmn_id, object]));
}

/** This list has no pages. */
async function findObjects(diagramId: number): Promise<DiagramObject[]> {
  return (await api.list<DiagramObject>(path`v1/diagrams/${diagramId}/objects`)).items;
}

export function useDiagram(diagramId: number): Loaded<Diagram | undefined> {
  return useLoaded(diagramId, () => api.item<Diagram>(path`v1/diagrams/${diagramId}`));
}

/** The BPMN of a diagram. */
export function useXml(diagramId: number): Loaded<string> {
  return useLoaded(diagramId, async () => {
    const headers = { Accept: 'application/xml' };
    return (await call<string>('GET', path`v1/diagrams/${diagramId}/export`, undefined, { headers })).data;
  });
}

/** The object that was chosen in the picture, which narrows steps and events down. */
export function useChosenObject(): [string, (bpmnId: string) => void] {
  return useAddress('object');
}
