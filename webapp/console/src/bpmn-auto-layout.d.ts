declare module 'bpmn-auto-layout' {
  /** The same BPMN with a picture. */
  export function layoutProcess(xml: string): Promise<string>;
}
