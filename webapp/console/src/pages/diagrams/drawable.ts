import type { Problem, Verdict } from './diagram';

/** What can be drawn of a text with errors, and where the errors of the rest are to be marked. */
export interface Drawable {
  xml: string;
  /** Elements by the ids of those left out that led from or to them. */
  anchors: Record<string, string>;
}

/**
 * Leaves out sequence flows that begin or end at nothing, and sets boundary events free that are
 * attached to nothing: bpmn-js draws neither.
 */
export function drawableOf(xml: string, { errors }: Verdict): Drawable {
  // the browser's parser words its errors with style attributes, which break the policy
  if (!errors.some(isOfLooseEnd) || errors.some(({ value }) => value.includes('well-formed'))) {
    return { xml, anchors: {} };
  }
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const all = [...document.getElementsByTagName('*')];
  const ids = new Set(all.map(({ id }) => id));
  const isLoose = (element: Element, reference: string) => !ids.has(element.getAttribute(reference) ?? '');
  const flows = all.filter(
    (element) =>
      element.localName === 'sequenceFlow' && (isLoose(element, 'sourceRef') || isLoose(element, 'targetRef')),
  );
  const events = all.filter((element) => element.localName === 'boundaryEvent' && isLoose(element, 'attachedToRef'));
  if (flows.length + events.length === 0) {
    return { xml, anchors: {} };
  }
  const lost = new Set(flows.map(({ id }) => id));
  all.filter((element) => lost.has(element.getAttribute('bpmnElement') ?? '')).forEach((edge) => edge.remove());
  flows.forEach((flow) => flow.remove());
  events.forEach(setFree);
  return { xml: new XMLSerializer().serializeToString(document), anchors: anchorsOf(flows, ids) };
}

function isOfLooseEnd({ element_type: type }: Problem): boolean {
  return /(sequenceFlow|boundaryEvent)$/.test(type ?? '');
}

function anchorsOf(flows: readonly Element[], ids: ReadonlySet<string>): Record<string, string> {
  const ends = flows.map((flow) => {
    const known = [flow.getAttribute('sourceRef'), flow.getAttribute('targetRef')].find((end) => end && ids.has(end));
    return [flow.id, known ?? flow.id];
  });
  return Object.fromEntries(ends);
}

function setFree(event: Element): void {
  const name = event.prefix ? `${event.prefix}:intermediateCatchEvent` : 'intermediateCatchEvent';
  const free = event.ownerDocument.createElementNS(event.namespaceURI, name);
  [...event.attributes]
    .filter((attribute) => !['attachedToRef', 'cancelActivity'].includes(attribute.name))
    .forEach((attribute) => free.setAttribute(attribute.name, attribute.value));
  free.append(...event.childNodes);
  event.replaceWith(free);
}
