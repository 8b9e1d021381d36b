import { addressOf, api, call, path, type Role } from '../../shared';

/** A client as the API shows it to people at the console. */
export interface Client {
  client_id: string;
  name: string;
  owner: string;
  description: string | null;
  support_email: string;
  support_uri: string | null;
  redirect_uri: string | null;
  roles: Role[];
  managed: boolean;
  disabled: boolean;
  expires_at: string | null;
  token_lifetime: number | null;
  secrets: Secret[];
  created_by: string;
  last_used_at: string | null;
  /** Whether the secret waits to be shown once to the creator. */
  handover: boolean;
}

export interface Secret {
  id: number;
  hint: string;
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
}

/** What people may set. */
export interface ClientChanges {
  name: string;
  owner: string;
  description: string | null;
  redirect_uri: string | null;
  support_email: string;
  support_uri: string | null;
  expires_at: string | null;
  token_lifetime: number | null;
}

/** A client that was opened, with its secret if this is the one time it is shown. */
export interface OpenedClient {
  client?: Client;
  secret?: string;
}

const CLIENTS = 'v1/oauth_clients';

/** Most rows the API gives at once. */
export const MOST = 500;

/** Opens a client; its creator gets the waiting secret, which is erased by that. */
export async function openClient(id: string, viewer: string): Promise<OpenedClient> {
  const address = path`v1/oauth_clients/${id}`;
  const client = await api.item<Client>(address);
  if (!client?.handover || client.created_by !== viewer) {
    return { client };
  }
  const { client_secret } = await api.post<{ client_secret: string }>(`${address}/handover`);
  // nothing may fail from here on: nobody gets the secret again
  return { client: { ...client, handover: false }, secret: client_secret };
}

export function createClient(changes: ClientChanges, roles: readonly Role[]): Promise<unknown> {
  return api.post(CLIENTS, { ...changes, roles, handover: true });
}

/** Sends only what differs, so that two people who change different things do not undo each other. */
export async function updateClient(client: Client, changes: ClientChanges, roles: readonly Role[]): Promise<void> {
  const address = path`v1/oauth_clients/${client.client_id}`;
  const differing = Object.entries(changes).filter(([key, value]) => value !== client[key as keyof ClientChanges]);
  if (differing.length > 0) {
    await api.put(address, Object.fromEntries(differing));
  }
  if ([...roles].sort().join() !== [...client.roles].sort().join()) {
    await api.put(`${address}/roles`, { roles });
  }
}

export const clientCommands = (id: string) => {
  const address = path`v1/oauth_clients/${id}`;
  return {
    /** The new secret, shown this once. */
    async rotate(isReplacing: boolean): Promise<string> {
      const body = isReplacing ? { replace_oldest: true } : {};
      const { items } = await api.post<{ items: { client_secret: string }[] }>(`${address}/secrets`, body);
      return items[0]?.client_secret ?? '';
    },
    revokeSecret: (secret: number) => api.delete(`${address}/secrets/${secret}`),
    async revokeTokens(): Promise<number> {
      return (await api.delete<{ count: number }>(`${address}/tokens`)).count;
    },
    disable: (comment: string) => api.put(`${address}/disable`, comment ? { comment } : {}),
    enable: () => api.put(`${address}/enable`),
    delete: () => api.delete(address),
  };
};

/**
 * Gets a token as the client does (RFC 6749, 4.4) and calls the API with it.
 *
 * @returns the seconds it is good for
 */
export async function testCredentials(id: string, secret: string): Promise<number> {
  const basic = btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`);
  const { data: token } = await call<{ access_token: string; expires_in: number }>(
    'POST',
    'oauth/token',
    'grant_type=client_credentials',
    {
      headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/x-www-form-urlencoded' },
      isAnonymous: true,
    },
  );
  await call('GET', 'v1/diagrams', undefined, {
    query: { limit: 1 },
    headers: { Authorization: `Bearer ${token.access_token}` },
    isAnonymous: true,
  });
  return token.expires_in;
}

/** The lines with which a developer does the same in a shell. */
export function curlLines(id: string, secret: string | undefined): { token: string; use: string } {
  const credentials = `${id}:${secret ?? '<client_secret>'}`;
  return {
    token: `curl -u '${credentials}' -d grant_type=client_credentials '${addressOf('oauth/token')}'`,
    use: `curl -H 'Authorization: Bearer <access_token>' '${addressOf('v1/diagrams')}'`,
  };
}
