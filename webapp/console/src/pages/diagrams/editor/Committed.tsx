import { useState } from 'preact/hooks';
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
  // there only while the text is being written
  const [draft, setDraft] = useState<string>();
  const commit = () => {
    setDraft(undefined);
    if (draft !== undefined && draft !== value) {
      onCommit(draft);
    }
  };
  const props = { label, value: draft ?? value, onValue: setDraft };
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
