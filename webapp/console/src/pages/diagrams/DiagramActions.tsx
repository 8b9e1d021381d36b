import { api, ApiError, confirm, ErrorNote, hrefOf, navigate, path, toast, useAction, useSession } from '../../shared';
import { NEXT, type Diagram, type DiagramStatus } from './diagram';
import { texts } from './texts';

const MAX_COMMENT = 2000;

/** What the viewer may do with a version; everything that changes it asks first. */
export function DiagramActions({ diagram, onChanged }: { diagram: Diagram; onChanged: () => void }) {
  const words = texts.use();
  const session = useSession();
  const action = useAction();
  const mayWrite = session.hasRole('Flows for Apex - Write');
  return (
    <>
      {mayWrite && (
        <>
          <a class="button" href={hrefOf(['diagrams', diagram.dgrm_id, 'edit'])}>
            {words.edit}
          </a>
          <a class="button" href={hrefOf(['diagrams', 'new'], { of: diagram.dgrm_id })}>
            {words.newVersion}
          </a>
          {NEXT[diagram.status].map((status) => (
            <button
              key={status}
              type="button"
              class={status === 'released' ? 'primary' : undefined}
              disabled={action.isRunning}
              onClick={() => void action.run(() => change(diagram, status, onChanged))}
            >
              {words.actions[status]}
            </button>
          ))}
        </>
      )}
      {session.hasRole('Flows for Apex - Admin') && (
        <button
          type="button"
          class="danger"
          disabled={action.isRunning}
          onClick={() => void action.run(() => remove(diagram))}
        >
          {words.delete}
        </button>
      )}
      {action.error && <ErrorNote error={action.error} />}
    </>
  );
}

function titleOf({ name, version }: Diagram): string {
  return `${name} ${version}`;
}

async function change(diagram: Diagram, status: DiagramStatus, onChanged: () => void): Promise<void> {
  const words = texts.now();
  const title = titleOf(diagram);
  const confirmed = await confirm({
    title: words.asks[status](title),
    text: words.consequences[status],
    action: words.actions[status],
    comment: { label: words.comment, max: MAX_COMMENT },
  });
  if (confirmed) {
    const address = path`v1/diagrams/${diagram.dgrm_id}`;
    await api.put(address, { status, ...(confirmed.comment && confirmed) });
    const undo = () => api.put(address, { status: diagram.status }).then(onChanged);
    toast(words.done[status](title), 'success', leadsBack(diagram.status, status) ? undo : undefined);
    onChanged();
  }
}

/** Releasing has changed another version as well. */
function leadsBack(before: DiagramStatus, status: DiagramStatus): boolean {
  return status !== 'released' && NEXT[status].includes(before);
}

async function remove(diagram: Diagram): Promise<void> {
  const words = texts.now();
  const title = words.asksDelete(titleOf(diagram));
  if (!(await confirm({ title, text: words.deleteText, action: words.delete, isDangerous: true }))) {
    return;
  }
  const address = path`v1/diagrams/${diagram.dgrm_id}`;
  try {
    await api.delete(address);
  } catch (error) {
    if (!(await asksForInstances(error, title))) {
      throw error;
    }
    await api.delete(address, undefined, { query: { cascade: 'true' } });
  }
  toast(words.deleted(titleOf(diagram)));
  navigate(hrefOf(['diagrams']));
}

/** Whether the failure is that of instances, and they are to go as well. */
async function asksForInstances(error: unknown, title: string): Promise<boolean> {
  const words = texts.now();
  const count = (error as { body?: { item?: { processes?: number } } }).body?.item?.processes;
  if (!(error instanceof ApiError) || count === undefined) {
    return false;
  }
  const confirmed = await confirm({
    title,
    text: `${words.hasInstances(count)} ${words.deleteWithInstancesText}`,
    action: words.deleteWithInstances,
    isDangerous: true,
  });
  return confirmed !== undefined;
}
