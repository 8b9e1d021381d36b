import { useEffect, useMemo } from 'preact/hooks';
import {
  ErrorNote,
  Loading,
  Picture,
  StatusBadge,
  hrefOf,
  path,
  useLive,
  useLocation,
  type Collection,
  type Marks,
} from '../../shared';
import { useDiagram, useXml } from '../../processes/diagrams';
import { nameOfDiagram } from '../../processes/model';
import { useLoaded } from '../../processes/useLoaded';
import { findCalls } from './calls';
import { useChosenObject, type InstanceDetail } from './detail';
import { texts } from './texts';

/** The objects of an instance by their state, as BPMN ids. */
interface Activities {
  current: string[];
  completed: string[];
  error: string[];
}

/** The picture of an instance: its own diagram, or the called one that the address names. */
export function InstancePicture({ instance }: { instance: InstanceDetail }) {
  const words = texts.use();
  const { query } = useLocation();
  const shown = Number(query.get('diagram')) || instance.dgrm_id;
  const diagram = useDiagram(shown).data;
  const xml = useXml(shown);
  const live = useLive<Collection<Activities>>(path`v1/processes/${instance.prcs_id}/activities`, { arrays: 'true' });
  const activities = live.data?.items[0];
  useEffect(() => live.refresh(), [instance]);
  return (
    <section class="region" aria-label={words.pictureTitle}>
      <header>
        <h2>{diagram ? nameOfDiagram(diagram) : words.pictureTitle}</h2>
        {shown !== instance.dgrm_id && <a href={hrefOf(['instances', instance.prcs_id])}>← {words.mainDiagram}</a>}
      </header>
      {(xml.error ?? live.error) && <ErrorNote error={xml.error ?? live.error} />}
      {!xml.data && !xml.error && <Loading />}
      {xml.data && activities && <Drawn xml={xml.data} name={diagram?.name ?? ''} activities={activities} />}
      {xml.data && <CalledDiagrams xml={xml.data} diagramId={shown} instanceId={instance.prcs_id} />}
    </section>
  );
}

/** The drawn diagram; an element that is chosen narrows the parts below down to it. */
function Drawn({ xml, name, activities }: { xml: string; name: string; activities: Activities }) {
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

/** The way into the diagrams that are called from this one. */
function CalledDiagrams({ xml, diagramId, instanceId }: { xml: string; diagramId: number; instanceId: number }) {
  const words = texts.use();
  const calls = useLoaded(`${instanceId} ${diagramId}`, () => findCalls(xml, diagramId, instanceId)).data ?? [];
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
