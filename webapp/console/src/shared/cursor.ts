import { call, type Collection } from './api';
import type { QueryValues } from './location';

/** A page of a list that goes on from a cursor rather than a row number. */
export interface CursorPage<T> extends Collection<T> {
  links: { rel: string; href: string }[];
}

/** The cursor of the page behind this one. */
export function cursorAfter(page: CursorPage<unknown>): string | undefined {
  const next = page.links.find(({ rel }) => rel === 'next');
  return next && (new URL(next.href, document.baseURI).searchParams.get('after') ?? undefined);
}

/** The pages behind a page, each read when it is asked for; they do not count as use of the session. */
export async function* pagesAfter<T>(
  page: CursorPage<T>,
  path: string,
  query: QueryValues,
  signal?: AbortSignal,
): AsyncGenerator<CursorPage<T>> {
  const headers = { 'X-Background': '1' };
  for (let after = cursorAfter(page); after; ) {
    const { data } = await call<CursorPage<T>>('GET', path, undefined, { query: { ...query, after }, headers, signal });
    yield data;
    after = cursorAfter(data);
  }
}
