import { useRef, useState } from 'preact/hooks';
import { Dialog, ErrorNote, Select, TextArea, TextField, api, fromLocalInput, useAction, type Undo } from '../shared';
import { texts as shared } from '../shared/texts';
import type { ComponentChildren } from 'preact';
import { stepCommands, type NewVariable } from './commands';
import { nameOfStep, type FoundTimer, type Step } from './model';
import { texts } from './texts';
import { VariableList, named } from './VariableFields';

const MAX_COMMENT = 2000;

export interface StepDialogProps {
  step: Pick<Step, 'prcs_id' | 'sbfl_id' | 'step_key' | 'current' | 'object_name'>;
  onClose: () => void;
  onDone: (text: string, undo?: Undo) => void;
}

interface FormProps {
  title: string;
  action: string;
  run: () => Promise<unknown>;
  onClose: () => void;
  onDone: () => void;
  children: ComponentChildren;
}

/** A dialog that sends one change and stays open when that fails. */
export function CommandDialog({ title, action, run, onClose, onDone, children }: FormProps) {
  const command = useAction();
  const cancel = shared.use().cancel;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => void command.run(run).then((isDone) => isDone && onDone())}
      actions={
        <>
          <button type="button" onClick={onClose}>
            {cancel}
          </button>
          <button type="submit" class="primary" disabled={command.isRunning}>
            {action}
          </button>
        </>
      }
    >
      {command.error && <ErrorNote error={command.error} />}
      {children}
    </Dialog>
  );
}

function Comment({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  return <TextArea label={shared.use().comment} value={value} onValue={onValue} maxLength={MAX_COMMENT} />;
}

/** Completes a step, with variables on the way. */
export function CompleteDialog({ step, onClose, onDone }: StepDialogProps) {
  const words = texts.use();
  const name = nameOfStep(step);
  const [variables, setVariables] = useState<NewVariable[]>([]);
  return (
    <CommandDialog
      title={words.completeTitle(name)}
      action={words.complete}
      run={() => stepCommands.complete(step, named(variables))}
      onClose={onClose}
      onDone={() => onDone(words.completed(name))}
    >
      <p>{words.completeText}</p>
      <VariableList variables={variables} onVariables={setVariables} />
    </CommandDialog>
  );
}

/** Sets a step of a suspended instance back. */
export function RewindDialog({ step, onClose, onDone }: StepDialogProps) {
  const words = texts.use();
  const name = nameOfStep(step);
  const [target, setTarget] = useState('last_step');
  const [object, setObject] = useState('');
  const [comment, setComment] = useState('');
  const choices = Object.entries(words.rewindTargets).map(([value, label]) => ({ value, label }));
  const isNamed = target === 'prior_step';
  return (
    <CommandDialog
      title={words.rewindTitle(name)}
      action={words.rewind}
      run={() => stepCommands.rewind(step, target, isNamed ? object.trim() : '', comment)}
      onClose={onClose}
      onDone={() => onDone(words.rewound(name))}
    >
      <p>{words.rewindText}</p>
      <Select label={words.rewindTarget} value={target} onValue={setTarget} choices={choices} />
      {isNamed && <TextField label={words.rewindObject} value={object} onValue={setObject} maxLength={50} isRequired />}
      <Comment value={comment} onValue={setComment} />
    </CommandDialog>
  );
}

/** Moves the pending timer of a step; without a time it is due at once. */
export function RescheduleDialog({ step, onClose, onDone }: StepDialogProps) {
  const words = texts.use();
  const name = nameOfStep(step);
  const [time, setTime] = useState('');
  const [comment, setComment] = useState('');
  const undo = useRef<Undo>();
  const move = async () => {
    const before = time ? await findDue(step) : undefined;
    await stepCommands.reschedule(step, fromLocalInput(time), comment);
    undo.current = before ? () => stepCommands.reschedule(step, before, '') : undefined;
  };
  return (
    <CommandDialog
      title={words.rescheduleTitle(name)}
      action={time ? words.reschedule : words.now}
      run={move}
      onClose={onClose}
      onDone={() => onDone(words.rescheduled(name), undo.current)}
    >
      <TextField type="datetime-local" label={words.newTime} value={time} onValue={setTime} />
      <Comment value={comment} onValue={setComment} />
    </CommandDialog>
  );
}

/** When the timer of a step is due, if that is yet to come. */
async function findDue({ prcs_id, sbfl_id }: StepDialogProps['step']): Promise<string | undefined> {
  const timers = await api.all<FoundTimer>('v1/timers', { prcs_id, status: 'C' });
  const due = timers.find((timer) => timer.sbfl_id === sbfl_id)?.start_on;
  return due && Date.parse(due) > Date.now() ? due : undefined;
}
