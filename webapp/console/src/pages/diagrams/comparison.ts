export type DifferenceKind = 'added' | 'removed' | 'changed' | 'moved';

export interface Change {
  /** Where in the element: `name`, `conditionExpression`, `apex:executePlsql/apex:plsqlCode`. */
  what: string;
  before?: string;
  after?: string;
}

export interface Difference {
  id: string;
  kind: DifferenceKind;
  /** Name of the element as it is now, or was last. */
  name: string;
  /** `userTask`, as the text has it. */
  type: string;
  /** What changed; empty unless the kind is `changed`. */
  changes: Change[];
}

interface Model {
  /** The elements that are drawn, and the processes, by their ids. */
  elements: Map<string, Element>;
  /** Where elements are drawn, as text. */
  places: Map<string, string>;
}

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const APEX = 'https://flowsforapex.org';
const DI = 'http://www.omg.org/spec/BPMN/20100524/DI';

/** What other elements say again, or what only editors read. */
const REPEATED = new Set(['incoming', 'outgoing', 'flowNodeRef']);

/**
 * The differences of two BPMN texts, element by element: each by its id, with its attributes and
 * all that lies within it and is not drawn by itself. Order, prefixes and white space around texts
 * do not count. A text that is no XML is read as empty.
 */
export function compare(before: string, after: string): Difference[] {
  const [old, now] = [read(before), read(after)];
  const ids = [...now.elements.keys(), ...[...old.elements.keys()].filter((id) => !now.elements.has(id))];
  return ids.flatMap((id) => differenceOf(id, old, now) ?? []);
}

function read(xml: string): Model {
  const all = [...new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagName('*')];
  const drawn = all.filter((element) => element.namespaceURI === DI && element.hasAttribute('bpmnElement'));
  const places = new Map(drawn.map((element) => [element.getAttribute('bpmnElement')!.replace(/^.*:/, ''), placeOf(element)]));
  const elements = all.filter(
    ({ id, namespaceURI, localName }) => namespaceURI === BPMN && id && (places.has(id) || localName === 'process'),
  );
  return { elements: new Map(elements.map((element) => [element.id, element])), places };
}

function placeOf(drawn: Element): string {
  return [...drawn.children]
    .filter(({ localName }) => localName === 'Bounds' || localName === 'waypoint')
    .map((each) => ['x', 'y', 'width', 'height'].map((name) => Math.round(Number(each.getAttribute(name)))).join(' '))
    .join(', ');
}

function differenceOf(id: string, old: Model, now: Model): Difference | undefined {
  const [before, after] = [old.elements.get(id), now.elements.get(id)];
  const element = (after ?? before)!;
  const difference = (kind: DifferenceKind, changes: Change[] = []): Difference => ({
    id,
    kind,
    name: element.getAttribute('name') ?? '',
    type: element.localName,
    changes,
  });
  if (!before || !after) {
    return difference(before ? 'removed' : 'added');
  }
  const changes = changesOf(factsOf(before, old), factsOf(after, now));
  if (changes.length > 0) {
    return difference('changed', changes);
  }
  return old.places.get(id) === now.places.get(id) ? undefined : difference('moved');
}

function changesOf(before: Map<string, string>, after: Map<string, string>): Change[] {
  return [...new Set([...after.keys(), ...before.keys()])]
    .filter((what) => before.get(what) !== after.get(what))
    .map((what) => ({ what, before: before.get(what), after: after.get(what) }));
}

/** All that an element says, as paths and values. */
function factsOf(element: Element, model: Model): Map<string, string> {
  const facts = new Map([['type', element.localName]]);
  collect(element, '', model, facts);
  return facts;
}

function collect(element: Element, path: string, model: Model, facts: Map<string, string>): void {
  [...element.attributes]
    .filter(({ name }) => name !== 'id' && !name.startsWith('xmlns'))
    .forEach((attribute) => facts.set(path + nameOf(attribute), attribute.value));
  const children = [...element.children].filter(
    ({ id, localName }) => !REPEATED.has(localName) && !model.elements.has(id),
  );
  const text = element.textContent?.trim();
  if (path && element.childElementCount === 0 && text) {
    facts.set(path.slice(0, -1), text);
  }
  const counts = new Map<string, number>();
  children.forEach((child) => {
    const name = nameOf(child);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    // a wrapper that says nothing by itself
    const step = name === 'extensionElements' ? '' : `${name}${count > 1 ? `[${count}]` : ''}/`;
    collect(child, path + step, model, facts);
  });
}

function nameOf({ namespaceURI, localName, prefix }: Element | Attr): string {
  if (namespaceURI === APEX) {
    return `apex:${localName}`;
  }
  return namespaceURI === BPMN || !prefix ? localName : `${prefix}:${localName}`;
}
