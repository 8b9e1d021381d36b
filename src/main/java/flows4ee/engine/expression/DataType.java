package flows4ee.engine.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * The type of a local variable.
 *
 * @param length longest text in characters; 0 for other kinds
 */
record DataType(Kind kind, int length) {

  /** What a variable of the type can hold. */
  enum Kind {
    TEXT,
    NUMBER,
    INTEGER,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    DAY_SECOND,
    YEAR_MONTH,
    /** Anything, as with {@code %TYPE}. */
    ANY
  }

  private static final int MAX_TEXT = 32_767;

  static DataType of(Kind kind) {
    return new DataType(kind, 0);
  }

  /** The type of a value; NULL is a text. */
  static DataType typeOf(Object value) {
    if (value == null || value instanceof String) {
      return new DataType(Kind.TEXT, Budget.MAX_TEXT);
    }
    if (value instanceof BigDecimal) {
      return of(Kind.NUMBER);
    }
    if (value instanceof Boolean) {
      return of(Kind.BOOLEAN);
    }
    if (value instanceof LocalDateTime) {
      return of(Kind.DATE);
    }
    if (value instanceof ZonedDateTime) {
      return of(Kind.TIMESTAMP);
    }
    return of(value instanceof Months ? Kind.YEAR_MONTH : Kind.DAY_SECOND);
  }

  /**
   * A type by its name.
   *
   * @param length the number in brackets after it, or 0
   */
  static DataType named(String name, int length) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "VARCHAR2", "VARCHAR", "NVARCHAR2", "CHAR", "NCHAR", "STRING" ->
          new DataType(Kind.TEXT, length == 0 ? MAX_TEXT : Math.min(length, MAX_TEXT));
      case "CLOB", "NCLOB", "JSON" -> new DataType(Kind.TEXT, Budget.MAX_TEXT);
      case "NUMBER", "NUMERIC", "DECIMAL", "DEC", "FLOAT", "REAL", "BINARY_DOUBLE" ->
          of(Kind.NUMBER);
      case "INTEGER", "INT", "SMALLINT", "PLS_INTEGER", "BINARY_INTEGER", "NATURAL", "POSITIVE" ->
          of(Kind.INTEGER);
      case "BOOLEAN" -> of(Kind.BOOLEAN);
      default -> throw new EvaluationException("the type " + name + " is not known");
    };
  }

  /**
   * Converts a value to this type as an assignment does.
   *
   * @throws EvaluationException when it cannot be converted or is too long
   */
  Object convert(Object value) {
    if (value == null) {
      return null;
    }
    return switch (kind) {
      case TEXT -> limited(Values.text(value));
      case NUMBER -> Values.number(value);
      case INTEGER -> Values.number(value).setScale(0, RoundingMode.HALF_UP);
      case BOOLEAN -> Values.truth(value);
      case DATE -> Values.date(value);
      case TIMESTAMP -> Values.timestamp(value);
      case DAY_SECOND -> value instanceof Duration ? value : DateFunctions.daySecond(value);
      case YEAR_MONTH -> value instanceof Months ? value : DateFunctions.yearMonth(value);
      case ANY -> value;
    };
  }

  private String limited(String text) {
    if (text != null && text.codePointCount(0, text.length()) > length) {
      throw new EvaluationException("a text is longer than " + length + " characters");
    }
    return text;
  }
}
