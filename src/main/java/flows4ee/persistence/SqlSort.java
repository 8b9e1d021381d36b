package flows4ee.persistence;

import flows4ee.engine.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The total order of a list. Nulls are last, and first in the descending order, which is the exact
 * reverse.
 *
 * @param terms columns that are unique together; the last is not null
 */
record SqlSort(List<SqlColumn> terms, boolean isDescending) {

  private static final String SEPARATOR = "|";
  private static final String NOT_NULL = "=";

  /** The order by clause. */
  String orderBy() {
    return "\n order by " + String.join(", ", terms.stream().map(this::term).toList());
  }

  private String term(SqlColumn column) {
    String direction = column.expression() + (isDescending ? " desc" : "");
    String nulls = isDescending ? " nulls first" : " nulls last";
    return column.isNullable() ? direction + nulls : direction;
  }

  /** The position of a row; a number in the last term is its id. */
  PageRequest.Cursor cursorOf(ResultSet row) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (SqlColumn column : texts()) {
      texts.add(encode(column.textOf(row)));
    }
    String value = texts.isEmpty() ? null : String.join(SEPARATOR, texts);
    return new PageRequest.Cursor(value, isLastAnId() ? row.getLong(last().label()) : 0);
  }

  /** The rows behind a position. */
  SqlFilter after(PageRequest.Cursor cursor) {
    List<Object> values = valuesOf(cursor);
    SqlFilter behind = null;
    for (int i = terms.size() - 1; i >= 0; i--) {
      behind = behind(terms.get(i), values.get(i), behind);
    }
    return terms.size() > 1 ? bound(terms.get(0), values.get(0)).and(behind) : behind;
  }

  /** A plain bound on the first column, for the sake of an index; follows from the rest. */
  private SqlFilter bound(SqlColumn column, Object value) {
    boolean isFollowedByNulls = column.isNullable() && !isDescending;
    return value == null || isFollowedByNulls
        ? new SqlFilter()
        : new SqlFilter().and(column.expression() + (isDescending ? " <= ?" : " >= ?"), value);
  }

  /** Rows whose column is behind the value, or equal to it and behind in the further columns. */
  private SqlFilter behind(SqlColumn column, Object value, SqlFilter further) {
    String name = column.expression();
    List<SqlFilter> alternatives = new ArrayList<>();
    if (value != null) {
      alternatives.add(new SqlFilter().and(name + (isDescending ? " < ?" : " > ?"), value));
    }
    if (column.isNullable() && (value == null) == isDescending) {
      alternatives.add(new SqlFilter().and(name + (isDescending ? " is not null" : " is null")));
    }
    if (further != null) {
      alternatives.add(equal(name, value).and(further));
    }
    return new SqlFilter().either(alternatives);
  }

  private static SqlFilter equal(String name, Object value) {
    return value == null
        ? new SqlFilter().and(name + " is null")
        : new SqlFilter().and(name + " = ?", value);
  }

  private List<Object> valuesOf(PageRequest.Cursor cursor) {
    List<SqlColumn> columns = texts();
    String[] parts =
        cursor.value() == null ? new String[0] : cursor.value().split("\\" + SEPARATOR, -1);
    if (parts.length != columns.size()) {
      throw new IllegalArgumentException("after");
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      values.add(columns.get(i).valueOf(decode(parts[i])));
    }
    if (isLastAnId()) {
      values.add(cursor.id());
    }
    return values;
  }

  /** The terms whose values stand in the text of a position. */
  private List<SqlColumn> texts() {
    return isLastAnId() ? terms.subList(0, terms.size() - 1) : terms;
  }

  private boolean isLastAnId() {
    return last().kind() == SqlColumn.Kind.NUMBER;
  }

  private SqlColumn last() {
    return terms.get(terms.size() - 1);
  }

  private static String encode(String text) {
    return text == null ? "" : NOT_NULL + text.replace("%", "%25").replace(SEPARATOR, "%7C");
  }

  private static String decode(String part) {
    return part.isEmpty() ? null : part.substring(1).replace("%7C", SEPARATOR).replace("%25", "%");
  }
}
