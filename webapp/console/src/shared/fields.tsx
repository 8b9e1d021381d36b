import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { texts } from './texts';

interface FieldProps {
  label: string;
  hint?: string;
  /** What is wrong with the value; shown below it and told by the field. */
  error?: string;
  isRequired?: boolean;
}

interface ValueProps extends FieldProps {
  value: string;
  onValue: (value: string) => void;
  maxLength?: number;
  isReadOnly?: boolean;
  isDisabled?: boolean;
  placeholder?: string;
}

type Described = Pick<JSX.HTMLAttributes<HTMLElement>, 'id' | 'aria-describedby' | 'aria-invalid'>;

/** Label, control, hint and error of one value. */
export function Field({
  label,
  hint,
  error,
  isRequired,
  children,
}: FieldProps & { children: (described: Described) => ComponentChildren }) {
  const id = useId();
  const words = texts.use();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div class="field">
      <label for={id}>
        {label}
        {isRequired && (
          <span class="required" title={words.required} aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="problem" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type InputType = 'text' | 'email' | 'url' | 'number' | 'password' | 'search' | 'datetime-local';

interface InputProps extends ValueProps {
  type?: InputType;
  autocomplete?: string;
  min?: number;
  max?: number;
}

/** One line of text, or whatever else the type says. */
export function TextField(props: InputProps) {
  const { type = 'text', autocomplete = 'off' } = props;
  return (
    <Field {...props}>
      {(described) => (
        <input
          {...described}
          type={type}
          value={props.value}
          onInput={(event) => props.onValue(event.currentTarget.value)}
          required={props.isRequired}
          readOnly={props.isReadOnly}
          disabled={props.isDisabled}
          maxLength={props.maxLength}
          min={props.min}
          max={props.max}
          placeholder={props.placeholder}
          autocomplete={autocomplete}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea(props: ValueProps & { rows?: number }) {
  return (
    <Field {...props}>
      {(described) => (
        <textarea
          {...described}
          rows={props.rows ?? 3}
          value={props.value}
          onInput={(event) => props.onValue(event.currentTarget.value)}
          required={props.isRequired}
          readOnly={props.isReadOnly}
          disabled={props.isDisabled}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
        />
      )}
    </Field>
  );
}

export interface Choice {
  value: string;
  label: string;
}

/** One of a few values. */
export function Select(props: ValueProps & { choices: readonly Choice[] }) {
  return (
    <Field {...props}>
      {(described) => (
        <select
          {...described}
          value={props.value}
          onChange={(event) => props.onValue(event.currentTarget.value)}
          required={props.isRequired}
          disabled={props.isDisabled}
        >
          {props.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckProps {
  label: ComponentChildren;
  isChecked: boolean;
  onChecked: (isChecked: boolean) => void;
  isDisabled?: boolean;
  isSwitch?: boolean;
}

/** Yes or no; as a switch where the word is on or off. */
export function Checkbox({ label, isChecked, onChecked, isDisabled, isSwitch }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        role={isSwitch ? 'switch' : undefined}
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

interface CheckGroupProps {
  legend: string;
  choices: readonly Choice[];
  values: readonly string[];
  onValues: (values: string[]) => void;
  isDisabled?: boolean;
}

/** Any of a few values, one below the other. */
export function CheckGroup({ legend, choices, values, onValues, isDisabled }: CheckGroupProps) {
  const change = (value: string, isChecked: boolean) =>
    onValues(isChecked ? [...values, value] : values.filter((each) => each !== value));
  return (
    <fieldset class="checks">
      <legend>{legend}</legend>
      {choices.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          isChecked={values.includes(value)}
          onChecked={(isChecked) => change(value, isChecked)}
          isDisabled={isDisabled}
        />
      ))}
    </fieldset>
  );
}
