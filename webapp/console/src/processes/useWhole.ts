import { useEffect, useState } from 'preact/hooks';
import { asApiError, pagesAfter, useLive, type ApiError, type CursorPage, type QueryValues } from '../shared';

/** The most rows of one page. */
const PAGE = 500;

export interface Whole<T> {
  /** All rows; those of the last complete reading while a new one is under way. */
  items?: readonly T[];
  /** How far a reading of several pages has come. */
  reading?: { read: number; total: number };
  error?: ApiError;
  refresh(): void;
}

/**
 * Follows a list of any length: whenever its first page or its length changes, all further pages are
 * read, too.
 *
 * @param path undefined follows nothing
 * @param isWanted whether reading goes on behind this row
 */
export function useWhole<T>(
  path: string | undefined,
  query: QueryValues,
  seconds: number,
  isWanted: (row: T) => boolean = () => true,
): Whole<T> {
  const asked = { ...query, limit: PAGE };
  const first = useLive<CursorPage<T>>(path, { ...asked, total: 'true' }, seconds);
  const [whole, setWhole] = useState<Omit<Whole<T>, 'refresh'>>({});
  useEffect(() => {
    const running = new AbortController();
    const set = (change: Omit<Whole<T>, 'refresh'>) =>
      running.signal.aborted || setWhole((old) => ({ items: old.items, ...change }));
    const read = async (page: CursorPage<T>, path: string) => {
      const items = [...page.items];
      const goesOn = () => items.length > 0 && isWanted(items[items.length - 1]!);
      if (goesOn()) {
        for await (const more of pagesAfter(page, path, asked, running.signal)) {
          items.push(...more.items);
          set({ reading: { read: items.length, total: page.total ?? items.length } });
          if (!goesOn()) {
            break;
          }
        }
      }
      set({ items });
    };
    if (path !== undefined && first.data) {
      read(first.data, path).catch((error) => set({ error: asApiError(error) }));
    }
    return () => running.abort();
  }, [first.data]);
  return { ...whole, error: first.error ?? whole.error, refresh: first.refresh };
}
