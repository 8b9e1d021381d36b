import { useState } from 'preact/hooks';
import {
  ErrorNote,
  Note,
  StatusBadge,
  Time,
  api,
  path,
  toast,
  useAction,
  useLive,
  useSession,
  type Collection,
  type Column,
  type Undo,
} from '../../shared';
import { LiveTable } from '../../processes/LiveTable';
import type { Step, TimerEntry } from '../../processes/model';
import { RescheduleDialog } from '../../processes/StepDialogs';
import { texts as common } from '../../processes/texts';
import type { InstanceDetail, TabProps } from './detail';
import { ObjectName } from './ObjectName';
import { texts } from './texts';

interface Subscription {
  name: string;
  key: string | null;
  value: string | null;
}

/** What an instance waits for besides people: timers and messages. */
export function Waiting({ instance, places, onChange }: TabProps) {
  const words = texts.use();
  return (
    <>
      <h2>{words.timers}</h2>
      <Timers instance={instance} places={places} onChange={onChange} />
      <h2>{words.subscriptions}</h2>
      {useSession().hasRole('Flows for Apex - Admin') ? (
        <Subscriptions instance={instance} />
      ) : (
        <Note>{words.needsAdmin}</Note>
      )}
    </>
  );
}

function Timers({ instance, places, onChange }: TabProps) {
  const words = texts.use();
  const terms = common.use();
  const action = useAction();
  const canWrite = useSession().hasRole('Flows for Apex - Write');
  const [moved, setMoved] = useState<Step>();
  const live = useLive<Collection<TimerEntry>>(path`v1/processes/${instance.prcs_id}/timers`, { limit: 500 });
  const move = ({ sbfl_id }: TimerEntry) =>
    action.run(async () => setMoved(await api.item<Step>(path`v1/steps/${sbfl_id}`)));
  const columns: Column<TimerEntry>[] = [
    { key: 'object', header: terms.object, cell: (timer) => <ObjectName places={places} row={timer} /> },
    { key: 'type', header: words.timerType, cell: ({ type }) => terms.timerTypes[type] ?? type },
    {
      key: 'due',
      header: terms.due,
      isNowrap: true,
      cell: ({ start_on }) => (
        <>
          <Time value={start_on} /> {isLate(start_on) && <StatusBadge tone="warning">{words.late}</StatusBadge>}
        </>
      ),
    },
    { key: 'run', header: words.timerRun, isNumber: true, cell: ({ run }) => run },
    { key: 'status', header: terms.status, cell: ({ status }) => terms.timerStatuses[status] ?? status },
    {
      key: 'actions',
      header: terms.actions,
      cell: (timer) =>
        canWrite && (
          <button type="button" aria-label={`${terms.reschedule}: ${places.nameOf(timer)}`} onClick={() => void move(timer)}>
            {terms.reschedule}
          </button>
        ),
    },
  ];
  const refresh = () => {
    live.refresh();
    onChange();
  };
  const done = (text: string, undo?: Undo) => {
    setMoved(undefined);
    toast(text, 'success', undo && (() => undo().then(refresh)));
    refresh();
  };
  return (
    <>
      {action.error && <ErrorNote error={action.error} />}
      <LiveTable
        live={live}
        caption={words.timers}
        columns={columns}
        keyOf={({ sbfl_id, bpmn_id }) => `${sbfl_id} ${bpmn_id}`}
        empty={words.noTimers}
      />
      {moved && <RescheduleDialog step={moved} onClose={() => setMoved(undefined)} onDone={done} />}
    </>
  );
}

function isLate(time: string | null): boolean {
  return time !== null && Date.parse(time) < Date.now();
}

function Subscriptions({ instance }: { instance: InstanceDetail }) {
  const words = texts.use();
  const live = useLive<Collection<Subscription>>(path`v1/processes/${instance.prcs_id}/message_subscriptions`);
  const columns: Column<Subscription>[] = [
    { key: 'name', header: words.message, cell: ({ name }) => name },
    { key: 'key', header: words.key, cell: ({ key }) => key },
    { key: 'value', header: words.value, cell: ({ value }) => value },
  ];
  return (
    <LiveTable
      live={live}
      caption={words.subscriptions}
      columns={columns}
      keyOf={({ name, key, value }) => `${name} ${key} ${value}`}
      empty={words.noSubscriptions}
    />
  );
}
