import { api, cursorAfter, type CursorPage, type QueryValues } from '../../shared';
import { severalOf } from '../../processes/AddressFields';
import type { Instance } from '../../processes/model';

export const RANGES = ['created', 'started', 'completed', 'due'] as const;
const RANGE_FILTERS = RANGES.flatMap((name) => [`${name}_from`, `${name}_to`]);

/** Filters that are folded away until they are wanted. */
export const MORE_FILTERS = ['prcs_id', 'diagram_version', 'init_by', 'priority', 'var', ...RANGE_FILTERS];
const FILTERS = ['status', 'dgrm_id', 'name', 'diagram', 'business_ref', ...MORE_FILTERS];

/** Rows on one page; whole numbers that the API takes. */
export const PAGE_SIZES = ['25', '50', '100', '200'] as const;
export const NEWEST_FIRST = 'prcs_id:desc';

/** What an address asks the API for, without the page. */
export function filtersOf(query: URLSearchParams): QueryValues {
  const filters: QueryValues = Object.fromEntries(FILTERS.map((name) => [name, query.getAll(name)]));
  return { ...filters, prcs_id: severalOf(query, 'prcs_id') };
}

/** The instances that match the filters of an address, at most so many. */
export async function findMatches(query: URLSearchParams, most: number): Promise<Instance[]> {
  const found: Instance[] = [];
  let after: string | undefined;
  do {
    const page: CursorPage<Instance> = await api.get('v1/processes', { ...filtersOf(query), limit: 500, after });
    found.push(...page.items);
    after = cursorAfter(page);
  } while (after && found.length < most);
  return found.slice(0, most);
}
