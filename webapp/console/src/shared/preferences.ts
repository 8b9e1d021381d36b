import { createStore, type Store } from './store';

/** A choice of the viewer that outlives the page; without storage it lasts as long as the page. */
export function createPreference<T extends string>(key: string, allowed: readonly T[], initial: T): Store<T> {
  const store = createStore<T>(read(key, allowed) ?? initial);
  store.subscribe(() => write(key, store.get()));
  return store;
}

function read<T extends string>(key: string, allowed: readonly T[]): T | undefined {
  try {
    const stored = localStorage.getItem(key);
    return allowed.find((value) => value === stored);
  } catch {
    return undefined;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // no storage, no memory
  }
}
