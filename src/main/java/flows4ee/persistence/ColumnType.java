package flows4ee.persistence;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * How values reach parameters. Nulls carry the same type as values, so that a server-side prepared
 * statement fits both.
 */
enum ColumnType {
  LONG(Types.BIGINT, "int8") {
    @Override
    void setValue(PreparedStatement statement, int index, Object value) throws SQLException {
      statement.setLong(index, (Long) value);
    }
  },
  INT(Types.INTEGER, "int4") {
    @Override
    void setValue(PreparedStatement statement, int index, Object value) throws SQLException {
      statement.setInt(index, (Integer) value);
    }
  },
  TEXT(Types.VARCHAR, "varchar") {
    @Override
    void setValue(PreparedStatement statement, int index, Object value) throws SQLException {
      statement.setString(index, (String) value);
    }
  },
  FLAG(Types.BIT, "bool") {
    @Override
    void setValue(PreparedStatement statement, int index, Object value) throws SQLException {
      statement.setBoolean(index, (Boolean) value);
    }
  },
  DECIMAL(Types.NUMERIC, "numeric") {
    @Override
    void setValue(PreparedStatement statement, int index, Object value) throws SQLException {
      statement.setBigDecimal(index, (BigDecimal) value);
    }
  },
  INSTANT(Types.TIMESTAMP_WITH_TIMEZONE, "timestamptz") {
    @Override
    void setValue(PreparedStatement statement, int index, Object value) throws SQLException {
      statement.setObject(index, ((Instant) value).atOffset(ZoneOffset.UTC));
    }
  },
  DATE_TIME(Types.TIMESTAMP, "timestamp") {
    @Override
    void setValue(PreparedStatement statement, int index, Object value) throws SQLException {
      statement.setObject(index, (LocalDateTime) value);
    }
  },
  BYTES(Types.VARBINARY, "bytea") {
    @Override
    void setValue(PreparedStatement statement, int index, Object value) throws SQLException {
      statement.setBytes(index, (byte[]) value);
    }
  };

  private final int sqlType;
  private final String typeName;

  ColumnType(int sqlType, String typeName) {
    this.sqlType = sqlType;
    this.typeName = typeName;
  }

  abstract void setValue(PreparedStatement statement, int index, Object value) throws SQLException;

  void set(PreparedStatement statement, int index, Object value) throws SQLException {
    if (value == null) {
      statement.setNull(index, sqlType, typeName);
    } else {
      setValue(statement, index, value);
    }
  }

  /** The type of a parameter by its value; null counts as text. */
  static ColumnType of(Object value) {
    if (value == null || value instanceof String) {
      return TEXT;
    }
    if (value instanceof Long) {
      return LONG;
    }
    if (value instanceof Integer) {
      return INT;
    }
    if (value instanceof Instant) {
      return INSTANT;
    }
    throw new IllegalArgumentException("parameter of " + value.getClass());
  }
}
