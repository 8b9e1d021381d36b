package flows4ee.persistence;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.QueryFailedException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Values of variables as parameters of a query and its columns as values of variables. */
final class QueryValues {

  private static final int ORACLE_TIMESTAMP_ZONED = -101;
  private static final int ORACLE_TIMESTAMP_LOCAL = -102;
  private static final int LONGEST_VARCHAR2 = 4000;
  private static final Set<Integer> BINARY =
      Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.JAVA_OBJECT);

  private QueryValues() {}

  /**
   * Sets one parameter.
   *
   * @param isTextUntyped whether the database is to find out the type of a text itself
   */
  static void bind(
      PreparedStatement statement, int index, VariableValue value, boolean isTextUntyped)
      throws SQLException {
    if (value.isNull()) {
      statement.setNull(index, Types.NULL);
      return;
    }
    switch (value.type()) {
      case NUMBER -> statement.setBigDecimal(index, value.asNumber());
      case DATE -> statement.setObject(index, value.asDate());
      case TIMESTAMP_WITH_TIME_ZONE ->
          statement.setObject(index, value.asTimestamp().toOffsetDateTime());
      case VARCHAR2, CLOB, JSON -> {
        if (isTextUntyped) {
          statement.setObject(index, value.text(), Types.OTHER);
        } else {
          statement.setString(index, value.text());
        }
      }
    }
  }

  /** The current row by the column labels of the database, in their order. */
  static Map<String, VariableValue> row(ResultSet rows) throws SQLException {
    var columns = rows.getMetaData();
    var row = new LinkedHashMap<String, VariableValue>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      row.put(columns.getColumnLabel(i), value(rows, columns, i));
    }
    return row;
  }

  static boolean isBinary(ResultSetMetaData columns, int column) throws SQLException {
    return BINARY.contains(columns.getColumnType(column))
        || "bytea".equals(columns.getColumnTypeName(column));
  }

  private static VariableValue value(ResultSet rows, ResultSetMetaData columns, int column)
      throws SQLException {
    int type = columns.getColumnType(column);
    if (isBinary(columns, column)) {
      throw new QueryFailedException("The query returns a column of binary data.");
    }
    if (isZoned(type, columns.getColumnTypeName(column))) {
      var time = rows.getObject(column, OffsetDateTime.class);
      return VariableValue.timestamp(time == null ? null : time.toZonedDateTime());
    }
    return switch (type) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.NUMERIC,
          Types.DECIMAL,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE ->
          VariableValue.number(number(rows, column));
      case Types.DATE, Types.TIMESTAMP ->
          VariableValue.date(rows.getObject(column, LocalDateTime.class));
      default -> text(rows.getString(column));
    };
  }

  private static BigDecimal number(ResultSet rows, int column) throws SQLException {
    try {
      return rows.getBigDecimal(column);
    } catch (NumberFormatException e) {
      throw new QueryFailedException("The query returns a number that is not finite.", e);
    }
  }

  private static boolean isZoned(int type, String name) {
    return type == Types.TIMESTAMP_WITH_TIMEZONE
        || type == ORACLE_TIMESTAMP_ZONED
        || type == ORACLE_TIMESTAMP_LOCAL
        || "timestamptz".equals(name);
  }

  private static VariableValue text(String text) {
    boolean isLong = text != null && text.length() > LONGEST_VARCHAR2;
    return new VariableValue(isLong ? VariableType.CLOB : VariableType.VARCHAR2, text);
  }
}
