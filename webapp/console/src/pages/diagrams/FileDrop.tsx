import { useRef, useState } from 'preact/hooks';
import { Note } from '../../shared';
import { texts } from './texts';

interface FileDropProps {
  label: string;
  onFile: (file: File) => void;
  /** Whether a file was taken already. */
  isAgain?: boolean;
}

/** A place to drop a BPMN file on, with a button for those who rather choose it. */
export function FileDrop({ label, onFile, isAgain }: FileDropProps) {
  const words = texts.use();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [hasSeveral, setSeveral] = useState(false);
  const take = (files: FileList | null | undefined) => {
    setOver(false);
    setSeveral((files?.length ?? 0) > 1);
    if (files?.length === 1) {
      onFile(files[0]!);
    }
  };
  return (
    <section
      class={isOver ? 'file-drop over' : 'file-drop'}
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer?.files);
      }}
    >
      <span>{words.dropHere}</span>
      <button type="button" class={isAgain ? undefined : 'primary'} onClick={() => input.current?.click()}>
        {isAgain ? words.uploadAgain : words.chooseFile}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".bpmn,.xml,application/xml,text/xml"
        aria-label={words.chooseFile}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      {hasSeveral && <Note kind="warning">{words.notOneFile}</Note>}
    </section>
  );
}
