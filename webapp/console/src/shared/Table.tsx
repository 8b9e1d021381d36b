import type { ComponentChildren } from 'preact';
import { texts } from './texts';

export interface Column<Row> {
  /** Also what `order_by` names, where the column can be sorted; `actions` stay in view. */
  key: string;
  header: string;
  cell: (row: Row) => ComponentChildren;
  isSortable?: boolean;
  /** Never broken over lines: ids, numbers, times. */
  isNowrap?: boolean;
  isNumber?: boolean;
  /** Several words, which want some room. */
  isText?: boolean;
}

export interface Sorting {
  /** As `order_by` has it: `column` or `column:desc`. */
  orderBy: string;
  onOrderBy: (orderBy: string) => void;
}

export interface Selection<Row> {
  selected: ReadonlySet<string>;
  onSelected: (selected: Set<string>) => void;
  /** What the row is called, for its check box. */
  nameOf: (row: Row) => string;
}

interface TableProps<Row> {
  /** Names the table for those who do not see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  sorting?: Sorting;
  selection?: Selection<Row>;
}

/**
 * Rows of the API. On narrow screens each row becomes a card; in between the table scrolls sideways
 * rather than break words.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, keyOf, sorting, selection } = props;
  return (
    <div class="table" role="group" aria-label={caption} tabIndex={0}>
      <table role="table">
        <caption class="hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {selection && <SelectAll {...props} selection={selection} />}
            {columns.map((column) => (
              <Header key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {selection && <SelectRow row={row} id={keyOf(row)} selection={selection} />}
              {columns.map((column) => (
                <td key={column.key} role="cell" data-label={column.header} class={classOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf<Row>(column: Column<Row>): string | undefined {
  const classes = [
    column.isNowrap && 'nowrap',
    column.isNumber && 'number',
    column.isText && 'text',
    column.key === 'actions' && 'commands',
  ];
  return classes.filter(Boolean).join(' ') || undefined;
}

function Header<Row>({ column, sorting }: { column: Column<Row>; sorting?: Sorting }) {
  const order = sorting?.orderBy.split(':') ?? [];
  const isSorted = order[0] === column.key;
  const isDescending = order[1] === 'desc';
  const next = isSorted && !isDescending ? `${column.key}:desc` : column.key;
  return (
    <th
      role="columnheader"
      scope="col"
      class={classOf(column)}
      aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}
    >
      {sorting && column.isSortable ? (
        <button type="button" class="quiet sort" onClick={() => sorting.onOrderBy(next)}>
          {column.header} <span aria-hidden="true">{isSorted ? (isDescending ? '▼' : '▲') : '↕'}</span>
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

function SelectAll<Row>({ rows, keyOf, selection }: TableProps<Row> & { selection: Selection<Row> }) {
  const isAll = rows.length > 0 && rows.every((row) => selection.selected.has(keyOf(row)));
  return (
    <th role="columnheader" scope="col">
      <input
        type="checkbox"
        aria-label={texts.use().selectAll}
        checked={isAll}
        onChange={() => selection.onSelected(new Set(isAll ? [] : rows.map(keyOf)))}
      />
    </th>
  );
}

function SelectRow<Row>({ row, id, selection }: { row: Row; id: string; selection: Selection<Row> }) {
  const toggle = () => {
    const next = new Set(selection.selected);
    if (!next.delete(id)) {
      next.add(id);
    }
    selection.onSelected(next);
  };
  return (
    <td role="cell">
      <input
        type="checkbox"
        aria-label={texts.use().select(selection.nameOf(row))}
        checked={selection.selected.has(id)}
        onChange={toggle}
      />
    </td>
  );
}
