import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiError } from './api';
import { queryOf, type QueryValues } from './location';
import { Poller } from './poller';

export interface Live<T> {
  /** The last good answer; undefined before the first one. */
  data?: T;
  /** Why the last look failed; `data` then is what was known before. */
  error?: ApiError;
  /** Whether the answer to what is asked for now is still to come. */
  isLoading: boolean;
  /** Looks at once. */
  refresh(): void;
}

interface State<T> {
  path?: string;
  key?: string;
  data?: T;
  error?: ApiError;
}

/**
 * Follows a GET of the API as {@link Poller} describes.
 *
 * @param path below the application's root; undefined follows nothing
 * @param seconds shortest time between two looks; the longest is twelve times as long
 */
export function useLive<T>(path: string | undefined, query: QueryValues = {}, seconds = 5): Live<T> {
  const key = path === undefined ? undefined : path + queryOf(query);
  const [state, setState] = useState<State<T>>({});
  const poller = useRef<Poller<T>>();
  useEffect(() => {
    if (path === undefined) {
      return undefined;
    }
    const rhythm = { shortest: seconds * 1000, longest: seconds * 12_000 };
    const current = new Poller<T>({ path, query }, rhythm, {
      onData: (data) => setState({ path, key, data }),
      onError: (error) => setState((old) => ({ path, key, data: old.key === key ? old.data : undefined, error })),
    });
    poller.current = current;
    return () => {
      current.stop();
      // what was begun here may end, and ask to look again, after this place was left
      poller.current = undefined;
    };
  }, [key, seconds]);
  const isCurrent = state.key === key;
  return {
    // other filters of the same list: what was there stays until the answer comes
    data: state.path === path ? state.data : undefined,
    error: isCurrent ? state.error : undefined,
    isLoading: key !== undefined && !isCurrent,
    refresh: () => poller.current?.refresh(),
  };
}
