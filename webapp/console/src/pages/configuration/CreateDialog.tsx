import { useState } from 'preact/hooks';
import { Dialog, ErrorNote, toast, useAction, useSession } from '../../shared';
import { texts as shared } from '../../shared/texts';
import { ClientFields } from './ClientFields';
import { createClient } from './clients';
import { changesOf, emptyDraft, problemsOf } from './draft';
import { texts } from './texts';

/** Makes a client; its secret is shown when it is reopened. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const words = texts.use();
  const [draft, setDraft] = useState(emptyDraft(useSession().name));
  const [isChecked, setChecked] = useState(false);
  const action = useAction();
  const problems = problemsOf(draft, words);
  const create = async () => {
    setChecked(true);
    if (
      Object.keys(problems).length === 0 &&
      (await action.run(() => createClient(changesOf(draft), draft.roles)))
    ) {
      onClose();
      toast(words.created(draft.name.trim()));
    }
  };
  return (
    <Dialog
      title={words.dialog}
      onClose={onClose}
      onSubmit={create}
      actions={
        <>
          <button type="button" onClick={onClose}>
            {shared.use().cancel}
          </button>
          <button type="submit" class="primary" disabled={action.isRunning}>
            {words.create}
          </button>
        </>
      }
    >
      <ClientFields draft={draft} onDraft={setDraft} problems={isChecked ? problems : {}} />
      {action.error && <ErrorNote error={action.error} />}
    </Dialog>
  );
}
