import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  Select,
  TextField,
  fromLocalInput,
  setQuery,
  toLocalInput,
  useLocation,
  type Choice,
  type QueryValues,
} from '../shared';
import { texts } from './texts';

const TYPING_MS = 350;

interface AddressFieldProps {
  /** The parameter in the address, named as in the API. */
  name: string;
  label: string;
  hint?: string;
}

/** Changes filters of the address; another filter starts at the first page. */
export function changeFilters(values: QueryValues): void {
  setQuery({ ...values, after: undefined, offset: undefined });
}

/** A text that reaches the address when typing pauses. */
export function TextFilter({ name, label, hint }: AddressFieldProps) {
  const stored = useLocation().query.get(name) ?? '';
  const [typed, setTyped] = useState(stored);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  // before the next key, which would be lost otherwise
  useLayoutEffect(() => setTyped(stored), [stored]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => changeFilters({ [name]: value }), TYPING_MS);
  };
  return <TextField type="search" label={label} hint={hint} value={typed} onValue={type} />;
}

/** The values of a {@link TextFilter} that takes several with a comma between them. */
export function severalOf(query: URLSearchParams, name: string): string[] {
  return (query.get(name) ?? '').split(',').map((value) => value.trim());
}

/** A moment; the address has it in UTC. */
export function TimeFilter({ name, label, hint }: AddressFieldProps) {
  const stored = useLocation().query.get(name);
  return (
    <TextField
      type="datetime-local"
      label={label}
      hint={hint}
      value={toLocalInput(stored)}
      onValue={(value) => changeFilters({ [name]: fromLocalInput(value) ?? undefined })}
    />
  );
}

/** One of a few values, or any. */
export function ChoiceFilter({ name, label, hint, choices }: AddressFieldProps & { choices: readonly Choice[] }) {
  const value = useLocation().query.get(name) ?? '';
  const any = { value: '', label: texts.use().any };
  return (
    <Select
      label={label}
      hint={hint}
      value={value}
      onValue={(next) => changeFilters({ [name]: next })}
      choices={[any, ...choices]}
    />
  );
}

/** The priorities, as choices. */
export function usePriorities(): Choice[] {
  return Object.entries(texts.use().priorities).map(([value, label]) => ({ value, label }));
}
