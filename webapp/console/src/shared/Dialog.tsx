import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { texts } from './texts';

interface DialogProps {
  title: string;
  /** Escape, the cross, and whatever the content offers. */
  onClose: () => void;
  children: ComponentChildren;
  /** Buttons at the lower edge. */
  actions?: ComponentChildren;
  /** A question that has to be answered before anything else. */
  isAlert?: boolean;
  size?: 'small' | 'wide';
  /** Makes the content a form, which Enter and the submit button among the actions send. */
  onSubmit?: () => void;
}

/**
 * A modal dialog over the page or over another dialog. It is open while it is rendered; the focus
 * returns to where it was. Its title is its accessible name.
 */
export function Dialog({ title, onClose, children, actions, isAlert, size, onSubmit }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const content = (
    <>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" class="quiet icon" aria-label={texts.use().close} onClick={onClose}>
          ✕
        </button>
      </header>
      <div class="content">{children}</div>
      {actions && <footer class="actions">{actions}</footer>}
    </>
  );
  return (
    <dialog
      ref={element}
      class={size}
      role={isAlert ? 'alertdialog' : undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target === element.current) {
          event.preventDefault();
          onClose();
        }
      }}
    >
      {onSubmit ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {content}
        </form>
      ) : (
        content
      )}
    </dialog>
  );
}
