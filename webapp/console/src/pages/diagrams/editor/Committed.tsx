import { useEffect, useState } from 'preact/hooks';
import { TextArea, TextField } from '../../../shared';

interface CommittedProps {
  label: string;
  value: string;
  /** Called with a changed value when the field is left or Enter is pressed: one step to undo. */
  onCommit: (value: string) => void;
  control: 'line' | 'text' | 'code';
}

/** A text that counts when it is finished. */
export function Committed({ label, value, onCommit, control }: CommittedProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const commit = () => {
    if (draft !== value) {
      onCommit(draft);
    }
  };
  const props = { label, value: draft, onValue: setDraft };
  return (
    <div
      class={control}
      onFocusOut={commit}
      onKeyDown={(event) => control === 'line' && event.key === 'Enter' && commit()}
    >
      {control === 'line' ? <TextField {...props} /> : <TextArea {...props} rows={control === 'code' ? 8 : 4} />}
    </div>
  );
}
