/** A call activity and the version of the diagram that it calls, where that is known. */
export interface CalledDiagram {
  bpmnId: string;
  name: string;
  /** The name of the diagram as the model has it. */
  called: string;
  diagram?: BoundDiagram;
}

export interface BoundDiagram {
  dgrm_id: number;
  name: string;
  version: string;
}

/** What a call activity of an instance was bound to when the instance was made. */
export interface BoundCall {
  calling_dgrm_id: number;
  calling_objt: string;
  dgrm_id: number;
  diagram_name: string;
  diagram_version: string;
}

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** The calls of one of the diagrams of an instance, in the order of its text. */
export function callsIn(xml: string, diagramId: number, bound: readonly BoundCall[]): CalledDiagram[] {
  const model = new DOMParser().parseFromString(xml, 'application/xml');
  const activities = [...model.getElementsByTagNameNS(BPMN, 'callActivity')];
  const here = bound.filter(({ calling_dgrm_id }) => calling_dgrm_id === diagramId);
  return activities.map((activity) => callOf(activity, here));
}

function callOf(activity: Element, bound: readonly BoundCall[]): CalledDiagram {
  const bpmnId = activity.getAttribute('id') ?? '';
  const call = bound.find(({ calling_objt }) => calling_objt === bpmnId);
  return {
    bpmnId,
    name: activity.getAttribute('name') || bpmnId,
    called: attribute(activity, 'calledDiagram') ?? '',
    diagram: call && { dgrm_id: call.dgrm_id, name: call.diagram_name, version: call.diagram_version },
  };
}

/** An attribute of the engine's own namespace, whatever its prefix. */
function attribute(element: Element, name: string): string | undefined {
  return [...element.attributes].find(({ localName }) => localName === name)?.value;
}
