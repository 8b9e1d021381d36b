import {
  CheckGroup,
  Empty,
  ErrorNote,
  Loading,
  Pager,
  Time,
  path,
  setQuery,
  useAddress,
  useAddressList,
  useLive,
  type Collection,
} from '../../shared';
import { formatDuration } from '../../processes/duration';
import { ObjectFilter } from './ObjectFilter';
import { ObjectName } from './ObjectName';
import type { Places } from './places';
import { useChosenObject, type TabProps } from './detail';
import { texts } from './texts';

const SOURCES = ['instance', 'step', 'variable'] as const;

/** An entry of the event logs. */
export interface EventEntry {
  timestamp: string;
  source: (typeof SOURCES)[number];
  event: string;
  bpmn_id: string | null;
  sbfl_id: number | null;
  step_key: string | null;
  user: string | null;
  comment: string | null;
  /** Seconds. */
  duration: number | null;
  error_info: string | null;
  name: string | null;
  type: string | null;
  value: string | null;
}

/** What happened to an instance, in order of time. */
export function Events({ instance, places }: TabProps) {
  const words = texts.use();
  const [sources, setSources] = useAddressList('source');
  const [object] = useChosenObject();
  const [offset] = useAddress('offset', '0');
  const live = useLive<Collection<EventEntry>>(path`v1/processes/${instance.prcs_id}/events`, {
    source: sources,
    bpmn_id: object,
    limit: 50,
    offset,
    total: 'true',
  });
  return (
    <>
      <CheckGroup
        legend={words.source}
        choices={SOURCES.map((value) => ({ value, label: words.sources[value] }))}
        values={sources}
        onValues={(values) => {
          setSources(values);
          setQuery({ offset: undefined });
        }}
      />
      <ObjectFilter instance={instance} places={places} />
      {live.error && <ErrorNote error={live.error} onRetry={live.refresh} />}
      {!live.data && !live.error && <Loading />}
      {live.data?.items.length === 0 && <Empty>{words.noEvents}</Empty>}
      {live.data && (
        <>
          <ol class="timeline">
            {live.data.items.map((event, at) => (
              <Event key={at} event={event} places={places} />
            ))}
          </ol>
          <Pager page={live.data} onOffset={(next) => setQuery({ offset: next || undefined })} />
        </>
      )}
    </>
  );
}

function Event({ event, places }: { event: EventEntry; places: Places }) {
  const words = texts.use();
  const isError = event.event.includes('error');
  const what = event.name ?? (event.bpmn_id && <ObjectName places={places} row={event} />);
  return (
    <li class={isError ? 'error' : event.source}>
      <p>
        <Time value={event.timestamp} /> · {words.sources[event.source]} · <strong>{words.events[event.event] ?? event.event}</strong>
        {what && <> · {what}</>}
      </p>
      {event.value !== null && <p class="value">{event.value}</p>}
      {event.comment && <p>{event.comment}</p>}
      {event.error_info && (
        <p>
          {words.cause}: {event.error_info}
        </p>
      )}
      <p class="hint">
        {event.user && words.by(event.user)}
        {event.duration !== null && ` · ${words.seconds(formatDuration(event.duration))}`}
      </p>
    </li>
  );
}
