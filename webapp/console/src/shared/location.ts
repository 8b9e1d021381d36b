import { createStore, useStore } from './store';

/** A place in the console: `#/instances/17?status=error`. */
export interface Location {
  /** The segments, decoded: `['instances', '17']`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

export type QueryValues = Record<string, string | number | readonly string[] | undefined>;

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function read(): Location {
  const [path = '', query = ''] = splitOnce(window.location.hash.replace(/^#\/?/, ''), '?');
  return { path: path.split('/').filter(Boolean).map(decode), query: new URLSearchParams(query) };
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

const location = createStore<Location>(read());
const follow = () => location.set(read());
let onMove = follow;
window.addEventListener('hashchange', () => onMove());

const anyway = () => Promise.resolve(true);
let question = anyway;

/**
 * Keeps the viewer where he is, also on the browser's ways back and forward, until the returned
 * function is called.
 *
 * @param onLeave is told where he wanted to go
 * @param ask whether he may leave, also for what is no place, such as signing out
 */
export function stayHere(onLeave: (href: string) => void, ask: () => Promise<boolean>): () => void {
  const here = window.location.hash;
  const stay = () => {
    const there = window.location.hash;
    history.pushState(null, '', here);
    onLeave(there);
  };
  onMove = stay;
  question = ask;
  return () => {
    onMove = onMove === stay ? follow : onMove;
    question = question === ask ? anyway : question;
  };
}

/** Asks the viewer where {@link stayHere} keeps something that would be lost. */
export function mayLeave(): Promise<boolean> {
  return question();
}

/** Where the viewer is. */
export function useLocation(): Location {
  return useStore(location);
}

/** The address of a place for `<a href>`; segments and values are encoded here. */
export function hrefOf(path: readonly (string | number)[], query: QueryValues = {}): string {
  return `#/${path.map((segment) => encodeURIComponent(segment)).join('/')}${queryOf(query)}`;
}

/** `?a=1&b=2`, or nothing; undefined and empty values are left out. */
export function queryOf(query: QueryValues): string {
  const parameters = new URLSearchParams();
  Object.entries(query).forEach(([name, value]) => {
    const values = Array.isArray(value) ? value : [value];
    values
      .filter((each) => each !== undefined && each !== '')
      .forEach((each) => parameters.append(name, String(each)));
  });
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Goes to another place; with `replace` the way back skips the current one. */
export function navigate(href: string, { replace = false } = {}): void {
  if (replace) {
    history.replaceState(null, '', href);
    location.set(read());
  } else {
    window.location.hash = href.slice(1);
  }
}

/** The address of this place with some parameters changed and the others kept, such as filters. */
export function hrefWith(changes: QueryValues): string {
  const { path, query } = location.get();
  const values: QueryValues = {};
  new Set(query.keys()).forEach((name) => (values[name] = query.getAll(name)));
  return hrefOf(path, { ...values, ...changes });
}

/** Goes to {@link hrefWith}; the place in the history stays one. */
export function setQuery(changes: QueryValues, { replace = true } = {}): void {
  navigate(hrefWith(changes), { replace });
}

/** A filter that lives in the address: its value, and how to change it. */
export function useAddress(name: string, initial = ''): [string, (value: string) => void] {
  const value = useLocation().query.get(name) ?? initial;
  return [value, (next) => setQuery({ [name]: next === initial ? undefined : next })];
}

/** The same for a filter with several values, in the order of the address. */
export function useAddressList(name: string): [string[], (values: string[]) => void] {
  const values = useLocation().query.getAll(name);
  return [values, (next) => setQuery({ [name]: next })];
}
