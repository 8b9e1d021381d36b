import {
  Empty,
  ErrorNote,
  Loading,
  Note,
  PageHead,
  Pager,
  StatusBadge,
  Table,
  Time,
  hrefOf,
  setQuery,
  useAction,
  useLive,
  useLocation,
  useSession,
  type Action,
  type Collection,
  type Column,
  type QueryValues,
} from '../../shared';
import '../../processes/processes.css';
import { severalOf } from '../../processes/AddressFields';
import { nameOfStep, type Step } from '../../processes/model';
import { StepActions } from '../../processes/StepActions';
import { texts as common } from '../../processes/texts';
import { FILTERS, Filters } from './Filters';
import { texts } from './texts';

/** The work list: what waits for people, the most urgent first. */
export default function TasksPage() {
  const words = texts.use();
  const noRead = common.use().noRead;
  const { query } = useLocation();
  const session = useSession();
  const action = useAction();
  const offset = query.get('offset') ?? 0;
  const live = useLive<Collection<Step>>('v1/steps', { ...filtersOf(query), limit: 50, offset, total: 'true' });
  const columns = useColumns(action, live.refresh);
  const page = live.data;
  return (
    <>
      <PageHead title={words.title} />
      {!session.hasRole('Flows for Apex - Read') && <Note kind="warning">{noRead}</Note>}
      <nav class="tabs" aria-label={words.which}>
        <a href={hrefOf(['tasks'])} aria-current={query.get('user') === null ? 'page' : undefined}>
          {words.all}
        </a>
        <a
          href={hrefOf(['tasks'], { user: session.name })}
          aria-current={query.get('user') === session.name ? 'page' : undefined}
        >
          {words.mine}
        </a>
      </nav>
      <Filters />
      {action.error && <ErrorNote error={action.error} />}
      {live.error && <ErrorNote error={live.error} onRetry={live.refresh} />}
      {!page && !live.error && <Loading />}
      {page && (
        <p class="count" role="status">
          {words.found(page.total ?? page.count)}
        </p>
      )}
      {page?.items.length === 0 && <Empty>{query.size > 0 ? words.nothing : words.nothingAtAll}</Empty>}
      {page && page.items.length > 0 && (
        <Table caption={words.title} columns={columns} rows={page.items} keyOf={({ sbfl_id }) => String(sbfl_id)} />
      )}
      {page && <Pager page={page} onOffset={(next) => setQuery({ offset: next || undefined })} />}
    </>
  );
}

/** Groups stand in one field, and each is a parameter of its own. */
function filtersOf(query: URLSearchParams): QueryValues {
  const filters: QueryValues = Object.fromEntries(FILTERS.map((name) => [name, query.get(name) ?? undefined]));
  return { ...filters, group: severalOf(query, 'group') };
}

function useColumns(action: Action, onDone: () => void): Column<Step>[] {
  const words = texts.use();
  const terms = common.use();
  return [
    { key: 'task', header: terms.step, isText: true, cell: (step) => <strong>{nameOfStep(step)}</strong> },
    {
      key: 'instance',
      header: terms.instance,
      isText: true,
      cell: ({ prcs_id, process_name }) => <a href={hrefOf(['instances', prcs_id])}>{process_name}</a>,
    },
    { key: 'diagram', header: terms.diagram, cell: (step) => step.diagram_name },
    { key: 'business_ref', header: terms.businessRef, cell: (step) => step.business_ref },
    { key: 'priority', header: terms.priority, isNumber: true, cell: (step) => step.priority },
    { key: 'due', header: terms.due, cell: ({ due_on }) => <Due on={due_on} /> },
    { key: 'lane', header: words.lane, cell: (step) => step.lane_name },
    { key: 'reservation', header: terms.reservation, cell: (step) => step.reservation ?? terms.nobody },
    {
      key: 'actions',
      header: terms.actions,
      cell: (step) => <StepActions step={step} action={action} onDone={onDone} />,
    },
  ];
}

function Due({ on }: { on: string | null }) {
  const words = texts.use();
  return (
    on && (
      <>
        <Time value={on} /> {Date.parse(on) < Date.now() && <StatusBadge tone="warning">{words.overdue}</StatusBadge>}
      </>
    )
  );
}
