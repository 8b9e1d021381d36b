import { createStore, useStore } from './store';
import { texts } from './texts';

type Kind = 'success' | 'error' | 'info';

interface Shown {
  id: number;
  text: string;
  kind: Kind;
}

const SHOWN_MS = 8000;
const shown = createStore<Shown[]>([]);
let count = 0;

/** Tells that something was done; failures stay until they are dismissed. Not while a dialog is open. */
export function toast(text: string, kind: Kind = 'success'): void {
  const id = ++count;
  shown.set([...shown.get(), { id, text, kind }]);
  if (kind !== 'error') {
    setTimeout(() => dismiss(id), SHOWN_MS);
  }
}

function dismiss(id: number): void {
  shown.set(shown.get().filter((each) => each.id !== id));
}

/** Shows what {@link toast} tells; once in the page. */
export function ToastHost() {
  const words = texts.use();
  return (
    <div class="toasts" role="status" aria-live="polite">
      {useStore(shown).map(({ id, text, kind }) => (
        <div key={id} class={`note ${kind}`}>
          <p>{text}</p>
          <button type="button" class="quiet icon" aria-label={words.dismiss} onClick={() => dismiss(id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
