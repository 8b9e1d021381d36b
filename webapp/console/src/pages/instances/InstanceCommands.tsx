import { useState } from 'preact/hooks';
import {
  ErrorNote,
  Select,
  TextField,
  api,
  confirm,
  fromLocalInput,
  hrefOf,
  navigate,
  path,
  toLocalInput,
  toast,
  useAction,
  useSession,
} from '../../shared';
import { INSTANCE_COMMANDS, isAllowed, runOnInstance, type InstanceCommand } from '../../processes/commands';
import { usePriorities } from '../../processes/AddressFields';
import type { Instance } from '../../processes/model';
import { CommandDialog } from '../../processes/StepDialogs';
import { texts as common } from '../../processes/texts';
import { roleFor } from './BulkBar';
import type { InstanceDetail } from './detail';
import { texts } from './texts';

const DANGEROUS: readonly InstanceCommand[] = ['terminate', 'reset', 'delete'];

interface InstanceCommandsProps {
  instance: InstanceDetail;
  /** What the search tells of it, as soon as it does. */
  found?: Instance;
  onDone: () => void;
}

/** The buttons that make sense for an instance in its status and for the viewer's roles. */
export function InstanceCommands({ instance, found, onDone }: InstanceCommandsProps) {
  const words = texts.use();
  const session = useSession();
  const action = useAction();
  const [isEditing, setEditing] = useState(false);
  const { name, prcs_id: id, status } = instance;
  const run = async (command: InstanceCommand) => {
    const answer = await confirm({
      title: words.questions[command](name),
      text: words.consequences[command],
      action: words.commands[command],
      isDangerous: DANGEROUS.includes(command),
      comment: command === 'start' ? undefined : { max: 2000 },
    });
    if (answer && (await action.run(() => runOnInstance(command, id, answer.comment)))) {
      const undo = command === 'suspend' ? () => runOnInstance('resume', id, '').then(onDone) : undefined;
      toast(words.done[command](name), 'success', undo);
      if (command === 'delete') {
        navigate(hrefOf(['instances']));
      } else {
        onDone();
      }
    }
  };
  return (
    <>
      {session.hasRole('Flows for Apex - Write') && (
        <button type="button" onClick={() => setEditing(true)}>
          {words.editInstance}
        </button>
      )}
      {INSTANCE_COMMANDS.filter((command) => isAllowed(command, status) && session.hasRole(roleFor(command))).map(
        (command) => (
          <button
            key={command}
            type="button"
            class={DANGEROUS.includes(command) ? 'danger' : command === 'start' ? 'primary' : undefined}
            disabled={action.isRunning}
            onClick={() => void run(command)}
          >
            {words.commands[command]}
          </button>
        ),
      )}
      {action.error && <ErrorNote error={action.error} />}
      {isEditing && found && <EditDialog instance={found} onClose={() => setEditing(false)} onDone={onDone} />}
    </>
  );
}

interface EditDialogProps {
  instance: Instance;
  onClose: () => void;
  onDone: () => void;
}

function EditDialog({ instance, onClose, onDone }: EditDialogProps) {
  const words = texts.use();
  const terms = common.use();
  const [name, setName] = useState(instance.name);
  const [priority, setPriority] = useState(String(instance.priority ?? ''));
  const [due, setDue] = useState(toLocalInput(instance.due_on));
  const priorities = usePriorities();
  const address = path`v1/processes/${instance.prcs_id}`;
  const body = { name, due_on: fromLocalInput(due, instance.due_on), ...(priority && { priority: Number(priority) }) };
  const undo = () => api.put(address, before(instance)).then(onDone);
  return (
    <CommandDialog
      title={words.editTitle(instance.name)}
      action={words.save}
      run={() => api.put(address, body)}
      onClose={onClose}
      onDone={() => {
        onClose();
        toast(words.saved(name), 'success', undo);
        onDone();
      }}
    >
      <TextField label={words.name} value={name} onValue={setName} maxLength={150} isRequired />
      <Select
        label={terms.priority}
        value={priority}
        onValue={setPriority}
        choices={instance.priority === null ? [{ value: '', label: terms.none }, ...priorities] : priorities}
      />
      <TextField type="datetime-local" label={terms.due} value={due} onValue={setDue} />
    </CommandDialog>
  );
}

/** A priority can be changed, but not taken away again. */
function before({ name, due_on, priority }: Instance): object {
  return { name, due_on, ...(priority !== null && { priority }) };
}
