package flows4ee.persistence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A column a list can be ordered by.
 *
 * @param name key of the item
 * @param label its label in the result: the name, unless that is a word of SQL
 * @param expression what stands for it in conditions and in {@code order by}
 */
record SqlColumn(String name, String label, String expression, Kind kind, boolean isNullable) {

  enum Kind {
    NUMBER,
    TEXT,
    TIME,
    DATE
  }

  static SqlColumn number(String name, String expression) {
    return new SqlColumn(name, name, expression, Kind.NUMBER, false);
  }

  static SqlColumn text(String name, String expression) {
    return new SqlColumn(name, name, expression, Kind.TEXT, false);
  }

  static SqlColumn time(String name, String expression) {
    return new SqlColumn(name, name, expression, Kind.TIME, false);
  }

  static SqlColumn date(String name, String expression) {
    return new SqlColumn(name, name, expression, Kind.DATE, false);
  }

  SqlColumn nullable() {
    return new SqlColumn(name, label, expression, kind, true);
  }

  SqlColumn labelled(String other) {
    return new SqlColumn(name, other, expression, kind, isNullable);
  }

  /** The text form of its value in a row, or null. */
  String textOf(ResultSet row) throws SQLException {
    return switch (kind) {
      case TEXT -> row.getString(label);
      case NUMBER -> {
        BigDecimal number = row.getBigDecimal(label);
        yield number == null ? null : number.toPlainString();
      }
      case TIME -> {
        Instant instant = SqlRows.instant(row, label);
        yield instant == null ? null : instant.toString();
      }
      case DATE -> {
        LocalDate date = row.getObject(label, LocalDate.class);
        yield date == null ? null : date.toString();
      }
    };
  }

  /** The parameter of a text form; null stays null. */
  Object valueOf(String text) {
    if (text == null && isNullable) {
      return null;
    }
    try {
      return parse(Objects.requireNonNullElse(text, ""));
    } catch (NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException("after", e);
    }
  }

  private Object parse(String text) {
    return switch (kind) {
      case TEXT -> text;
      case NUMBER -> Long.valueOf(text);
      case TIME -> Instant.parse(text);
      case DATE -> LocalDate.parse(text);
    };
  }
}
