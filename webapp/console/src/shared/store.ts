import { useEffect, useReducer } from 'preact/hooks';

/** A value outside of components that components can follow. */
export interface Store<T> {
  get(): T;
  set(value: T): void;
  /** Calls after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(value) {
      if (!Object.is(value, current)) {
        current = value;
        [...listeners].forEach((listener) => listener());
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The value of a store, up to date in this component. */
export function useStore<T>(store: Store<T>): T {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const drawn = store.get();
  useEffect(() => {
    if (!Object.is(drawn, store.get())) {
      redraw(undefined as never);
    }
    return store.subscribe(() => redraw(undefined as never));
    // a change between drawing and following is seen once, afterwards the subscription tells
  }, [store]);
  return drawn;
}
