import { texts } from './texts';
import type { Places, Row } from './places';

interface ObjectNameProps {
  places: Places;
  row: Row;
  /** The name of the object, where the row has it. */
  name?: string;
}

/** The object of a row, and its diagram when that is a called one. */
export function ObjectName({ places, row, name }: ObjectNameProps) {
  const words = texts.use();
  const diagram = places.calledDiagramOf(row);
  return (
    <>
      {name ?? places.nameOf(row)}
      {diagram && <span class="hint"> ({words.inDiagram(diagram)})</span>}
    </>
  );
}
