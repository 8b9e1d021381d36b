import { api, ApiError, configureApi } from './api';
import { createPreference } from './preferences';
import { createStore, useStore } from './store';

/** The roles of the API, as users and clients hold them. */
export const ROLES = [
  'Flows for Apex - Read',
  'Flows for Apex - Write',
  'Flows for Apex - Messages',
  'Flows for Apex - Admin',
] as const;
export type Role = (typeof ROLES)[number];

export interface Session {
  name: string;
  roles: Role[];
  csrf_token: string;
}

/** What is known of the viewer; `expired` says that he was signed in before. */
export type Viewer =
  | { state: 'unknown'; error?: ApiError }
  | { state: 'out'; expired: boolean }
  | { state: 'in'; session: Session };

/** Whether somebody signed in in this browser: without, the server need not be asked. */
const memory = createPreference('flows.session', ['in', 'out'] as const, 'out');
const viewer = createStore<Viewer>({ state: 'unknown' });
let isLooking = false;

/** Far below the time after which a session without use ends. */
const TOUCH_MS = 20_000;
let touched = 0;

function begin(session: Session): void {
  configureApi({ csrfToken: session.csrf_token, onUnauthorized: () => void (isLooking || look()) });
  memory.set('in');
  viewer.set({ state: 'in', session });
}

function end(expired: boolean): void {
  configureApi({ csrfToken: '', onUnauthorized: () => undefined });
  memory.set('out');
  viewer.set({ state: 'out', expired });
}

/** Finds out who is signed in: at the start, and when a call was not let in. */
export async function look(): Promise<void> {
  if (memory.get() === 'out') {
    end(false);
    return;
  }
  const wasIn = viewer.get().state === 'in';
  isLooking = true;
  try {
    begin(await api.get<Session>('session'));
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) {
      end(wasIn);
    } else if (!wasIn) {
      viewer.set({ state: 'unknown', error: error as ApiError });
    }
  } finally {
    isLooking = false;
  }
}

/** Counts as use of the session: for work that goes on long without a call. */
export function touchSession(): void {
  if (Date.now() - touched > TOUCH_MS) {
    touched = Date.now();
    void api.get('session').catch(() => undefined);
  }
}

export async function signIn(name: string, password: string): Promise<void> {
  begin(await api.post<Session>('session', { name, password }));
}

/** Makes the first administrator with the token of the setup link and signs him in. */
export async function setUp(token: string, name: string, password: string): Promise<void> {
  begin(await api.post<Session>('session/setup', { token, name, password }));
}

export async function signOut(): Promise<void> {
  await api.delete('session');
  end(false);
}

export function useViewer(): Viewer {
  return useStore(viewer);
}

/** Name and roles of the viewer, on pages, which only signed-in viewers see. */
export function useSession(): Session & { hasRole(role: Role): boolean } {
  const now = useViewer();
  if (now.state !== 'in') {
    throw new Error('Nobody is signed in');
  }
  return { ...now.session, hasRole: (role) => now.session.roles.includes(role) };
}
