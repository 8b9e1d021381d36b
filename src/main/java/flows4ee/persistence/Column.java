package flows4ee.persistence;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Function;

/** A column and what a row writes into it. */
record Column<R>(String name, ColumnType type, Function<R, ?> value) {

  static <R> Column<R> number(String name, Function<R, Long> value) {
    return new Column<>(name, ColumnType.LONG, value);
  }

  static <R> Column<R> integer(String name, Function<R, Integer> value) {
    return new Column<>(name, ColumnType.INT, value);
  }

  static <R> Column<R> text(String name, Function<R, String> value) {
    return new Column<>(name, ColumnType.TEXT, value);
  }

  /** A text that is cut to the length of its column. */
  static <R> Column<R> text(String name, int length, Function<R, String> value) {
    return text(name, value.andThen(text -> cut(text, length)));
  }

  static <R> Column<R> flag(String name, Function<R, Boolean> value) {
    return new Column<>(name, ColumnType.FLAG, value);
  }

  static <R> Column<R> instant(String name, Function<R, Instant> value) {
    return new Column<>(name, ColumnType.INSTANT, value);
  }

  static <R> Column<R> dateTime(String name, Function<R, LocalDateTime> value) {
    return new Column<>(name, ColumnType.DATE_TIME, value);
  }

  static <R> Column<R> decimal(String name, Function<R, BigDecimal> value) {
    return new Column<>(name, ColumnType.DECIMAL, value);
  }

  static <R> Column<R> bytes(String name, Function<R, byte[]> value) {
    return new Column<>(name, ColumnType.BYTES, value);
  }

  void set(PreparedStatement statement, int index, R row) throws SQLException {
    type.set(statement, index, value.apply(row));
  }

  private static String cut(String text, int length) {
    if (text == null || text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }
}
