import { Select, TextArea, TextField } from '../shared';
import type { NewVariable } from './commands';
import { texts } from './texts';

export const VARIABLE_TYPES = ['varchar2', 'number', 'date', 'timestamp with time zone', 'clob', 'json'] as const;
const TYPE_CHOICES = VARIABLE_TYPES.map((type) => ({ value: type, label: type.toUpperCase() }));
const LONG_TYPES: readonly string[] = ['clob', 'json'];

interface ValueFieldProps {
  type: string;
  value: string;
  onValue: (value: string) => void;
}

/** The value of a variable in the form that its type wants. */
export function VariableValue({ type, value, onValue }: ValueFieldProps) {
  const words = texts.use();
  const Control = LONG_TYPES.includes(type) ? TextArea : TextField;
  return <Control label={words.variableValue} hint={words.hints[type]} value={value} onValue={onValue} />;
}

interface VariableFieldsProps {
  variable: NewVariable;
  onVariable: (variable: NewVariable) => void;
  /** A variable that exists keeps its name and its type. */
  isKept?: boolean;
}

/** Name, type and value of one variable. */
export function VariableFields({ variable, onVariable, isKept }: VariableFieldsProps) {
  const words = texts.use();
  return (
    <div class="fields">
      <TextField
        label={words.variableName}
        value={variable.name}
        onValue={(name) => onVariable({ ...variable, name })}
        maxLength={50}
        isRequired
        isReadOnly={isKept}
      />
      <Select
        label={words.variableType}
        value={variable.type}
        onValue={(type) => onVariable({ ...variable, type })}
        choices={TYPE_CHOICES}
        isDisabled={isKept}
      />
      <VariableValue
        type={variable.type}
        value={variable.value ?? ''}
        onValue={(value) => onVariable({ ...variable, value })}
      />
    </div>
  );
}

interface VariableListProps {
  variables: readonly NewVariable[];
  onVariables: (variables: NewVariable[]) => void;
}

/** Any number of new variables. */
export function VariableList({ variables, onVariables }: VariableListProps) {
  const words = texts.use();
  const replace = (at: number, ...next: NewVariable[]) => onVariables(variables.toSpliced(at, 1, ...next));
  return (
    <fieldset class="variables">
      <legend>{words.variables}</legend>
      {variables.map((variable, at) => (
        <div class="variable" key={at}>
          <VariableFields variable={variable} onVariable={(next) => replace(at, next)} />
          <button
            type="button"
            class="quiet icon"
            aria-label={words.removeVariable(variable.name || String(at + 1))}
            onClick={() => replace(at)}
          >
            ✕
          </button>
        </div>
      ))}
      <button type="button" onClick={() => onVariables([...variables, { name: '', type: 'varchar2', value: '' }])}>
        {words.addVariable}
      </button>
    </fieldset>
  );
}

/** Those with a name, as they are sent. */
export function named(variables: readonly NewVariable[]): NewVariable[] {
  return variables.filter(({ name }) => name.trim() !== '');
}
