import type { Collection } from './api';
import { texts } from './texts';

/** Steps through a list of the API, also back from behind its end; not there when everything is on one page. */
export function Pager<T>({ page, onOffset }: { page: Collection<T>; onOffset: (offset: number) => void }) {
  const words = texts.use();
  if (page.offset === 0 && !page.hasMore) {
    return null;
  }
  const [from, to] = [page.offset + 1, page.offset + page.count];
  const rows = page.count === 0 ? words.noRows : words.rows(from, to);
  return (
    <nav class="pager" aria-label={rows}>
      <button
        type="button"
        disabled={page.offset === 0}
        onClick={() => onOffset(Math.max(0, page.offset - page.limit))}
      >
        {words.previous}
      </button>
      <span>{page.total === undefined || page.count === 0 ? rows : words.rowsOf(from, to, page.total)}</span>
      <button type="button" disabled={!page.hasMore} onClick={() => onOffset(page.offset + page.limit)}>
        {words.next}
      </button>
    </nav>
  );
}
