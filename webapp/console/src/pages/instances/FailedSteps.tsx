import { ErrorNote, Time, path, useLive, type Collection } from '../../shared';
import type { TabProps } from './detail';
import type { EventEntry } from './Events';
import { ObjectName } from './ObjectName';
import { texts } from './texts';

interface Summary {
  errors: { sbfl_id: number; bpmn_id: string; message: string | null; since: string }[];
}

/** What went wrong, where, since when and why. */
export function FailedSteps({ instance, places }: Pick<TabProps, 'instance' | 'places'>) {
  const id = instance.prcs_id;
  const words = texts.use();
  const summary = useLive<Collection<Summary>>(path`v1/processes/${id}/summary`);
  const events = useLive<Collection<EventEntry>>(path`v1/processes/${id}/events`, {
    source: 'instance',
    event: 'error',
    limit: 500,
  });
  const errors = summary.data?.items[0]?.errors ?? [];
  const causeOf = (stepId: number) =>
    events.data?.items.findLast(({ sbfl_id, error_info }) => sbfl_id === stepId && error_info)?.error_info;
  return (
    <section class="region failures">
      <h2>{words.errors}</h2>
      {summary.error && <ErrorNote error={summary.error} onRetry={summary.refresh} />}
      <ul>
        {errors.map((error) => (
          <li key={error.sbfl_id}>
            <p>
              <strong>
                <ObjectName places={places} row={error} />
              </strong>{' '}
              – <Time value={error.since} />
            </p>
            <p>{error.message}</p>
            {causeOf(error.sbfl_id) && (
              <p class="hint">
                {words.cause}: {causeOf(error.sbfl_id)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
