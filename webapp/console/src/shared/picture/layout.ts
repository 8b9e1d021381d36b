/** A diagram that can be drawn. */
export interface Drawable {
  xml: string;
  /** Whether the picture was laid out here, since the text has none. */
  isLaidOut: boolean;
}

const SHAPE = /<(\w+:)?BPMNShape\s/;
const PICTURES = /<(\w+:)?BPMNDiagram[\s>][\s\S]*<\/\1BPMNDiagram\s*>/;
const END = /<\/(\w+:)?definitions\s*>\s*$/;
/** How bpmn-moddle names the namespaces of pictures that a text does not declare. */
const NAMES = [
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
  'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
].join(' ');

/**
 * Gives a diagram a picture (BPMN DI) when it has none, as those have that a program wrote. The rest
 * of the text stays as it is: bpmn-moddle does not keep all of it. Sub-processes are laid out
 * collapsed; of several pools only the first is. A text that cannot be laid out is given back.
 */
export async function withPicture(xml: string): Promise<Drawable> {
  const given = { xml, isLaidOut: false };
  if (SHAPE.test(xml) || !END.test(xml)) {
    return given;
  }
  const picture = PICTURES.exec(await layOut(xml).catch(() => ''))?.[0];
  if (!picture) {
    return given;
  }
  const declared = picture.replace(/^<[\w:]+/, (tag) => `${tag} ${NAMES}`);
  return { xml: xml.replace(PICTURES, '').replace(END, (end) => declared + end), isLaidOut: true };
}

async function layOut(xml: string): Promise<string> {
  const [{ layoutProcess }, { BpmnModdle }] = await Promise.all([import('bpmn-auto-layout'), import('bpmn-moddle')]);
  const moddle = new BpmnModdle();
  const { rootElement, elementsById } = await moddle.fromXML(xml);
  // the layout goes by what nodes say of their flows, which a text may leave to the flows
  for (const flow of Object.values(elementsById).filter(({ $type }) => $type === 'bpmn:SequenceFlow')) {
    add(flow.sourceRef?.get('outgoing'), flow);
    add(flow.targetRef?.get('incoming'), flow);
  }
  return layoutProcess((await moddle.toXML(rootElement)).xml);
}

function add<T>(list: T[] | undefined, item: T): void {
  if (list && !list.includes(item)) {
    list.push(item);
  }
}
