import { useObjects } from '../../processes/diagrams';
import { useChosenObject, type InstanceDetail } from './detail';
import { texts } from './texts';

/** Says that only one object is shown, and how to show all of them again. */
export function ObjectFilter({ instance }: { instance: InstanceDetail }) {
  const words = texts.use();
  const [object, setObject] = useChosenObject();
  const objects = useObjects(instance.dgrm_id);
  if (!object) {
    return null;
  }
  return (
    <div class="actions">
      <span>{words.onlyObject(objects.get(object)?.name || object)}</span>
      <button type="button" onClick={() => setObject('')}>
        {words.showAll}
      </button>
    </div>
  );
}
