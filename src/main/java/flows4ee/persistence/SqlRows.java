package flows4ee.persistence;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rows: runs a query and takes nullable columns and variable values out of its result. */
final class SqlRows {

  /** Makes an item of the present row. */
  interface Mapper<T> {
    T item(ResultSet row) throws SQLException;
  }

  private SqlRows() {}

  static <T> List<T> all(
      Connection connection, String sql, List<Object> parameters, Mapper<T> mapper)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        return read(rows, mapper);
      }
    }
  }

  static <T> List<T> read(ResultSet rows, Mapper<T> mapper) throws SQLException {
    List<T> items = new ArrayList<>();
    while (rows.next()) {
      items.add(mapper.item(rows));
    }
    return items;
  }

  /** The first row; its item is not null. */
  static <T> Optional<T> first(
      Connection connection, String sql, List<Object> parameters, Mapper<T> mapper)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(mapper.item(rows)) : Optional.empty();
      }
    }
  }

  static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, SqlFilter.parameter(parameters.get(i)));
    }
  }

  /** A column of type timestamp with time zone; null where it is. */
  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static Long longOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  static Integer intOrNull(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  static Boolean booleanOrNull(ResultSet row, String column) throws SQLException {
    boolean value = row.getBoolean(column);
    return row.wasNull() ? null : value;
  }

  /** The value in the columns labelled {@code var_type}, {@code var_vc2} and so on; or null. */
  static VariableValue value(ResultSet row) throws SQLException {
    String literal = row.getString("var_type");
    if (literal == null) {
      return null;
    }
    VariableType type =
        VariableType.of(literal)
            .orElseThrow(() -> new IllegalStateException("VariableType " + literal));
    return new VariableValue(type, content(type, row));
  }

  private static Object content(VariableType type, ResultSet row) throws SQLException {
    return switch (type) {
      case VARCHAR2 -> row.getString("var_vc2");
      case NUMBER -> row.getBigDecimal("var_num");
      case DATE -> row.getObject("var_date", LocalDateTime.class);
      case TIMESTAMP_WITH_TIME_ZONE -> zoned(row);
      case CLOB -> row.getString("var_clob");
      case JSON -> row.getString("var_json");
    };
  }

  private static ZonedDateTime zoned(ResultSet row) throws SQLException {
    Instant instant = instant(row, "var_tstz");
    String zone = row.getString("var_zone");
    return instant == null ? null : instant.atZone(ZoneId.of(zone == null ? "Z" : zone));
  }
}
