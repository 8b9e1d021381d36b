declare module 'bpmn-auto-layout' {
  /** The same BPMN with a picture. */
  export function layoutProcess(xml: string): Promise<string>;
}

declare module 'bpmn-moddle' {
  import type { ModdleElement } from 'bpmn-js/lib/model/Types';

  export class BpmnModdle {
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; elementsById: Record<string, ModdleElement> }>;
    toXML(element: ModdleElement): Promise<{ xml: string }>;
  }
}
