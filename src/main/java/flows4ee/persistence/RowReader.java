package flows4ee.persistence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** Reads the columns of a row one after the other. */
final class RowReader {

  private final ResultSet row;
  private int index;

  RowReader(ResultSet row) {
    this.row = row;
  }

  long number() throws SQLException {
    return row.getLong(++index);
  }

  Long numberOrNull() throws SQLException {
    long value = row.getLong(++index);
    return row.wasNull() ? null : Long.valueOf(value);
  }

  int integer() throws SQLException {
    return row.getInt(++index);
  }

  Integer integerOrNull() throws SQLException {
    int value = row.getInt(++index);
    return row.wasNull() ? null : Integer.valueOf(value);
  }

  String text() throws SQLException {
    return row.getString(++index);
  }

  boolean flag() throws SQLException {
    return row.getBoolean(++index);
  }

  Boolean flagOrNull() throws SQLException {
    boolean value = row.getBoolean(++index);
    return row.wasNull() ? null : Boolean.valueOf(value);
  }

  Instant instant() throws SQLException {
    var value = row.getObject(++index, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  LocalDateTime dateTime() throws SQLException {
    return row.getObject(++index, LocalDateTime.class);
  }

  BigDecimal decimal() throws SQLException {
    return row.getBigDecimal(++index);
  }

  byte[] bytes() throws SQLException {
    return row.getBytes(++index);
  }
}
