import { useChosenObject, useShownDiagram, type TabProps } from './detail';
import { texts } from './texts';

/** Says that only one object is shown, and how to show all of them again. */
export function ObjectFilter({ instance, places }: Pick<TabProps, 'instance' | 'places'>) {
  const words = texts.use();
  const [object, setObject] = useChosenObject();
  const shown = useShownDiagram(instance);
  if (!object) {
    return null;
  }
  return (
    <div class="actions">
      <span>{words.onlyObject(places.nameIn(shown, object))}</span>
      <button type="button" onClick={() => setObject('')}>
        {words.showAll}
      </button>
    </div>
  );
}
