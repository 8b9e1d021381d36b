import { useState } from 'preact/hooks';
import { confirm, toast, useSession, type Action, type Question } from '../shared';
import { stepCommands, type StepOutcome } from './commands';
import { nameOfStep, type Step } from './model';
import { CompleteDialog, RescheduleDialog, RewindDialog } from './StepDialogs';
import { texts } from './texts';

const COMMENT = { max: 2000 };
const OPEN = ['running', 'waiting for approval', 'waiting for event'];
const DIALOGS = { complete: CompleteDialog, rewind: RewindDialog, reschedule: RescheduleDialog };
type DialogName = keyof typeof DIALOGS;

interface StepActionsProps {
  step: Step;
  /** Of the list: one change at a time, and one place for its failure. */
  action: Action;
  onDone: () => void;
  /** Also what belongs to repair rather than to work: skip, rewind, delete. */
  isRepair?: boolean;
}

/** The buttons that make sense for a step in its status and for the viewer's roles. */
export function StepActions({ step, action, onDone, isRepair }: StepActionsProps) {
  const words = texts.use();
  const session = useSession();
  const [dialog, setDialog] = useState<DialogName>();
  const name = nameOfStep(step);
  const [canWrite, isAdmin] = [session.hasRole('Flows for Apex - Write'), session.hasRole('Flows for Apex - Admin')];
  const url = step.links.find(({ rel }) => rel === 'usertask_url')?.href;
  const isOpen = OPEN.includes(step.status);
  const isFailed = step.status === 'error';
  const isHeld = step.status === 'suspended';
  const isMine = step.reservation === session.name;

  const finish = (text: string, kind?: 'error') => {
    setDialog(undefined);
    toast(text, kind);
    onDone();
  };
  const run = (work: () => Promise<unknown>, text: string) =>
    void action.run(work).then((isDone) => isDone && finish(text));
  const ask = async (question: Question, work: (comment: string) => Promise<unknown>, text: string) => {
    const answer = await confirm(question);
    if (answer) {
      run(() => work(answer.comment), text);
    }
  };
  const takeOver = () =>
    ask(
      { title: words.takeOverTitle(name, step.reservation!), text: words.takeOverText, action: words.takeOver },
      () => stepCommands.reserve(step, session.name, true),
      words.reserved(name),
    );
  const restart = async () => {
    const question = { title: words.restartTitle(name), text: words.restartText, action: words.restart };
    const answer = await confirm({ ...question, comment: COMMENT });
    let outcome: StepOutcome = {};
    const work = async () => (outcome = await stepCommands.restart(step, answer!.comment));
    if (answer && (await action.run(work))) {
      const isAgain = outcome.item?.status === 'error' && outcome.item.current === step.current;
      finish(isAgain ? words.failedAgain(name) : words.restarted(name), isAgain ? 'error' : undefined);
    }
  };
  const force = () =>
    ask(
      { title: words.forceTitle(name), text: words.forceText, action: words.force, isDangerous: true, comment: COMMENT },
      (comment) => stepCommands.force(step, comment),
      words.forced(name),
    );
  const remove = () =>
    ask(
      {
        title: words.deleteTitle(name),
        text: words.deleteText,
        action: words.deleteStep,
        isDangerous: true,
        comment: COMMENT,
      },
      (comment) => stepCommands.delete(step, comment),
      words.deleted(name),
    );

  const button = (isShown: boolean, label: string, onClick: () => void, style?: string) =>
    isShown && (
      <button type="button" class={style} aria-label={`${label}: ${name}`} disabled={action.isRunning} onClick={onClick}>
        {label}
      </button>
    );
  const open = (which: DialogName) => () => setDialog(which);
  const Shown = dialog && DIALOGS[dialog];
  return (
    <div class="actions">
      {url && (
        <a class="button" href={url} aria-label={`${words.openTask}: ${name}`}>
          {words.openTask}
        </a>
      )}
      {canWrite && (
        <>
          {button(isOpen && !step.reservation, words.reserve, () =>
            run(() => stepCommands.reserve(step, session.name), words.reserved(name)),
          )}
          {button(isOpen && isMine, words.release, () => run(() => stepCommands.release(step), words.released(name)))}
          {button(isOpen && isAdmin && !!step.reservation && !isMine, words.takeOver, () => void takeOver())}
          {button(isOpen, words.complete, open('complete'), 'primary')}
          {button(isFailed, words.restart, () => void restart(), 'primary')}
          {button(step.status === 'waiting for timer', words.reschedule, open('reschedule'))}
        </>
      )}
      {isRepair && isAdmin && (
        <>
          {button(isFailed, words.force, () => void force(), 'danger')}
          {button(isHeld, words.rewind, open('rewind'))}
          {button(isHeld, words.deleteStep, () => void remove(), 'danger')}
        </>
      )}
      {Shown && <Shown step={step} onClose={() => setDialog(undefined)} onDone={finish} />}
    </div>
  );
}
