import { useState } from 'preact/hooks';
import { ErrorNote, confirm, useAction, useLocation, useSession } from '../../shared';
import { isAllowed, type InstanceCommand } from '../../processes/commands';
import type { Instance } from '../../processes/model';
import { BulkDialog } from './BulkDialog';
import { findMatches } from './search';
import { texts } from './texts';

const COMMANDS = ['suspend', 'resume', 'restart', 'terminate', 'delete'] as const;
const DANGEROUS: readonly InstanceCommand[] = ['terminate', 'delete'];
const MOST = 2000;

interface BulkBarProps {
  selected: ReadonlyMap<string, Instance>;
  /** Rows that match the filters. */
  total: number;
  onSelected: (selected: ReadonlyMap<string, Instance>) => void;
  onDone: () => void;
}

/** What can be done with the selected instances. */
export function BulkBar({ selected, total, onSelected, onDone }: BulkBarProps) {
  const words = texts.use();
  const session = useSession();
  const { query } = useLocation();
  const search = useAction();
  const [bulk, setBulk] = useState<{ command: InstanceCommand; comment: string; items: Instance[] }>();
  if (total === 0 && selected.size === 0) {
    return null;
  }
  const begin = async (command: InstanceCommand) => {
    const answer = await confirm({
      title: words.questions[command](words.instances(selected.size)),
      text: words.consequences[command],
      action: words.commands[command],
      isDangerous: DANGEROUS.includes(command),
      comment: { max: 2000 },
    });
    if (answer) {
      setBulk({ command, comment: answer.comment, items: [...selected.values()] });
    }
  };
  const selectMatches = () =>
    search.run(async () => onSelected(mapOf(await findMatches(query, MOST))));
  const end = (failed: Instance[]) => {
    setBulk(undefined);
    onSelected(mapOf(failed));
    onDone();
  };
  return (
    <div class="bulk" role="group" aria-label={words.bulk}>
      {search.error && <ErrorNote error={search.error} />}
      <div class="actions">
        <span role="status">{words.selected(selected.size)}</span>
        {selected.size < Math.min(total, MOST) && (
          <button type="button" class="quiet" disabled={search.isRunning} onClick={() => void selectMatches()}>
            {total > MOST ? words.selectLimit(MOST) : words.selectMatches(total)}
          </button>
        )}
        {selected.size > 0 && (
          <button type="button" class="quiet" onClick={() => onSelected(new Map())}>
            {words.clearSelection}
          </button>
        )}
        {COMMANDS.filter((command) => session.hasRole(roleFor(command))).map((command) => (
          <button
            key={command}
            type="button"
            class={DANGEROUS.includes(command) ? 'danger' : undefined}
            disabled={![...selected.values()].some(({ status }) => isAllowed(command, status))}
            onClick={() => void begin(command)}
          >
            {words.commands[command]}
          </button>
        ))}
      </div>
      {bulk && <BulkDialog {...bulk} onClose={end} />}
    </div>
  );
}

export function roleFor(command: InstanceCommand) {
  return command === 'delete' ? 'Flows for Apex - Admin' : 'Flows for Apex - Write';
}

function mapOf(instances: readonly Instance[]): Map<string, Instance> {
  return new Map(instances.map((instance) => [String(instance.prcs_id), instance]));
}
