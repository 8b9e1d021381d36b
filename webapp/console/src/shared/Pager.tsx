import type { Collection } from './api';
import { texts } from './texts';

/** Steps through a list of the API; not there when everything is on one page. */
export function Pager<T>({ page, onOffset }: { page: Collection<T>; onOffset: (offset: number) => void }) {
  const words = texts.use();
  if (page.offset === 0 && !page.hasMore) {
    return null;
  }
  const [from, to] = [page.offset + 1, page.offset + page.count];
  return (
    <nav class="pager" aria-label={words.rows(from, to)}>
      <button
        type="button"
        disabled={page.offset === 0}
        onClick={() => onOffset(Math.max(0, page.offset - page.limit))}
      >
        {words.previous}
      </button>
      <span>{page.total === undefined ? words.rows(from, to) : words.rowsOf(from, to, page.total)}</span>
      <button type="button" disabled={!page.hasMore} onClick={() => onOffset(page.offset + page.limit)}>
        {words.next}
      </button>
    </nav>
  );
}
