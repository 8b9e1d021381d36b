import type { Element } from 'bpmn-js/lib/model/Types';
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { touchSession } from '../../../shared';
import type { ModelerCanvas } from './ModelerCanvas';

export interface Drawing {
  place: { current: HTMLDivElement | null };
  /** There once the diagram is drawn. */
  modeler?: ModelerCanvas;
  element?: Element;
  failure?: string;
  isDirty: boolean;
  setSaved: () => void;
}

/** Draws a diagram that can be edited in a place of the page, once for its content. */
export function useModeler(content: string, label: string): Drawing {
  const place = useRef<HTMLDivElement>(null);
  const [modeler, setModeler] = useState<ModelerCanvas>();
  const [element, setElement] = useState<Element>();
  const [failure, setFailure] = useState<string>();
  const [isDirty, setDirty] = useState(false);
  // the diagram is changed in place, so what shows it is told to look again
  const [, look] = useReducer<number, void>((count) => count + 1, 0);
  useEffect(() => {
    let made: ModelerCanvas | undefined;
    let isGone = false;
    const begin = async () => {
      const { ModelerCanvas } = await import('./ModelerCanvas');
      if (isGone) {
        return;
      }
      made = new ModelerCanvas(place.current!, label, {
        onSelection: (selected) => {
          setElement(selected);
          look();
        },
        onChange: () => {
          setDirty(true);
          touchSession();
        },
      });
      await made.draw(content);
      setDirty(false);
      setModeler(made);
    };
    begin().catch((error: Error) => setFailure(error.message));
    return () => {
      isGone = true;
      made?.destroy();
    };
  }, []);
  return { place, modeler, element, failure, isDirty, setSaved: () => setDirty(false) };
}
