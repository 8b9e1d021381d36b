import { useMemo } from 'preact/hooks';
import { Table, Time, hrefOf, type Column } from '../../shared';
import { nameOfStep, type Step } from '../../processes/model';
import { texts as common } from '../../processes/texts';
import { useWhole } from '../../processes/useWhole';
import { texts } from './texts';
import { WholeState } from './WholeState';

/** Failed steps at the same object of the same diagram. */
interface Group {
  diagram: string;
  object: string;
  count: number;
  oldest: string;
  /** Numbers of the instances, which may be of other diagrams that call this one. */
  instances: Set<number>;
}

/** The most numbers of instances that an address holds. */
const MOST = 100;

/** Where steps have failed, the most frequent place first. */
export function FailedSteps() {
  const words = texts.use();
  const failed = useWhole<Step>('v1/steps', { status: 'error', order_by: 'sbfl_id' }, 10);
  const groups = useMemo(() => groupsOf(failed.items ?? []), [failed.items]);
  return (
    <section class="region" aria-label={words.failed}>
      <h2>{words.failed}</h2>
      <WholeState whole={failed} isEmpty={groups.length === 0} empty={words.noFailed} />
      {groups.length > 0 && <Groups groups={groups} />}
    </section>
  );
}

function Groups({ groups }: { groups: readonly Group[] }) {
  const words = texts.use();
  const terms = common.use();
  const columns: Column<Group>[] = [
    { key: 'diagram', header: terms.diagram, isText: true, cell: ({ diagram }) => diagram },
    { key: 'object', header: terms.object, isText: true, cell: ({ object }) => object },
    { key: 'count', header: words.count, isNumber: true, cell: ({ count }) => count },
    { key: 'oldest', header: words.oldest, isNowrap: true, cell: ({ oldest }) => <Time value={oldest} /> },
    {
      key: 'actions',
      header: terms.actions,
      cell: (group) => <InstancesLink group={group} />,
    },
  ];
  return (
    <Table caption={words.failed} columns={columns} rows={groups} keyOf={({ diagram, object }) => `${diagram}\n${object}`} />
  );
}

function InstancesLink({ group: { diagram, object, instances } }: { group: Group }) {
  const words = texts.use();
  const shown = [...instances].slice(0, MOST);
  const text = shown.length < instances.size ? words.showFirst(MOST) : words.show;
  return (
    <a href={hrefOf(['instances'], { prcs_id: shown.join() })} aria-label={`${text}: ${diagram}, ${object}`}>
      {text}
    </a>
  );
}

function groupsOf(steps: readonly Step[]): Group[] {
  const groups = new Map<string, Group>();
  for (const step of steps) {
    const [diagram, object] = [step.diagram_name, nameOfStep(step)];
    const key = `${diagram}\n${object}`;
    const group = groups.get(key) ?? { diagram, object, count: 0, oldest: step.became_current, instances: new Set() };
    group.count++;
    group.oldest = step.became_current < group.oldest ? step.became_current : group.oldest;
    group.instances.add(step.prcs_id);
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => other.count - one.count);
}
