import { useState } from 'preact/hooks';
import { confirm, toast, useSession, type Action, type Question, type Undo } from '../shared';
import { hasFailedAgain, stepCommands, type StepOutcome } from './commands';
import { nameOfStep, type InstanceStatus, type Step } from './model';
import { STEP_COMMANDS, isOffered, type StepCommand } from './offers';
import { CompleteDialog, RescheduleDialog, RewindDialog } from './StepDialogs';
import { texts } from './texts';

const COMMENT = { max: 2000 };
const DIALOGS = { complete: CompleteDialog, rewind: RewindDialog, reschedule: RescheduleDialog };
const STYLES: Partial<Record<StepCommand, string>> = {
  complete: 'primary',
  restart: 'primary',
  force: 'danger',
  deleteStep: 'danger',
};

type DialogName = keyof typeof DIALOGS;

interface StepActionsProps {
  step: Step;
  /** Of the list: one change at a time, and one place for its failure. */
  action: Action;
  onDone: () => void;
  /** Status of the instance; where it is known, repair is offered as well: skip, rewind, delete. */
  instance?: InstanceStatus;
}

/** The buttons that make sense for a step in its status and for the viewer's roles. */
export function StepActions({ step, action, onDone, instance }: StepActionsProps) {
  const words = texts.use();
  const session = useSession();
  const [dialog, setDialog] = useState<DialogName>();
  const name = nameOfStep(step);
  const url = step.links.find(({ rel }) => rel === 'usertask_url')?.href;
  const finish = (text: string, undo?: Undo, kind?: 'error') => {
    setDialog(undefined);
    toast(text, kind, undo && (() => undo().then(onDone)));
    onDone();
  };
  const run = async (command: StepCommand) => {
    if (isDialog(command)) {
      setDialog(command);
      return;
    }
    const { question, work, tell, undo } = planOf(command, step, session.name);
    const answer = question ? await confirm(question) : { comment: '' };
    let outcome: StepOutcome = {};
    if (answer && (await action.run(async () => (outcome = await work(answer.comment))))) {
      const isAgain = command === 'restart' && hasFailedAgain(step, outcome);
      if (isAgain) {
        finish(words.failedAgain(name), undefined, 'error');
      } else {
        finish(tell, undo);
      }
    }
  };
  const offered = STEP_COMMANDS.filter((command) => isOffered(command, step, session, instance));
  const Shown = dialog && DIALOGS[dialog];
  return (
    <div class="actions">
      {url && (
        <a class="button" href={url} aria-label={`${words.openTask}: ${name}`}>
          {words.openTask}
        </a>
      )}
      {offered.map((command) => (
        <button
          key={command}
          type="button"
          class={STYLES[command]}
          aria-label={`${words[command]}: ${name}`}
          disabled={action.isRunning}
          onClick={() => void run(command)}
        >
          {words[command]}
        </button>
      ))}
      {Shown && <Shown step={step} onClose={() => setDialog(undefined)} onDone={finish} />}
    </div>
  );
}

function isDialog(command: StepCommand): command is DialogName {
  return command in DIALOGS;
}

interface Plan {
  /** What is asked first. */
  question?: Question;
  work: (comment: string) => Promise<StepOutcome>;
  /** What is told afterwards. */
  tell: string;
  undo?: Undo;
}

function planOf(command: Exclude<StepCommand, DialogName>, step: Step, viewer: string): Plan {
  const words = texts.now();
  const name = nameOfStep(step);
  switch (command) {
    case 'reserve':
      return {
        work: () => stepCommands.reserve(step, viewer),
        tell: words.reserved(name),
        undo: () => stepCommands.release(step),
      };
    case 'release':
      return {
        work: () => stepCommands.release(step),
        tell: words.released(name),
        undo: () => stepCommands.reserve(step, viewer),
      };
    case 'takeOver':
      return {
        question: {
          title: words.takeOverTitle(name, step.reservation ?? ''),
          text: words.takeOverText,
          action: words.takeOver,
        },
        work: () => stepCommands.reserve(step, viewer, true),
        tell: words.reserved(name),
        undo: () => stepCommands.reserve(step, step.reservation ?? '', true),
      };
    case 'restart':
      return {
        question: {
          title: words.restartTitle(name),
          text: words.restartText,
          action: words.restart,
          comment: COMMENT,
        },
        work: (comment) => stepCommands.restart(step, comment),
        tell: words.restarted(name),
      };
    case 'force':
      return {
        question: dangerous(words.forceTitle(name), words.forceText, words.force),
        work: (comment) => stepCommands.force(step, comment),
        tell: words.forced(name),
      };
    case 'deleteStep':
      return {
        question: dangerous(words.deleteTitle(name), words.deleteText, words.deleteStep),
        work: (comment) => stepCommands.delete(step, comment),
        tell: words.deleted(name),
      };
  }
}

function dangerous(title: string, text: string, action: string): Question {
  return { title, text, action, isDangerous: true, comment: COMMENT };
}
