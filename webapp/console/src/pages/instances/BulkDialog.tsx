import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { Dialog, StatusBadge, Table, type Column, type Tone } from '../../shared';
import { texts as shared } from '../../shared/texts';
import { runOnInstance, type InstanceCommand } from '../../processes/commands';
import type { Instance } from '../../processes/model';
import { BulkRun, type ItemState } from './bulk';
import { texts } from './texts';

const TONES: Record<ItemState, Tone> = { open: 'neutral', running: 'info', done: 'ok', failed: 'error', left: 'warning' };

interface BulkDialogProps {
  command: InstanceCommand;
  comment: string;
  items: Instance[];
  /** Called with those that are not done. */
  onClose: (rest: Instance[]) => void;
}

/** Carries a command out on many instances and shows how far it is and what became of each. */
export function BulkDialog({ command, comment, items, onClose }: BulkDialogProps) {
  const words = texts.use();
  const closeWord = shared.use().close;
  const { run, isRunning } = useRun(items, (item) => runOnInstance(command, item.prcs_id, comment));
  const [failed, left] = [run.count('failed'), run.count('left')];
  const finished = run.count('done', 'failed');
  const close = () => {
    run.stop();
    onClose(items.filter((_, at) => run.results[at]!.state !== 'done'));
  };
  return (
    <Dialog
      title={`${words.commands[command]}: ${words.instances(items.length)}`}
      size="wide"
      onClose={() => (isRunning ? run.stop() : close())}
      actions={
        isRunning ? (
          <button type="button" onClick={() => run.stop()}>
            {words.stop}
          </button>
        ) : (
          <button type="button" class="primary" onClick={close}>
            {closeWord}
          </button>
        )
      }
    >
      <progress aria-label={words.commands[command]} max={items.length} value={finished} />
      <p role="status">
        {words.progress(finished, items.length, failed)} {left > 0 && words.stopped(left)}
      </p>
      <Table caption={words.result} columns={useColumns(run)} rows={items} keyOf={(row) => String(row.prcs_id)} />
    </Dialog>
  );
}

/** Runs once, from the moment the dialog is there; draws at most once per frame. */
function useRun(items: readonly Instance[], work: (item: Instance) => Promise<unknown>) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [isRunning, setRunning] = useState(true);
  const frame = useRef(0);
  const [run] = useState(() => {
    const onChange = () => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => redraw(undefined as never));
    };
    return new BulkRun(items, work, onChange);
  });
  useEffect(() => {
    void run.run().then(() => setRunning(false));
    return () => run.stop();
  }, []);
  return { run, isRunning };
}

function useColumns(run: BulkRun<Instance>): Column<Instance>[] {
  const words = texts.use();
  const resultOf = (row: Instance) => run.results[run.items.indexOf(row)]!;
  return [
    { key: 'prcs_id', header: words.number, isNumber: true, cell: (row) => row.prcs_id },
    { key: 'name', header: words.name, cell: (row) => row.name },
    {
      key: 'result',
      header: words.result,
      cell: (row) => {
        const { state, reason } = resultOf(row);
        return (
          <>
            <StatusBadge tone={TONES[state]}>{words.results[state]}</StatusBadge> {reason}
          </>
        );
      },
    },
  ];
}
