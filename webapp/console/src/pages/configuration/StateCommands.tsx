import { useState } from 'preact/hooks';
import { confirm, ErrorNote, Note, useAction } from '../../shared';
import { clientCommands, type Client } from './clients';
import { texts as shared } from '../../shared/texts';
import { ClientState } from './ClientState';
import { texts } from './texts';

/** Disabling, enabling, and revoking all tokens. */
export function StateCommands({ client, onChanged }: { client: Client; onChanged: () => Promise<void> }) {
  const words = texts.use();
  const undoWord = shared.use().undo;
  const action = useAction();
  const [done, setDone] = useState<{ text: string; undo?: () => Promise<void> }>();
  const commands = clientCommands(client.client_id);
  const run = async (work: () => Promise<string>, undo?: () => Promise<void>) => {
    setDone(undefined);
    await action.run(async () => {
      const text = await work();
      await onChanged();
      setDone({ text, undo });
    });
  };
  const enable = () => run(() => commands.enable().then(() => words.nowEnabled));
  const disable = async () => {
    const comment = await confirm({
      title: words.disableTitle(client.name),
      text: words.disableText,
      action: words.disable,
      isDangerous: true,
      comment: { max: 4000 },
    });
    if (comment) {
      await run(() => commands.disable(comment.comment).then(() => words.nowDisabled), enable);
    }
  };
  const revokeTokens = async () => {
    const title = words.revokeTokensTitle(client.name);
    if (await confirm({ title, text: words.revokeTokensText, action: words.revokeTokens, isDangerous: true })) {
      await run(() => commands.revokeTokens().then(words.tokensRevoked));
    }
  };
  return (
    <fieldset class="checks">
      <legend>{words.state}</legend>
      <div class="actions">
        <ClientState client={client} />
        {!client.managed && (
          <button type="button" disabled={action.isRunning} onClick={client.disabled ? enable : disable}>
            {client.disabled ? words.enable : words.disable}
          </button>
        )}
        <button type="button" disabled={action.isRunning} onClick={revokeTokens}>
          {words.revokeTokens}
        </button>
      </div>
      {done && (
        <Note kind="success">
          <p>{done.text}</p>
          {done.undo && (
            <button type="button" disabled={action.isRunning} onClick={() => void done.undo!()}>
              {undoWord}
            </button>
          )}
        </Note>
      )}
      {action.error && <ErrorNote error={action.error} />}
    </fieldset>
  );
}
