import { Empty, ErrorNote, Loading } from '../../shared';
import type { Whole } from '../../processes/useWhole';
import { texts } from './texts';

interface WholeStateProps {
  whole: Whole<unknown>;
  isEmpty: boolean;
  /** Said when there is nothing to show. */
  empty: string;
}

/** What there is to say of a list besides its rows: failed, how far it is read, or empty. */
export function WholeState({ whole: { items, reading, error, refresh }, isEmpty, empty }: WholeStateProps) {
  const words = texts.use();
  return (
    <>
      {error && <ErrorNote error={error} onRetry={refresh} />}
      {reading && (
        <div class="reading" role="status">
          <progress aria-hidden="true" max={reading.total} value={reading.read} />
          <p>{words.reading(reading.read, reading.total)}</p>
        </div>
      )}
      {!items && !reading && !error && <Loading />}
      {items && isEmpty && <Empty>{empty}</Empty>}
    </>
  );
}
