import { useEffect, useMemo } from 'preact/hooks';
import {
  ErrorNote,
  Loading,
  Picture,
  StatusBadge,
  hrefOf,
  path,
  useLive,
  type Collection,
  type Marks,
} from '../../shared';
import { useDiagram, useXml } from '../../processes/diagrams';
import { nameOfDiagram } from '../../processes/model';
import { callsIn } from './calls';
import { useChosenObject, useShownDiagram, type InstanceDetail } from './detail';
import type { Activities, LivePlaces, LocalActivities, Places } from './places';
import { texts } from './texts';

/** The picture of an instance: its own diagram, or the called one that the address names. */
export function InstancePicture({ instance, live }: { instance: InstanceDetail; live: LivePlaces }) {
  const words = texts.use();
  const { places, isKnown } = live;
  const shown = useShownDiagram(instance);
  const diagram = useDiagram(shown).data;
  const xml = useXml(shown);
  const found = useLive<Collection<Activities>>(path`v1/processes/${instance.prcs_id}/activities`, { arrays: 'true' });
  const all = found.data?.items[0];
  const activities = useMemo(
    () => (all && isKnown ? places.activitiesIn(shown, all) : undefined),
    [all, isKnown, places, shown],
  );
  useEffect(() => {
    found.refresh();
    live.refresh();
  }, [instance]);
  const error = xml.error ?? found.error ?? live.error;
  return (
    <section class="region" aria-label={words.pictureTitle}>
      <header>
        <h2>{diagram ? nameOfDiagram(diagram) : words.pictureTitle}</h2>
        {shown !== instance.dgrm_id && <a href={hrefOf(['instances', instance.prcs_id])}>← {words.mainDiagram}</a>}
      </header>
      {error && <ErrorNote error={error} />}
      {!xml.data && !xml.error && <Loading />}
      {xml.data && activities && <Drawn xml={xml.data} name={diagram?.name ?? ''} activities={activities} />}
      {activities && activities.unclear.length > 0 && (
        <p class="hint">{words.unclear(activities.unclear.map((id) => places.nameIn(shown, id)).join(', '))}</p>
      )}
      {xml.data && isKnown && (
        <CalledDiagrams xml={xml.data} diagramId={shown} places={places} instanceId={instance.prcs_id} />
      )}
    </section>
  );
}

/** The drawn diagram; an element that is chosen narrows the parts below down to it. */
function Drawn({ xml, name, activities }: { xml: string; name: string; activities: LocalActivities }) {
  const words = texts.use();
  const [object, setObject] = useChosenObject();
  const marks = useMemo(() => marksOf(activities, words), [activities, words]);
  return (
    <Picture
      xml={xml}
      label={words.picture(name)}
      legend={<Legend />}
      marks={marks}
      selected={object || undefined}
      onElement={({ id }) => setObject(id === object ? '' : id)}
    />
  );
}

/** What the marks in the picture mean. */
function Legend() {
  const words = texts.use();
  return (
    <ul class="legend" aria-label={words.legend}>
      <li>
        <StatusBadge tone="info">{words.current}</StatusBadge>
      </li>
      <li>
        <StatusBadge tone="ok">{words.past}</StatusBadge>
      </li>
      <li>
        <StatusBadge tone="error">{words.failed}</StatusBadge>
      </li>
    </ul>
  );
}

/** An object that failed or waits says so, even when it was completed before. */
function marksOf({ completed, current, error }: Activities, words: ReturnType<typeof texts.now>): Marks {
  const all = (ids: string[], kind: Marks[string]['kind'], text: string) =>
    ids.map((id) => [id, { kind, text }] as const);
  return Object.fromEntries([
    ...all(completed, 'completed', ''),
    ...all(current, 'current', words.current),
    ...all(error, 'failed', words.failed),
  ]);
}

interface CalledDiagramsProps {
  xml: string;
  diagramId: number;
  places: Places;
  instanceId: number;
}

/** The way into the diagrams that are called from this one. */
function CalledDiagrams({ xml, diagramId, places, instanceId }: CalledDiagramsProps) {
  const words = texts.use();
  const calls = useMemo(() => callsIn(xml, diagramId, places.calls), [xml, diagramId, places.calls]);
  if (calls.length === 0) {
    return null;
  }
  return (
    <nav aria-label={words.called}>
      <h3>{words.called}</h3>
      <ul class="calls">
        {calls.map(({ bpmnId, name, called, diagram }) => (
          <li key={bpmnId}>
            {words.enter(name)}:{' '}
            {diagram ? (
              <a href={hrefOf(['instances', instanceId], { diagram: diagram.dgrm_id })}>{nameOfDiagram(diagram)}</a>
            ) : (
              words.notCalled(called)
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
