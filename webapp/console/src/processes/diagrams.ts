import { api, call, path } from '../shared';
import type { Diagram, DiagramObject } from './model';
import { useLoaded, type Loaded } from './useLoaded';

/** All diagrams, whatever their status. */
export function useDiagrams(): Diagram[] {
  return useLoaded('diagrams', () => api.all<Diagram>('v1/diagrams', { status: 'all' })).data ?? [];
}

export function useDiagram(diagramId: number): Loaded<Diagram | undefined> {
  return useLoaded(diagramId, () => api.item<Diagram>(path`v1/diagrams/${diagramId}`));
}

/** The objects of a diagram. */
export function findObjects(diagramId: number): Promise<DiagramObject[]> {
  return api.all<DiagramObject>(path`v1/diagrams/${diagramId}/objects`);
}

/** The BPMN of a diagram. */
export function useXml(diagramId: number | undefined): Loaded<string> {
  return useLoaded(diagramId, async () => {
    const headers = { Accept: 'application/xml' };
    return (await call<string>('GET', path`v1/diagrams/${diagramId!}/export`, undefined, { headers })).data;
  });
}
