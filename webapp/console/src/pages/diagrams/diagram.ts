import { api, ApiError, call, path, type Collection, type Marks } from '../../shared';

export const STATUSES = ['draft', 'released', 'deprecated', 'archived'] as const;
export type DiagramStatus = (typeof STATUSES)[number];

export interface Diagram {
  dgrm_id: number;
  name: string;
  version: string;
  status: DiagramStatus;
  category: string | null;
}

/** Something that the engine has against a diagram. */
export interface Problem {
  type: string;
  /** A sentence in English. */
  value: string;
  element_id: string | null;
  element_type: string | null;
  line: number | null;
  column: number | null;
}

/** What the engine says of a text: errors keep it out, warnings tell what will fail when it runs. */
export interface Verdict {
  errors: Problem[];
  warnings: Problem[];
}

export interface Attributes {
  name: string;
  version: string;
  category: string;
}

/** What may follow a status; the engine has the last word. */
export const NEXT: Record<DiagramStatus, readonly DiagramStatus[]> = {
  draft: ['released', 'archived'],
  released: ['deprecated', 'archived'],
  deprecated: ['released', 'archived'],
  archived: ['deprecated'],
};

type Deployed = Collection<Diagram & { warnings: Problem[] }>;

const XML = { 'Content-Type': 'application/xml' };

function problemsOf(error: ApiError): Problem[] {
  const { item } = error.body as { item?: { errors?: Problem[] } };
  return item?.errors ?? [];
}

/**
 * Has the engine read a text and name all that is wrong with it; nothing is stored.
 *
 * @throws ApiError when the text could not be judged
 */
export async function check(content: Blob | string): Promise<Verdict> {
  // a name that is free, since this is about the text alone
  const query = { dry_run: 'true', name: `check ${Date.now()}` };
  try {
    const answer = await call<Deployed>('POST', 'v1/diagrams', content, { query, headers: XML });
    return { errors: [], warnings: answer.data.items[0]?.warnings ?? [] };
  } catch (error) {
    if (error instanceof ApiError && error.message === 'Diagram not valid') {
      return { errors: problemsOf(error), warnings: [] };
    }
    throw error;
  }
}

/** Stores a text as a new draft and returns its id. */
export async function deploy(content: Blob | string, attributes: Attributes): Promise<number> {
  const answer = await call<Deployed>('POST', 'v1/diagrams', content, { query: { ...attributes }, headers: XML });
  const stored = answer.data.items[0];
  return stored?.dgrm_id ?? Number(answer.location?.split('/').pop());
}

export function contentOf(id: string | number): Promise<string> {
  return call<string>('GET', path`v1/diagrams/${id}/export`, undefined, {
    headers: { Accept: 'application/xml' },
  }).then(({ data }) => data);
}

export async function versionsOf(name: string): Promise<Diagram[]> {
  const found = await api.all<Diagram>('v1/diagrams', { name, status: 'all' });
  return found.filter((diagram) => diagram.name === name);
}

/** A version that is not taken: the last number in the newest one counted up. */
function nextVersion(taken: readonly string[]): string {
  const newest = taken[taken.length - 1] ?? '0';
  const count = (version: string): string =>
    /\d+(?=\D*$)/.test(version)
      ? version.replace(/\d+(?=\D*$)/, (digits) => String(Number(digits) + 1))
      : `${version}1`;
  let next = count(newest);
  while (taken.includes(next)) {
    next = count(next);
  }
  return next.slice(0, 10);
}

/** Name and category of a diagram with a version that is not taken. */
export async function attributesOfNext({ name, category }: Diagram): Promise<Attributes> {
  const taken = (await versionsOf(name)).map(({ version }) => version);
  return { name, category: category ?? '', version: nextVersion(taken) };
}

/**
 * The marks of a verdict; where an element has several problems, the first stands for all.
 *
 * @param anchors where the problems of elements are marked that are not drawn
 */
export function marksOf({ errors, warnings }: Verdict, anchors: Record<string, string> = {}): Marks {
  const marks: Marks = {};
  const add = (kind: 'failed' | 'warning') => (problem: Problem) => {
    const id = problem.element_id && (anchors[problem.element_id] ?? problem.element_id);
    if (id && !marks[id]) {
      marks[id] = { kind, text: problem.value };
    }
  };
  errors.forEach(add('failed'));
  warnings.forEach(add('warning'));
  return marks;
}
