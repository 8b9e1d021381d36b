package flows4ee.persistence;

import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A list that is read page by page.
 *
 * @param select the select clause; every column of {@code columns} has its name as label
 * @param from the from clause
 * @param columns what the list can be ordered by, besides the ties
 * @param unordered what it is ordered by when nothing is asked for, before the ties
 * @param ties columns that are unique together, to order what is equal
 */
record SqlList<T>(
    String select,
    String from,
    List<SqlColumn> columns,
    List<SqlColumn> unordered,
    List<SqlColumn> ties,
    SqlRows.Mapper<T> mapper) {

  /** A list in order of its id unless another order is asked for. */
  static <T> SqlList<T> byId(
      String select, String from, SqlColumn id, List<SqlColumn> columns, SqlRows.Mapper<T> mapper) {
    return new SqlList<>(select, from, columns, List.of(), List.of(id), mapper);
  }

  /** One more row than wanted is read, to know whether there are more. */
  Page<T> page(Connection connection, SqlFilter filter, PageRequest request) throws SQLException {
    SqlSort sort = sort(request);
    SqlFilter part = filter.copy();
    request.after().ifPresent(cursor -> part.and(sort.after(cursor)));
    List<Object> parameters = new ArrayList<>(part.parameters());
    String sql = select + "\n  from " + from + part.where() + sort.orderBy();
    sql += part(request, parameters);
    OptionalLong total = total(connection, filter, request);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      SqlRows.bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        return page(rows, sort, request.limit(), total);
      }
    }
  }

  /**
   * The clause for the rows of a page and one more. The limit stands in the text, so that the
   * database need not plan anew for every value.
   */
  static String part(PageRequest request, List<Object> parameters) {
    String rows = "\n fetch next " + (request.limit() + 1L) + " rows only";
    if (request.offset() == 0) {
      return rows;
    }
    parameters.add(request.offset());
    return "\n offset ? rows" + rows;
  }

  /** Takes a page out of a result that holds at most one row more. */
  Page<T> page(ResultSet rows, SqlSort sort, int limit, OptionalLong total) throws SQLException {
    List<T> items = new ArrayList<>();
    PageRequest.Cursor last = null;
    while (items.size() < limit && rows.next()) {
      items.add(mapper.item(rows));
      last = items.size() == limit ? sort.cursorOf(rows) : null;
    }
    boolean hasMore = last != null && rows.next();
    return new Page<>(items, hasMore, total, hasMore ? Optional.of(last) : Optional.empty());
  }

  /** All rows that fit, in no order. */
  Query<T> query(SqlFilter filter) {
    return new Query<>(select + "\n  from " + from + filter.where(), filter.parameters(), mapper);
  }

  /** The first row that fits. */
  Optional<T> first(Connection connection, SqlFilter filter) throws SQLException {
    return SqlRows.first(
        connection, select + "\n  from " + from + filter.where(), filter.parameters(), mapper);
  }

  /** The order of a request; a column that is not one of the list is refused. */
  SqlSort sort(PageRequest request) {
    List<SqlColumn> terms =
        new ArrayList<>(request.order().map(this::column).map(List::of).orElse(unordered));
    ties.stream().filter(tie -> !terms.contains(tie)).forEach(terms::add);
    return new SqlSort(terms, request.isDescending());
  }

  OptionalLong total(Connection connection, SqlFilter filter, PageRequest request)
      throws SQLException {
    if (!request.isTotalWanted()) {
      return OptionalLong.empty();
    }
    String sql = "select count(*)\n  from " + from + filter.where();
    return OptionalLong.of(
        SqlRows.first(connection, sql, filter.parameters(), row -> row.getLong(1)).orElse(0L));
  }

  private SqlColumn column(String name) {
    return Stream.concat(columns.stream(), ties.stream())
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }
}
