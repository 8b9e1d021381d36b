import { useEffect, useState } from 'preact/hooks';
import {
  asApiError,
  confirm,
  Dialog,
  ErrorNote,
  Loading,
  Note,
  toast,
  useAction,
  useSession,
  type ApiError,
} from '../../shared';
import { texts as shared } from '../../shared/texts';
import { ClientFields } from './ClientFields';
import { clientCommands, openClient, updateClient, type Client, type OpenedClient } from './clients';
import { Credentials } from './Credentials';
import { changesOf, draftOf, problemsOf } from './draft';
import { StateCommands } from './StateCommands';
import { texts } from './texts';
import { TokenTest } from './TokenTest';

/** Opens a client: shows a waiting secret once, changes the client, and rules over its life. */
export function EditDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const words = texts.use();
  const viewer = useSession().name;
  const [opened, setOpened] = useState<OpenedClient & { error?: ApiError }>({});
  const load = async (secret?: string) => {
    try {
      const fresh = await openClient(id, viewer);
      setOpened((old) => ({ client: fresh.client, secret: secret ?? fresh.secret ?? old.secret }));
    } catch (error) {
      setOpened((old) => ({ ...old, secret: secret ?? old.secret, error: asApiError(error) }));
    }
  };
  useEffect(() => void load(), []);
  if (opened.client) {
    return <Opened client={opened.client} secret={opened.secret} onChanged={load} onClose={onClose} />;
  }
  return (
    <Dialog title={words.dialog} onClose={onClose}>
      {opened.error ? <ErrorNote error={opened.error} /> : <Loading />}
    </Dialog>
  );
}

interface OpenedProps {
  client: Client;
  /** The plain secret, while it may be seen. */
  secret?: string;
  /** Something was changed here; with a secret that was made. */
  onChanged: (secret?: string) => Promise<void>;
  onClose: () => void;
}

function Opened({ client, secret, onChanged, onClose }: OpenedProps) {
  const words = texts.use();
  const [draft, setDraft] = useState(draftOf(client));
  const [isChecked, setChecked] = useState(false);
  const action = useAction();
  const problems = problemsOf(draft, words);
  const commands = clientCommands(client.client_id);
  const save = async () => {
    setChecked(true);
    const update = () => updateClient(client, changesOf(draft, client), draft.roles);
    if (!client.managed && Object.keys(problems).length === 0 && (await action.run(update))) {
      onClose();
      toast(words.updated(draft.name.trim()));
    }
  };
  const remove = async () => {
    const question = {
      title: words.deleteTitle(client.name),
      text: words.deleteText,
      action: words.delete,
      isDangerous: true,
    };
    if ((await confirm(question)) && (await action.run(commands.delete))) {
      onClose();
      toast(words.deleted(client.name));
    }
  };
  return (
    <Dialog
      title={words.dialogOf(client.name)}
      onClose={onClose}
      onSubmit={save}
      actions={
        <>
          {!client.managed && (
            <button type="button" class="danger first" onClick={remove}>
              {words.delete}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {shared.use().cancel}
          </button>
          {!client.managed && (
            <button type="submit" class="primary" disabled={action.isRunning}>
              {words.save}
            </button>
          )}
        </>
      }
    >
      {client.managed && <Note>{words.managedHint}</Note>}
      {action.error && <ErrorNote error={action.error} />}
      <ClientFields
        draft={draft}
        onDraft={setDraft}
        problems={isChecked ? problems : {}}
        isDisabled={client.managed}
        credentials={<Credentials client={client} secret={secret} onChanged={onChanged} />}
      />
      <StateCommands client={client} onChanged={onChanged} />
      <TokenTest client={client} secret={secret} />
    </Dialog>
  );
}
