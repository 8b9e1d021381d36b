package flows4ee.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of rows, with the statements that write them. */
final class Table<R> {

  private final String name;
  private final List<Column<R>> keys;
  private final List<Column<R>> all;
  private final List<Column<R>> valuesThenKeys;
  private final String insert;
  private final String update;
  private final String delete;

  /**
   * Makes a table.
   *
   * @param keys columns of its key; empty when the database makes the key
   * @param values all other columns
   */
  Table(String name, List<Column<R>> keys, List<Column<R>> values) {
    this(name, keys, values, "");
  }

  /**
   * Makes a table.
   *
   * @param onUpdate further assignments of an update, each after a comma
   */
  Table(String name, List<Column<R>> keys, List<Column<R>> values, String onUpdate) {
    this.name = name;
    this.keys = keys;
    this.all = join(keys, values);
    this.valuesThenKeys = join(values, keys);
    this.insert =
        "insert into %s (%s) values (%s)"
            .formatted(
                name, columns(), all.stream().map(c -> "?").collect(Collectors.joining(",")));
    this.update = "update " + name + " set " + assignments(values, ", ") + onUpdate + byKey();
    this.delete = "delete from " + name + byKey();
  }

  /** The names of all columns, keys first. */
  String columns() {
    return all.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** The start of a query of all columns. */
  String select() {
    return "select " + columns() + " from " + name;
  }

  void insert(PendingWrites writes, List<R> rows) {
    writes.add(insert, all, rows);
  }

  void update(PendingWrites writes, List<R> rows) {
    writes.add(update, valuesThenKeys, rows);
  }

  void delete(PendingWrites writes, List<R> rows) {
    writes.add(delete, keys, rows);
  }

  private String byKey() {
    return " where " + assignments(keys, " and ");
  }

  private static <R> String assignments(List<Column<R>> columns, String separator) {
    return columns.stream().map(c -> c.name() + " = ?").collect(Collectors.joining(separator));
  }

  private static <R> List<Column<R>> join(List<Column<R>> first, List<Column<R>> second) {
    var joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }
}
