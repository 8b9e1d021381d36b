import { useEffect, useState } from 'preact/hooks';
import {
  api,
  ErrorNote,
  hrefOf,
  Loading,
  Note,
  PageHead,
  path,
  Picture,
  useAction,
  useAddress,
  type MarkKind,
  type Marks,
} from '../../shared';
import { compare, type Change, type Difference, type DifferenceKind } from './comparison';
import { contentOf, type Diagram } from './diagram';
import { texts } from './texts';

interface Side {
  diagram: Diagram;
  content: string;
}

const KINDS: Record<DifferenceKind, MarkKind> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  moved: 'changed',
};
const SHOWN_BEFORE: readonly DifferenceKind[] = ['removed', 'changed', 'moved'];
const SHOWN_AFTER: readonly DifferenceKind[] = ['added', 'changed', 'moved'];

async function sideOf(id: string): Promise<Side> {
  const [diagram, content] = await Promise.all([api.item<Diagram>(path`v1/diagrams/${id}`), contentOf(id)]);
  return { diagram: diagram!, content };
}

/** Two versions above each other with their differences marked; the one that came first is the older. */
export function Compare({ ids }: { ids: [string, string] }) {
  const words = texts.use();
  const action = useAction();
  const [sides, setSides] = useState<Side[]>();
  const order = [...ids].sort((a, b) => Number(a) - Number(b));
  useEffect(
    () => void action.run(async () => setSides(await Promise.all(order.map(sideOf)))),
    [order.join()],
  );
  const [before, after] = sides ?? [];
  return (
    <>
      <PageHead title={after ? words.compareTitle(after.diagram.name) : words.title}>
        <a class="button" href={hrefOf(['diagrams', ids[0]])}>
          {words.back}
        </a>
      </PageHead>
      {action.error && <ErrorNote error={action.error} />}
      {!sides && !action.error && <Loading />}
      {before && after && <Compared before={before} after={after} />}
    </>
  );
}

function Compared({ before, after }: { before: Side; after: Side }) {
  const words = texts.use();
  const [element, setElement] = useAddress('element');
  const [differences] = useState(() => compare(before.content, after.content));
  const [marks] = useState(() => ({ before: marksOf(differences, SHOWN_BEFORE), after: marksOf(differences, SHOWN_AFTER) }));
  const picture = ({ diagram, content }: Side, marked: Marks) => {
    const title = words.older(diagram.version, words.statuses[diagram.status]);
    return (
      <section class="region" aria-label={title}>
        <h2>{title}</h2>
        <Picture
          xml={content}
          label={`${words.picture(diagram.name)}, ${title}`}
          marks={marked}
          selected={element}
          onElement={({ id }) => setElement(id)}
        />
      </section>
    );
  };
  return (
    <div class="with-picture">
      <div class="sides">
        {picture(before, marks.before)}
        {picture(after, marks.after)}
      </div>
      {differences.length === 0 ? (
        <Note>{words.noDifference}</Note>
      ) : (
        <section class="region problems" aria-label={words.differences(differences.length)}>
          <h2>{words.differences(differences.length)}</h2>
          <ul>
            {differences.map((difference) => (
              <Entry key={difference.id} difference={difference} onShow={setElement} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function marksOf(differences: readonly Difference[], shown: readonly DifferenceKind[]): Marks {
  const words = texts.now();
  return Object.fromEntries(
    differences
      .filter(({ kind }) => shown.includes(kind))
      .map(({ id, kind }) => [id, { kind: KINDS[kind], text: words[kind] }]),
  );
}

function Entry({ difference, onShow }: { difference: Difference; onShow: (id: string) => void }) {
  const words = texts.use();
  const { id, kind, name, type, changes } = difference;
  return (
    <li>
      <div>
        <p>
          <strong>{words[kind]}</strong>: {name || id} ({type})
        </p>
        {changes.map((change) => (
          <ChangedValue key={change.what} change={change} />
        ))}
        {type !== 'process' && (
          <p class="place">
            <button type="button" class="quiet" onClick={() => onShow(id)}>
              {words.showElement(id)}
            </button>
          </p>
        )}
      </div>
    </li>
  );
}

function ChangedValue({ change: { what, before, after } }: { change: Change }) {
  return (
    <p class="change">
      {what}:{' '}
      {before !== undefined && (
        <>
          <del>{before}</del>{' '}
        </>
      )}
      {after !== undefined && <ins>{after}</ins>}
    </p>
  );
}
