import type { Element, ModdleElement } from 'bpmn-js/lib/model/Types';
import type { ModelerCanvas } from './ModelerCanvas';

/** What the fields of an element get. */
export interface ObjectProps {
  /** As it is drawn. */
  element: Element;
  modeler: ModelerCanvas;
  /** As it stands in the text: for a pool its process. */
  object: ModdleElement;
}
