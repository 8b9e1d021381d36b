import { Empty, ErrorNote, Loading, Table, type Collection, type Column, type Live } from '../shared';

interface LiveTableProps<Row> {
  live: Live<Collection<Row>>;
  /** Names the table for those who do not see it. */
  caption: string;
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  /** Said instead of a table without rows. */
  empty: string;
}

/** A list that is followed: on its way, failed, without rows, or a table. */
export function LiveTable<Row>({ live, caption, columns, keyOf, empty }: LiveTableProps<Row>) {
  const rows = live.data?.items;
  return (
    <>
      {live.error && <ErrorNote error={live.error} onRetry={live.refresh} />}
      {!rows && !live.error && <Loading />}
      {rows?.length === 0 && <Empty>{empty}</Empty>}
      {rows && rows.length > 0 && <Table caption={caption} columns={columns} rows={rows} keyOf={keyOf} />}
    </>
  );
}
