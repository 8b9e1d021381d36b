import { useRef, useState } from 'preact/hooks';
import { texts } from './texts';

interface CopyTextProps {
  label: string;
  value: string;
  /** As a block of several lines rather than one line. */
  isBlock?: boolean;
}

/**
 * A text to take along, with a button that copies it. Where the clipboard is out of reach, as on
 * plain HTTP, the text is selected instead, so that the keyboard's own copy command takes it.
 */
export function CopyText({ label, value, isBlock }: CopyTextProps) {
  const words = texts.use();
  const text = useRef<HTMLElement>(null);
  const [result, setResult] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setResult(words.copied);
    } catch {
      select(text.current);
      setResult(words.copyByHand);
    }
  };
  return (
    <div class="copy">
      <span class="label">{label}</span>
      <div class={isBlock ? 'copied block' : 'copied'}>
        <code ref={text}>{value}</code>
        <button type="button" aria-label={`${words.copy}: ${label}`} onClick={copy}>
          {words.copy}
        </button>
      </div>
      <span class="hint" role="status">
        {result}
      </span>
    </div>
  );
}

function select(element: HTMLElement | null): void {
  if (element) {
    window.getSelection()?.selectAllChildren(element);
  }
}
