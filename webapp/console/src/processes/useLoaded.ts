import { useEffect, useState } from 'preact/hooks';
import { asApiError, type ApiError } from '../shared';

export interface Loaded<T> {
  data?: T;
  error?: ApiError;
}

/**
 * Loads something that does not change while it is looked at, such as a diagram.
 *
 * @param key what is loaded, anew when it changes; undefined loads nothing
 */
export function useLoaded<T>(key: string | number | undefined, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<Loaded<T> & { key?: string | number }>({});
  useEffect(() => {
    let isOld = key === undefined;
    const end = (result: Loaded<T>) => isOld || setState({ key, ...result });
    if (!isOld) {
      load().then(
        (data) => end({ data }),
        (error) => end({ error: asApiError(error) }),
      );
    }
    return () => {
      isOld = true;
    };
  }, [key]);
  return state.key === key ? state : {};
}
