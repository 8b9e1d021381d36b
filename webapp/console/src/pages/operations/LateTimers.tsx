import {
  Empty,
  ErrorNote,
  Loading,
  Note,
  Table,
  Time,
  api,
  hrefOf,
  path,
  useLive,
  type Collection,
  type Column,
} from '../../shared';
import { formatDuration } from '../../processes/duration';
import { nameOfStep, type Step, type TimerEntry } from '../../processes/model';
import { texts as common } from '../../processes/texts';
import { useLoaded } from '../../processes/useLoaded';
import { texts } from './texts';

const MOST = 100;
const GRACE_MS = 60_000;

interface LateTimer {
  step: Step;
  timer: TimerEntry;
  seconds: number;
}

/** Timers that should have fired: the steps that have waited longest are looked at. */
export function LateTimers() {
  const words = texts.use();
  const waiting = useLive<Collection<Step>>(
    'v1/steps',
    { status: 'waiting for timer', order_by: 'became_current', limit: MOST },
    30,
  );
  const steps = waiting.data?.items ?? [];
  const key = waiting.data && `${steps.map(({ sbfl_id, step_key }) => sbfl_id + step_key).join()} ${minute()}`;
  const late = useLoaded(key, () => findLate(steps));
  return (
    <section class="region" aria-label={words.late}>
      <h2>{words.late}</h2>
      <p class="hint">{words.lateText}</p>
      {waiting.error && <ErrorNote error={waiting.error} onRetry={waiting.refresh} />}
      {late.error && <ErrorNote error={late.error} onRetry={waiting.refresh} />}
      {!late.data && !late.error && !waiting.error && <Loading />}
      {late.data?.length === 0 && <Empty>{words.noLate}</Empty>}
      {waiting.data?.hasMore && <Note>{words.lateLimit(MOST)}</Note>}
      {late.data && late.data.length > 0 && <Timers timers={late.data} />}
    </section>
  );
}

function Timers({ timers }: { timers: readonly LateTimer[] }) {
  const words = texts.use();
  const terms = common.use();
  const columns: Column<LateTimer>[] = [
    { key: 'object', header: terms.object, isText: true, cell: ({ step }) => nameOfStep(step) },
    {
      key: 'instance',
      header: terms.instance,
      isText: true,
      cell: ({ step }) => <a href={hrefOf(['instances', step.prcs_id], { tab: 'waiting' })}>{step.process_name}</a>,
    },
    { key: 'diagram', header: terms.diagram, cell: ({ step }) => step.diagram_name },
    { key: 'type', header: words.timerType, cell: ({ timer }) => timer.type },
    { key: 'due', header: terms.due, isNowrap: true, cell: ({ timer }) => <Time value={timer.start_on} /> },
    { key: 'late', header: words.overdueBy, isNowrap: true, cell: ({ seconds }) => formatDuration(seconds) },
  ];
  return (
    <Table caption={words.late} columns={columns} rows={timers} keyOf={({ step }) => String(step.sbfl_id)} />
  );
}

function minute(): number {
  return Math.floor(Date.now() / GRACE_MS);
}

/** The timers of these steps that are overdue, the latest first. */
async function findLate(steps: readonly Step[]): Promise<LateTimer[]> {
  const instances = [...new Set(steps.map(({ prcs_id }) => prcs_id))];
  const timers = new Map<number, TimerEntry>();
  for (const id of instances) {
    const found = await api.list<TimerEntry>(path`v1/processes/${id}/timers`, { limit: 500 });
    found.items.forEach((timer) => timers.set(timer.sbfl_id, timer));
  }
  const now = Date.now();
  return steps
    .flatMap((step): LateTimer[] => {
      const timer = timers.get(step.sbfl_id);
      const overdue = timer?.start_on ? now - Date.parse(timer.start_on) : 0;
      return timer && overdue > GRACE_MS ? [{ step, timer, seconds: overdue / 1000 }] : [];
    })
    .sort((one, other) => other.seconds - one.seconds);
}
