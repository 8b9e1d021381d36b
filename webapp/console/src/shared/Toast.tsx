import { useEffect } from 'preact/hooks';
import { sentenceOf } from './errors';
import { useLocation } from './location';
import { createStore, useStore } from './store';
import { texts } from './texts';
import { useAction } from './useAction';

type Kind = 'success' | 'error' | 'info';

/** Takes back what was done; a failure is told. */
export type Undo = () => Promise<unknown>;

interface Shown {
  id: number;
  text: string;
  kind: Kind;
  undo?: Undo;
}

const SHOWN_MS = 8000;
const shown = createStore<Shown[]>([]);
let count = 0;

/**
 * Tells that something was done, and offers to take it back where that can be. Failures stay until
 * they are dismissed, an offer besides until the next one or until the place is left: nobody has to
 * hurry (WCAG 2.2.1). Not while a dialog is open.
 */
export function toast(text: string, kind: Kind = 'success', undo?: Undo): void {
  const id = ++count;
  if (undo) {
    withdrawOffers();
  }
  shown.set([...shown.get(), { id, text, kind, undo }]);
  if (kind !== 'error' && !undo) {
    setTimeout(() => dismiss(id), SHOWN_MS);
  }
}

function dismiss(id: number): void {
  shown.set(shown.get().filter((each) => each.id !== id));
}

function withdrawOffers(): void {
  shown.set(shown.get().filter(({ undo }) => !undo));
}

/** Shows what {@link toast} tells; once in the page. What can be undone is offered where it was done only. */
export function ToastHost() {
  const words = texts.use();
  const place = useLocation().path.join('/');
  useEffect(withdrawOffers, [place]);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {useStore(shown).map(({ id, text, kind, undo }) => (
        <div key={id} class={`note ${kind}`}>
          <p>{text}</p>
          {undo && <UndoButton what={text} undo={undo} onDone={() => dismiss(id)} />}
          <button type="button" class="quiet icon" aria-label={words.dismiss} onClick={() => dismiss(id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}

interface UndoButtonProps {
  /** What was done, as it was told. */
  what: string;
  undo: Undo;
  onDone: () => void;
}

/** Takes back what was done, and tells so. */
function UndoButton({ what, undo, onDone }: UndoButtonProps) {
  const words = texts.use();
  const action = useAction();
  const run = async () => {
    if (await action.run(undo)) {
      onDone();
      toast(words.undone, 'info');
    }
  };
  return (
    <>
      {action.error && <p role="alert">{sentenceOf(action.error)}</p>}
      <button type="button" aria-label={`${words.undo}: ${what}`} disabled={action.isRunning} onClick={() => void run()}>
        {words.undo}
      </button>
    </>
  );
}
