import {
  Empty,
  ErrorNote,
  hrefOf,
  Loading,
  PageHead,
  Pager,
  Select,
  setQuery,
  Table,
  TextField,
  useAddress,
  useLive,
  useSession,
  type Collection,
  type Column,
} from '../../shared';
import { STATUSES, type Diagram } from './diagram';
import { FileDrop } from './FileDrop';
import { Status } from './Status';
import { texts } from './texts';

const ROWS = 25;

/** The diagrams of all versions, with a place to drop new ones. */
export function List({ onFile }: { onFile: (file: File) => void }) {
  const words = texts.use();
  const session = useSession();
  const [name] = useAddress('name');
  const [status] = useAddress('status');
  const [category] = useAddress('category');
  const [orderBy] = useAddress('order_by', 'name');
  const [offset] = useAddress('offset', '0');
  const query = { name, status: status || 'all', category, order_by: orderBy, offset, limit: ROWS };
  const live = useLive<Collection<Diagram>>('v1/diagrams', query);
  const filter = (changes: Record<string, string>) => setQuery({ ...changes, offset: undefined });
  return (
    <>
      <PageHead title={words.title} />
      {session.hasRole('Flows for Apex - Write') && <FileDrop label={words.upload} onFile={onFile} />}
      <div class="toolbar diagrams-filter" role="search">
        <TextField type="search" label={words.search} value={name} onValue={(value) => filter({ name: value })} />
        <Select
          label={words.status}
          value={status}
          onValue={(value) => filter({ status: value })}
          choices={[
            { value: '', label: words.anyStatus },
            ...STATUSES.map((value) => ({ value, label: words.statuses[value] })),
          ]}
        />
        <TextField label={words.category} value={category} onValue={(value) => filter({ category: value })} />
      </div>
      {live.error && <ErrorNote error={live.error} onRetry={live.refresh} />}
      {!live.data && !live.error && <Loading />}
      {live.data && live.data.count === 0 && (
        <Empty>{session.hasRole('Flows for Apex - Read') ? words.none : words.mayNotRead}</Empty>
      )}
      {live.data && live.data.count > 0 && (
        <Table
          caption={words.title}
          columns={columns(words)}
          rows={live.data.items}
          keyOf={(row) => String(row.dgrm_id)}
          sorting={{ orderBy, onOrderBy: (order_by) => filter({ order_by }) }}
        />
      )}
      {live.data && <Pager page={live.data} onOffset={(next) => setQuery({ offset: next || undefined })} />}
    </>
  );
}

function columns(words: ReturnType<typeof texts.use>): Column<Diagram>[] {
  return [
    {
      key: 'name',
      header: words.name,
      isSortable: true,
      cell: ({ dgrm_id, name }) => <a href={hrefOf(['diagrams', dgrm_id])}>{name}</a>,
    },
    { key: 'version', header: words.version, isSortable: true, cell: ({ version }) => version },
    { key: 'status', header: words.status, isSortable: true, cell: ({ status }) => <Status status={status} /> },
    { key: 'category', header: words.category, isSortable: true, cell: ({ category }) => category },
  ];
}
