import { api } from '../../shared';
import type { Diagram } from '../../processes/model';

/** A call activity and the diagram that it calls, where that is known. */
export interface CalledDiagram {
  bpmnId: string;
  name: string;
  /** The name of the diagram as the model has it. */
  called: string;
  diagram?: Diagram;
}

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** The calls of a diagram, with the versions that new instances bind. */
export function findCalls(xml: string): Promise<CalledDiagram[]> {
  const model = new DOMParser().parseFromString(xml, 'application/xml');
  const activities = [...model.getElementsByTagNameNS(BPMN, 'callActivity')];
  return Promise.all(activities.map(callOf));
}

async function callOf(activity: Element): Promise<CalledDiagram> {
  const called = attribute(activity, 'calledDiagram') ?? '';
  const bpmnId = activity.getAttribute('id') ?? '';
  const isNamed = attribute(activity, 'calledDiagramVersionSelection') === 'namedVersion';
  const version = isNamed ? attribute(activity, 'calledDiagramVersion') : undefined;
  return {
    bpmnId,
    name: activity.getAttribute('name') || bpmnId,
    called,
    diagram: called ? await findDiagram(called, version) : undefined,
  };
}

/** The named version, else the released one, else draft 0. */
async function findDiagram(name: string, version: string | undefined): Promise<Diagram | undefined> {
  const found = await api.all<Diagram>('v1/diagrams', { name, status: 'all' });
  const same = found.filter((diagram) => diagram.name.toLowerCase() === name.toLowerCase());
  return version === undefined
    ? (same.find(({ status }) => status === 'released') ?? same.find(({ status }) => status === 'draft'))
    : same.find((diagram) => diagram.version === version);
}

/** An attribute of the engine's own namespace, whatever its prefix. */
function attribute(element: Element, name: string): string | undefined {
  return [...element.attributes].find(({ localName }) => localName === name)?.value;
}
