import { useState } from 'preact/hooks';
import { Dialog } from './Dialog';
import { TextArea } from './fields';
import { createStore, useStore } from './store';
import { texts } from './texts';

export interface Question {
  /** The question, naming what it is about: the accessible name of the dialog. */
  title: string;
  /** What follows from a yes, above all what cannot be undone. */
  text: string;
  /** The verb on the button. */
  action: string;
  isDangerous?: boolean;
  /** Asks for a comment as well. */
  comment?: { label?: string; max: number; isRequired?: boolean };
}

export interface Confirmed {
  comment: string;
}

interface Asked extends Question {
  answer(confirmed: Confirmed | undefined): void;
}

const asked = createStore<Asked | undefined>(undefined);

/** Asks before something is done that cannot be undone; undefined is no. */
export function confirm(question: Question): Promise<Confirmed | undefined> {
  asked.get()?.answer(undefined);
  return new Promise((resolve) => {
    const answer = (confirmed: Confirmed | undefined) => {
      asked.set(undefined);
      resolve(confirmed);
    };
    asked.set({ ...question, answer });
  });
}

/** Shows what {@link confirm} asks; once in the page. */
export function ConfirmHost() {
  const question = useStore(asked);
  return question ? <ConfirmDialog key={question.title} question={question} /> : null;
}

function ConfirmDialog({ question }: { question: Asked }) {
  const words = texts.use();
  const [comment, setComment] = useState('');
  const isComplete = !question.comment?.isRequired || comment.trim() !== '';
  return (
    <Dialog
      isAlert
      size="small"
      title={question.title}
      onClose={() => question.answer(undefined)}
      onSubmit={() => isComplete && question.answer({ comment: comment.trim() })}
      actions={
        <>
          <button type="button" onClick={() => question.answer(undefined)}>
            {words.cancel}
          </button>
          <button type="submit" class={question.isDangerous ? 'danger' : 'primary'} disabled={!isComplete}>
            {question.action}
          </button>
        </>
      }
    >
      <p>{question.text}</p>
      {question.comment && (
        <TextArea
          label={question.comment.label ?? words.comment}
          value={comment}
          onValue={setComment}
          maxLength={question.comment.max}
          isRequired={question.comment.isRequired}
        />
      )}
    </Dialog>
  );
}
