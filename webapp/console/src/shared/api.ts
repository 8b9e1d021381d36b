import { queryOf, type QueryValues } from './location';

/** The application's root, one level above the console. */
const ROOT = new URL('../', document.baseURI);

/** A list of the API; a single object is a list of one. */
export interface Collection<T> {
  items: T[];
  hasMore: boolean;
  limit: number;
  offset: number;
  count: number;
  /** Of all pages, when asked for with `total=true`. */
  total?: number;
}

/** An answer that did not bring what was asked for. Status 0: there was no answer. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    /** The server's own words, in English. */
    message: string,
    readonly requestId?: string,
    readonly body?: ErrorBody,
    /** Seconds until another attempt makes sense. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  /** What the server found wrong: attribute names, or texts of the engine. */
  get details(): string[] {
    const { item, items = [] } = this.body ?? {};
    return [item, ...items].flatMap((each) => each?.errors ?? []).map((error) => error.value);
  }
}

interface ErrorBody {
  message?: string;
  /** Of the token endpoint (RFC 6749, 5.2). */
  error?: string;
  item?: { errors?: { type: string; value: string }[] };
  items?: { errors?: { type: string; value: string }[] }[];
}

export interface CallOptions {
  query?: QueryValues;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Without the session: as somebody else who brings his own credentials. */
  isAnonymous?: boolean;
}

/** An answer with its headers. `data` is undefined for 204 and for 304. */
export interface Answer<T> {
  data: T;
  status: number;
  etag?: string;
  location?: string;
}

/** Somebody has signed in anew in another tab. */
const OTHER_SESSION = 'CSRF token missing or wrong';

let csrfToken = '';
let onUnauthorized: () => void = () => undefined;

/** Called by the session: the token that changes carry, and who is told that it is over or another one. */
export function configureApi(settings: { csrfToken: string; onUnauthorized: () => void }): void {
  ({ csrfToken, onUnauthorized } = settings);
}

/** A path below the application's root with its values encoded: ``path`v1/steps/${id}` ``. */
export function path(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.reduce((text, part, i) => text + encodeURIComponent(values[i - 1] ?? '') + part);
}

/** The absolute address of a path, for downloads and for people to copy. */
export function addressOf(relative: string): string {
  return new URL(relative, ROOT).href;
}

/**
 * Sends a call with the session's cookie and, where something changes, its CSRF token.
 *
 * @param body sent as JSON; a Blob or string as it is, with its type in the headers
 * @throws ApiError for any answer but 2xx and 304
 */
export async function call<T>(
  method: string,
  relative: string,
  body?: unknown,
  { query = {}, headers = {}, signal, isAnonymous = false }: CallOptions = {},
): Promise<Answer<T>> {
  const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Blob);
  const response = await send(addressOf(relative) + queryOf(query), {
    method,
    signal,
    credentials: isAnonymous ? 'omit' : 'same-origin',
    headers: {
      Accept: 'application/json',
      ...(isJson && { 'Content-Type': 'application/json' }),
      ...(method !== 'GET' && !isAnonymous && { 'X-CSRF-Token': csrfToken }),
      ...headers,
    },
    body: isJson ? JSON.stringify(body) : (body as BodyInit | undefined),
  });
  if (!response.ok && response.status !== 304) {
    const error = await errorOf(response);
    if (!isAnonymous && (error.status === 401 || error.message === OTHER_SESSION)) {
      onUnauthorized();
    }
    throw error;
  }
  const text = response.status === 304 ? '' : await response.text();
  return {
    data: (isJsonType(response) && text ? JSON.parse(text) : text || undefined) as T,
    status: response.status,
    etag: response.headers.get('ETag') ?? undefined,
    location: response.headers.get('Location') ?? undefined,
  };
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (init.signal?.aborted) {
      throw cause;
    }
    throw new ApiError(0, 'No answer from the server');
  }
}

async function errorOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  let body: ErrorBody | undefined;
  try {
    body = JSON.parse(text) as ErrorBody;
  } catch {
    // a page of the server or of a proxy in between
  }
  return new ApiError(
    response.status,
    body?.message ?? body?.error ?? (response.statusText || `Status ${response.status}`),
    response.headers.get('X-Request-Id') ?? undefined,
    body,
    Number(response.headers.get('Retry-After')) || undefined,
  );
}

function isJsonType(response: Response): boolean {
  return (response.headers.get('Content-Type') ?? '').includes('json');
}

export const api = {
  /** The answer as it is: a {@link Collection} for nearly all of the API. */
  async get<T>(relative: string, query?: QueryValues, signal?: AbortSignal): Promise<T> {
    return (await call<T>('GET', relative, undefined, { query, signal })).data;
  },

  /** One page of a list. */
  list<T>(relative: string, query?: QueryValues, signal?: AbortSignal): Promise<Collection<T>> {
    return api.get<Collection<T>>(relative, query, signal);
  },

  /** The one object of a list of one; undefined when it does not exist or the role is missing. */
  async item<T>(relative: string, signal?: AbortSignal): Promise<T | undefined> {
    return (await api.list<T>(relative, undefined, signal)).items[0];
  },

  /** All items of a list, page after page. */
  async all<T>(relative: string, query: QueryValues = {}, limit = 500): Promise<T[]> {
    const items: T[] = [];
    for (let hasMore = true; hasMore; ) {
      const page = await api.list<T>(relative, { ...query, limit, offset: items.length });
      items.push(...page.items);
      hasMore = page.hasMore && page.items.length > 0;
    }
    return items;
  },

  async post<T>(relative: string, body: unknown = {}, options?: CallOptions): Promise<T> {
    return (await call<T>('POST', relative, body, options)).data;
  },

  async put<T>(relative: string, body: unknown = {}, options?: CallOptions): Promise<T> {
    return (await call<T>('PUT', relative, body, options)).data;
  },

  async delete<T>(relative: string, body?: unknown, options?: CallOptions): Promise<T> {
    return (await call<T>('DELETE', relative, body, options)).data;
  },
};
