import { useState } from 'preact/hooks';
import {
  ErrorNote,
  Select,
  api,
  confirm,
  path,
  toast,
  useAction,
  useAddress,
  useLive,
  useSession,
  type Collection,
  type Column,
  type Undo,
} from '../../shared';
import type { NewVariable } from '../../processes/commands';
import { LiveTable } from '../../processes/LiveTable';
import type { Variable } from '../../processes/model';
import { CommandDialog } from '../../processes/StepDialogs';
import { texts as common } from '../../processes/texts';
import { VariableFields } from '../../processes/VariableFields';
import type { TabProps } from './detail';
import { texts } from './texts';

const NEW: NewVariable = { name: '', type: 'varchar2', value: '' };

/** The variables of one scope, to read and to change. */
export function Variables({ instance, onChange }: TabProps) {
  const words = texts.use();
  const terms = common.use();
  const session = useSession();
  const action = useAction();
  const [scope, setScope] = useAddress('scope', '0');
  const [edited, setEdited] = useState<{ variable: NewVariable; isNew: boolean }>();
  const address = path`v1/processes/${instance.prcs_id}/process_vars`;
  const live = useLive<Collection<Variable>>(address, { scope });
  const refresh = () => {
    live.refresh();
    onChange();
  };
  const onDone = (text: string, undo?: Undo) => {
    setEdited(undefined);
    toast(text, 'success', undo && (() => undo().then(refresh)));
    refresh();
  };
  const remove = async ({ name, scope: of }: Variable) => {
    const title = words.deleteVariable(name);
    const question = { title, text: words.deleteVariableText, action: words.commands.delete, isDangerous: true };
    if ((await confirm(question)) && (await action.run(() => api.delete(address, { name, scope: of })))) {
      onDone(words.variableDeleted(name));
    }
  };
  const columns: Column<Variable>[] = [
    { key: 'name', header: terms.variableName, cell: ({ name }) => name },
    { key: 'type', header: terms.variableType, cell: ({ type }) => type },
    { key: 'value', header: terms.variableValue, cell: ({ value }) => <span class="value">{value}</span> },
    {
      key: 'actions',
      header: terms.actions,
      cell: (variable) => (
        <div class="actions">
          {session.hasRole('Flows for Apex - Write') && (
            <button
              type="button"
              aria-label={words.editVariable(variable.name)}
              onClick={() => setEdited({ variable: { ...variable, type: variable.type.toLowerCase() }, isNew: false })}
            >
              {words.edit}
            </button>
          )}
          {session.hasRole('Flows for Apex - Admin') && (
            <button
              type="button"
              class="danger"
              aria-label={`${words.commands.delete}: ${variable.name}`}
              onClick={() => void remove(variable)}
            >
              {words.commands.delete}
            </button>
          )}
        </div>
      ),
    },
  ];
  const scopes = [...new Set([0, ...instance.process_vars.map((variable) => variable.scope)])].map(String);
  return (
    <>
      <div class="toolbar">
        <Select
          label={words.scope}
          value={scope}
          onValue={setScope}
          choices={scopes.map((value) => ({ value, label: value === '0' ? words.mainScope : value }))}
        />
        {session.hasRole('Flows for Apex - Write') && (
          <button type="button" onClick={() => setEdited({ variable: { ...NEW, scope: Number(scope) }, isNew: true })}>
            {words.newVariable}
          </button>
        )}
      </div>
      {action.error && <ErrorNote error={action.error} />}
      <LiveTable
        live={live}
        caption={terms.variables}
        columns={columns}
        keyOf={({ name }) => name}
        empty={words.noVariables}
      />
      {edited && (
        <VariableDialog {...edited} address={address} onClose={() => setEdited(undefined)} onDone={onDone} />
      )}
    </>
  );
}

interface VariableDialogProps {
  address: string;
  variable: NewVariable;
  isNew: boolean;
  onClose: () => void;
  onDone: (text: string, undo?: Undo) => void;
}

function VariableDialog({ address, variable, isNew, onClose, onDone }: VariableDialogProps) {
  const words = texts.use();
  const [draft, setDraft] = useState(variable);
  const { name, type, value, scope } = draft;
  return (
    <CommandDialog
      title={isNew ? words.newVariable : words.editVariable(variable.name)}
      action={words.save}
      run={() => api.put(address, { name: name.trim(), type, value, scope })}
      onClose={onClose}
      onDone={() => onDone(words.saved(name), isNew ? undefined : () => api.put(address, variable))}
    >
      <VariableFields variable={draft} onVariable={setDraft} isKept={!isNew} />
    </CommandDialog>
  );
}
