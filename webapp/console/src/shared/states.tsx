import type { ComponentChildren } from 'preact';
import { ApiError } from './api';
import { sentenceOf } from './errors';
import { language } from './language';
import { useStore } from './store';
import { texts } from './texts';

/** Something is on its way. */
export function Loading() {
  return (
    <p class="state" role="status">
      <span class="spinner" aria-hidden="true" /> {texts.use().loading}
    </p>
  );
}

/** There is nothing to show: say why, and what to do about it. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="state empty">{children}</div>;
}

/** A failure as a sentence, with the number under which the server's log knows it. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  useStore(language);
  const words = texts.use();
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <div class="note error" role="alert">
      <p>{sentenceOf(error)}</p>
      {requestId && <p class="reference">{words.reference(requestId)}</p>}
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </div>
  );
}

/** A remark of the page itself. */
export function Note({ kind = 'info', children }: { kind?: 'info' | 'warning' | 'success'; children: ComponentChildren }) {
  return (
    <div class={`note ${kind}`} role={kind === 'success' ? 'status' : undefined}>
      {children}
    </div>
  );
}
