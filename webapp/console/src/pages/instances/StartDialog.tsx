import { useRef, useState } from 'preact/hooks';
import { Checkbox, Note, Select, TextField, call, fromLocalInput, path, type Answer } from '../../shared';
import type { NewVariable } from '../../processes/commands';
import { nameOfDiagram, type Diagram } from '../../processes/model';
import { usePriorities } from '../../processes/AddressFields';
import { CommandDialog } from '../../processes/StepDialogs';
import { texts as common } from '../../processes/texts';
import { VariableList, named } from '../../processes/VariableFields';
import { texts } from './texts';

interface StartDialogProps {
  diagrams: readonly Diagram[];
  onClose: () => void;
  onStarted: (id: number) => void;
}

const NOTHING = { diagram: '', name: '', businessRef: '', priority: '', due: '', isStarted: true };

/** Creates an instance, with variables, and starts it. */
export function StartDialog({ diagrams, onClose, onStarted }: StartDialogProps) {
  const words = texts.use();
  const terms = common.use();
  const startable = diagrams.filter(({ status }) => status === 'released' || status === 'draft');
  const [draft, setDraft] = useState({ ...NOTHING, diagram: String(startable[0]?.dgrm_id ?? '') });
  const [variables, setVariables] = useState<NewVariable[]>([]);
  const started = useRef(0);
  const set = (name: keyof typeof NOTHING) => (value: string) => setDraft({ ...draft, [name]: value });
  const priorities = usePriorities();
  const create = async () => (started.current = idOf(await send(draft, named(variables))));
  return (
    <CommandDialog
      title={words.startTitle}
      action={draft.isStarted ? words.startIt : words.create}
      run={create}
      onClose={onClose}
      onDone={() => onStarted(started.current)}
    >
      {startable.length === 0 && <Note kind="warning">{words.noDiagrams}</Note>}
      <div class="fields">
        <Select
          label={terms.diagram}
          value={draft.diagram}
          onValue={set('diagram')}
          choices={startable.map((each) => ({ value: String(each.dgrm_id), label: nameOfDiagram(each) }))}
          isRequired
        />
        <TextField label={words.name} hint={words.nameDefault} value={draft.name} onValue={set('name')} maxLength={150} />
        <TextField label={terms.businessRef} value={draft.businessRef} onValue={set('businessRef')} maxLength={4000} />
        <Select
          label={terms.priority}
          value={draft.priority}
          onValue={set('priority')}
          choices={[{ value: '', label: terms.none }, ...priorities]}
        />
        <TextField type="datetime-local" label={terms.due} value={draft.due} onValue={set('due')} />
      </div>
      <VariableList variables={variables} onVariables={setVariables} />
      <Checkbox
        label={words.startNow}
        isChecked={draft.isStarted}
        onChecked={(isStarted) => setDraft({ ...draft, isStarted })}
      />
    </CommandDialog>
  );
}

function send(draft: typeof NOTHING, variables: NewVariable[]): Promise<Answer<unknown>> {
  const due = fromLocalInput(draft.due);
  return call('POST', path`v1/diagrams/${draft.diagram}/processes`, {
    ...(draft.name && { name: draft.name }),
    ...(draft.businessRef && { business_ref: draft.businessRef }),
    ...(draft.priority && { priority: Number(draft.priority) }),
    ...(due && { due_on: due }),
    ...(variables.length > 0 && { process_vars: variables }),
    start: draft.isStarted,
  });
}

/** The number that the answer's address ends with: the body is empty without the role Read. */
function idOf({ location = '' }: Answer<unknown>): number {
  return Number(location.slice(location.lastIndexOf('/') + 1));
}
