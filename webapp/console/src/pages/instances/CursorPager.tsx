import { cursorAfter, setQuery, type CursorPage } from '../../shared';
import { texts as shared } from '../../shared/texts';
import { texts } from './texts';

interface CursorPagerProps {
  page: CursorPage<unknown>;
  /** The cursors of the pages so far, as the address has them. */
  trail: readonly string[];
}

/** Steps through a list by cursors, so that rows which come and go shift no page. */
export function CursorPager({ page, trail }: CursorPagerProps) {
  const words = texts.use();
  const terms = shared.use();
  const next = cursorAfter(page);
  if (trail.length === 0 && !next) {
    return null;
  }
  const go = (after: readonly string[]) => setQuery({ after }, { replace: false });
  return (
    <nav class="pager" aria-label={words.pageNumber(trail.length + 1)}>
      <button type="button" disabled={trail.length === 0} onClick={() => go([])}>
        {words.firstPage}
      </button>
      <button type="button" disabled={trail.length === 0} onClick={() => go(trail.slice(0, -1))}>
        {terms.previous}
      </button>
      <span>{words.pageNumber(trail.length + 1)}</span>
      <button type="button" disabled={!next} onClick={() => go([...trail, next!])}>
        {terms.next}
      </button>
    </nav>
  );
}
