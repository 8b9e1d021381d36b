import { useState } from 'preact/hooks';
import { confirm, CopyText, ErrorNote, Note, Time, useAction } from '../../shared';
import { clientCommands, type Client, type Secret } from './clients';
import { texts } from './texts';

interface CredentialsProps {
  client: Client;
  secret?: string;
  onChanged: (secret?: string) => Promise<void>;
}

/** Client id and secrets: the plain one while it may be seen, hints of all, rotation, revocation. */
export function Credentials({ client, secret, onChanged }: CredentialsProps) {
  const words = texts.use();
  const action = useAction();
  const [done, setDone] = useState('');
  const commands = clientCommands(client.client_id);
  const isFull = client.secrets.length > 1;
  const rotate = async () => {
    const text = isFull ? words.replaceText : words.rotateText;
    const question = { title: words.rotateTitle(client.name), text, action: words.rotate };
    if (client.secrets.length === 0 || (await confirm(question))) {
      const rotated = await action.run(async () => onChanged(await commands.rotate(isFull)));
      setDone(rotated ? words.rotated : '');
    }
  };
  const revoke = async ({ id, hint }: Secret) => {
    const title = words.revokeTitle(hint);
    if (await confirm({ title, text: words.revokeText, action: words.revoke, isDangerous: true })) {
      const isRevoked = await action.run(async () => {
        await commands.revokeSecret(id);
        await onChanged();
      });
      setDone(isRevoked ? words.revoked : '');
    }
  };
  return (
    <>
      <CopyText label={words.clientId} value={client.client_id} />
      {secret && (
        <>
          <CopyText label={words.clientSecret} value={secret} />
          <Note kind="warning">{words.once}</Note>
        </>
      )}
      <div class="field">
        <span class="label">{secret ? words.secrets : words.clientSecret}</span>
        {client.secrets.length === 0 && <span>{words.noSecret}</span>}
        <ul class="plain secrets">
          {client.secrets.map((each) => (
            <li key={each.id}>
              <SecretLine secret={each} />
              {!client.managed && (
                <button type="button" class="danger" aria-label={words.revokeOf(each.hint)} onClick={() => revoke(each)}>
                  {words.revoke}
                </button>
              )}
            </li>
          ))}
        </ul>
        {!client.managed && (
          <div class="actions">
            <button type="button" disabled={action.isRunning} onClick={rotate}>
              {words.rotate}
            </button>
          </div>
        )}
        {done && <Note kind="success">{done}</Note>}
        {action.error && <ErrorNote error={action.error} />}
      </div>
    </>
  );
}

function SecretLine({ secret }: { secret: Secret }) {
  const words = texts.use();
  return (
    <span>
      <code>••••{secret.hint}</code>
      {secret.expires_at && (
        <>
          {' '}
          {words.secretExpires} <Time value={secret.expires_at} />
        </>
      )}
    </span>
  );
}
