import { useState } from 'preact/hooks';
import {
  Empty,
  ErrorNote,
  Loading,
  Note,
  PageHead,
  Select,
  Table,
  Time,
  hrefOf,
  navigate,
  setQuery,
  useAddress,
  useAddressList,
  useLive,
  useLocation,
  useSession,
  type Column,
  type CursorPage,
} from '../../shared';
import { useDiagrams } from '../../processes/diagrams';
import { InstanceStatus } from '../../processes/Status';
import { nameOfDiagram, type Instance } from '../../processes/model';
import { texts as common } from '../../processes/texts';
import { BulkBar } from './BulkBar';
import { CursorPager } from './CursorPager';
import { Filters } from './Filters';
import { StartDialog } from './StartDialog';
import { NEWEST_FIRST, PAGE_SIZES, filtersOf } from './search';
import { texts } from './texts';

/** Searches instances and changes many of them at once. */
export function SearchView() {
  const words = texts.use();
  const noRead = common.use().noRead;
  const session = useSession();
  const [isStarting, setStarting] = useState(false);
  const diagrams = useDiagrams();
  return (
    <>
      <PageHead title={words.title}>
        {session.hasRole('Flows for Apex - Write') && (
          <button type="button" class="primary" onClick={() => setStarting(true)}>
            {words.start}
          </button>
        )}
      </PageHead>
      {!session.hasRole('Flows for Apex - Read') && <Note kind="warning">{noRead}</Note>}
      <Filters diagrams={diagrams} />
      <Found />
      {isStarting && (
        <StartDialog
          diagrams={diagrams}
          onClose={() => setStarting(false)}
          onStarted={(id) => navigate(hrefOf(['instances', id]))}
        />
      )}
    </>
  );
}

function Found() {
  const words = texts.use();
  const { query } = useLocation();
  const columns = useColumns();
  const [orderBy] = useAddress('order_by', NEWEST_FIRST);
  const [limit] = useAddress('limit', PAGE_SIZES[0]);
  const [trail] = useAddressList('after');
  const [selected, setSelected] = useState<ReadonlyMap<string, Instance>>(new Map());
  const live = useLive<CursorPage<Instance>>('v1/processes', {
    ...filtersOf(query),
    order_by: orderBy,
    limit,
    after: trail.at(-1),
    total: 'true',
  });
  const rows = live.data?.items ?? [];
  const select = (ids: Set<string>) => {
    const known = new Map([...selected.values(), ...rows].map((row) => [String(row.prcs_id), row]));
    setSelected(new Map([...ids].map((id) => [id, known.get(id)!])));
  };
  const sorting = {
    orderBy,
    onOrderBy: (next: string) => setQuery({ order_by: next, after: undefined }),
  };
  const selection = {
    selected: new Set(selected.keys()),
    onSelected: select,
    nameOf: (row: Instance) => `${row.name} (${row.prcs_id})`,
  };
  return (
    <>
      {live.error && <ErrorNote error={live.error} onRetry={live.refresh} />}
      {!live.data && !live.error && <Loading />}
      {live.data && (
        <>
          <div class="toolbar">
            <p class="count" role="status">
              {words.found(live.data.total ?? rows.length)}
            </p>
            <PageSize limit={limit} />
            <CursorPager page={live.data} trail={trail} />
          </div>
          <BulkBar
            selected={selected}
            total={live.data.total ?? 0}
            onSelected={setSelected}
            onDone={live.refresh}
          />
          {rows.length > 0 ? (
            <Table
              caption={words.title}
              columns={columns}
              rows={rows}
              keyOf={(row) => String(row.prcs_id)}
              sorting={sorting}
              selection={selection}
            />
          ) : (
            <Empty>{query.size > 0 ? words.nothing : words.nothingAtAll}</Empty>
          )}
        </>
      )}
    </>
  );
}

function PageSize({ limit }: { limit: string }) {
  return (
    <Select
      label={texts.use().rowsPerPage}
      value={limit}
      onValue={(value) => setQuery({ limit: value === PAGE_SIZES[0] ? undefined : value, after: undefined })}
      choices={PAGE_SIZES.map((size) => ({ value: size, label: size }))}
    />
  );
}

function useColumns(): Column<Instance>[] {
  const words = texts.use();
  const terms = common.use();
  const isSortable = true;
  return [
    {
      key: 'name',
      header: words.name,
      isSortable,
      isText: true,
      cell: ({ prcs_id, name }) => <a href={hrefOf(['instances', prcs_id])}>{name}</a>,
    },
    { key: 'prcs_id', header: words.number, isSortable, isNumber: true, cell: (row) => row.prcs_id },
    { key: 'status', header: terms.status, isSortable, cell: ({ status }) => <InstanceStatus status={status} /> },
    {
      key: 'diagram_name',
      header: terms.diagram,
      isSortable,
      isText: true,
      cell: (row) => nameOfDiagram({ name: row.diagram_name, version: row.diagram_version }),
    },
    { key: 'business_ref', header: terms.businessRef, isSortable, cell: (row) => row.business_ref },
    { key: 'priority', header: terms.priority, isSortable, isNumber: true, cell: (row) => row.priority },
    {
      key: 'init_ts',
      header: words.created,
      isSortable,
      isNowrap: true,
      cell: (row) => <Time value={row.init_ts} />,
    },
    {
      key: 'due_on',
      header: terms.due,
      isSortable,
      isNowrap: true,
      cell: (row) => <Time value={row.due_on} none="" />,
    },
    {
      key: 'last_update',
      header: words.lastUpdate,
      isSortable,
      isNowrap: true,
      cell: (row) => <Time value={row.last_update} none="" />,
    },
  ];
}
