import { StatusBadge } from '../../shared';
import type { Client } from './clients';
import { texts } from './texts';

/** Whether the client gets tokens now. */
export function ClientState({ client }: { client: Client }) {
  const words = texts.use();
  if (client.disabled) {
    return <StatusBadge tone="error">{words.disabled}</StatusBadge>;
  }
  return client.expires_at && Date.parse(client.expires_at) <= Date.now() ? (
    <StatusBadge tone="warning">{words.expired}</StatusBadge>
  ) : (
    <StatusBadge tone="ok">{words.active}</StatusBadge>
  );
}
