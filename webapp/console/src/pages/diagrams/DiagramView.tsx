import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  addressOf,
  Empty,
  ErrorNote,
  hrefOf,
  Loading,
  PageHead,
  path,
  Picture,
  useAction,
  useAddress,
  useLive,
  useSession,
  type Collection,
} from '../../shared';
import { check, contentOf, marksOf, versionsOf, type Diagram, type Verdict } from './diagram';
import { DiagramActions } from './DiagramActions';
import { Problems } from './Problems';
import { Status } from './Status';
import { texts } from './texts';

/** One version of a diagram: its picture, what the engine thinks of it, and what can be done. */
export function DiagramView({ id }: { id: string }) {
  const words = texts.use();
  const live = useLive<Collection<Diagram>>(path`v1/diagrams/${id}`);
  const diagram = live.data?.items[0];
  if (diagram) {
    return <Shown key={diagram.dgrm_id} diagram={diagram} onChanged={live.refresh} />;
  }
  return (
    <>
      <PageHead title={words.title} />
      {live.error && <ErrorNote error={live.error} onRetry={live.refresh} />}
      {!live.error && !live.data && <Loading />}
      {live.data && (
        <Empty>
          <p>{words.notFound}</p>
          <a href={hrefOf(['diagrams'])}>{words.toList}</a>
        </Empty>
      )}
    </>
  );
}

function Shown({ diagram, onChanged }: { diagram: Diagram; onChanged: () => void }) {
  const words = texts.use();
  const [element, setElement] = useAddress('element');
  const { content, verdict, action } = useContent(diagram.dgrm_id);
  const marks = useMemo(() => verdict && marksOf(verdict), [verdict]);
  return (
    <>
      <PageHead title={`${diagram.name} ${diagram.version}`}>
        <a class="button" href={addressOf(path`v1/diagrams/${diagram.dgrm_id}/export`)} download>
          {words.download}
        </a>
        <DiagramActions diagram={diagram} onChanged={onChanged} />
      </PageHead>
      <Facts diagram={diagram} />
      {action.error && <ErrorNote error={action.error} />}
      {content === undefined && !action.error && <Loading />}
      {content !== undefined && (
        <div class="with-picture">
          <Picture
            xml={content}
            label={words.picture(diagram.name)}
            marks={marks}
            selected={element}
            onElement={({ id }) => setElement(id)}
          />
          {verdict && <Problems verdict={verdict} onShow={setElement} />}
        </div>
      )}
    </>
  );
}

/** The text of a diagram and, for those who may deploy, what the engine says of it. */
function useContent(id: number) {
  const mayCheck = useSession().hasRole('Flows for Apex - Write');
  const [content, setContent] = useState<string>();
  const [verdict, setVerdict] = useState<Verdict>();
  const action = useAction();
  useEffect(() => {
    void action.run(async () => {
      const text = await contentOf(id);
      setContent(text);
      if (mayCheck) {
        setVerdict(await check(text));
      }
    });
  }, [id]);
  return { content, verdict, action };
}

function Facts({ diagram }: { diagram: Diagram }) {
  const words = texts.use();
  const [versions, setVersions] = useState<Diagram[]>([]);
  useEffect(() => void versionsOf(diagram.name).then(setVersions, () => undefined), [diagram.name]);
  const others = versions.filter(({ dgrm_id }) => dgrm_id !== diagram.dgrm_id);
  return (
    <dl class="facts">
      <div>
        <dt>{words.status}</dt>
        <dd>
          <Status status={diagram.status} />
        </dd>
      </div>
      {diagram.category && (
        <div>
          <dt>{words.category}</dt>
          <dd>{diagram.category}</dd>
        </div>
      )}
      {others.length > 0 && (
        <div>
          <dt>{words.compareWith}</dt>
          <dd>
            <Comparison diagram={diagram} others={others} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The choice of another version; going there is a step of its own, as arrow keys choose at once. */
function Comparison({ diagram, others }: { diagram: Diagram; others: readonly Diagram[] }) {
  const words = texts.use();
  const [chosen, setChosen] = useState(String(others[others.length - 1]!.dgrm_id));
  return (
    <div class="actions">
      <select
        aria-label={words.compareWith}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        {others.map((other) => (
          <option key={other.dgrm_id} value={other.dgrm_id}>
            {words.older(other.version, words.statuses[other.status])}
          </option>
        ))}
      </select>
      <a class="button" href={hrefOf(['diagrams', diagram.dgrm_id, 'compare', chosen])}>
        {words.compare}
      </a>
    </div>
  );
}
