import { Note, Table, Time, hrefOf, type Column } from '../../shared';
import { formatDuration } from '../../processes/duration';
import type { FoundTimer } from '../../processes/model';
import { texts as common } from '../../processes/texts';
import { useMinute } from '../../processes/useMinute';
import { useWhole } from '../../processes/useWhole';
import { texts } from './texts';
import { WholeState } from './WholeState';

const SHOWN = 100;
const GRACE_MS = 60_000;

/** Timers that should have fired, the latest first. */
export function LateTimers() {
  const words = texts.use();
  const now = useMinute();
  const isLate = (timer: FoundTimer) => overdue(timer, now) > GRACE_MS;
  const timers = useWhole<FoundTimer>('v1/timers', { status: 'C', order_by: 'start_on' }, 30, isLate);
  const late = timers.items?.filter(isLate) ?? [];
  return (
    <section class="region" aria-label={words.late}>
      <h2>{words.late}</h2>
      <p class="hint">{words.lateText}</p>
      <WholeState whole={timers} isEmpty={late.length === 0} empty={words.noLate} />
      {late.length > SHOWN && <Note>{words.lateLimit(SHOWN, late.length)}</Note>}
      {late.length > 0 && <Timers timers={late.slice(0, SHOWN)} now={now} />}
    </section>
  );
}

function Timers({ timers, now }: { timers: readonly FoundTimer[]; now: number }) {
  const words = texts.use();
  const terms = common.use();
  const columns: Column<FoundTimer>[] = [
    { key: 'object', header: terms.object, isText: true, cell: nameOfTimer },
    {
      key: 'instance',
      header: terms.instance,
      isText: true,
      cell: (timer) => <a href={hrefOf(['instances', timer.prcs_id], { tab: 'waiting' })}>{timer.process_name}</a>,
    },
    { key: 'diagram', header: terms.diagram, cell: (timer) => timer.diagram_name },
    { key: 'type', header: words.timerType, cell: ({ type }) => terms.timerTypes[type] ?? type },
    { key: 'due', header: terms.due, isNowrap: true, cell: ({ start_on }) => <Time value={start_on} /> },
    {
      key: 'late',
      header: words.overdueBy,
      isNowrap: true,
      cell: (timer) => formatDuration(overdue(timer, now) / 1000),
    },
  ];
  return (
    <Table
      caption={words.late}
      columns={columns}
      rows={timers}
      keyOf={({ sbfl_id, bpmn_id, run }) => `${sbfl_id} ${bpmn_id} ${run}`}
    />
  );
}

/** A boundary event's own name is not known; its step stands at another object. */
function nameOfTimer({ bpmn_id, current, object_name }: FoundTimer): string {
  return (bpmn_id === current && object_name) || bpmn_id;
}

function overdue({ start_on }: FoundTimer, now: number): number {
  return start_on ? now - Date.parse(start_on) : 0;
}
