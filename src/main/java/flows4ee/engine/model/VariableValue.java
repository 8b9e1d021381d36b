package flows4ee.engine.model;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A typed value of a process variable; {@code content} is null for SQL NULL. Content by type:
 * VARCHAR2, CLOB and JSON {@link String}, NUMBER {@link BigDecimal}, DATE {@link LocalDateTime} (to
 * the second), TIMESTAMP WITH TIME ZONE {@link ZonedDateTime}. An empty VARCHAR2 or CLOB is NULL.
 */
public record VariableValue(VariableType type, Object content) {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  public VariableValue {
    Objects.requireNonNull(type, "type");
    content = "".equals(content) ? null : content;
    if (content != null && !contentClass(type).isInstance(content)) {
      throw new IllegalArgumentException(type + " cannot hold a " + content.getClass().getName());
    }
  }

  public static VariableValue text(String text) {
    return new VariableValue(VariableType.VARCHAR2, text);
  }

  public static VariableValue number(BigDecimal number) {
    return new VariableValue(VariableType.NUMBER, number);
  }

  public static VariableValue number(long number) {
    return number(BigDecimal.valueOf(number));
  }

  public static VariableValue date(LocalDateTime date) {
    return new VariableValue(
        VariableType.DATE, date == null ? null : date.truncatedTo(ChronoUnit.SECONDS));
  }

  public static VariableValue timestamp(ZonedDateTime timestamp) {
    return new VariableValue(VariableType.TIMESTAMP_WITH_TIME_ZONE, timestamp);
  }

  public static VariableValue clob(String text) {
    return new VariableValue(VariableType.CLOB, text);
  }

  public static VariableValue json(String json) {
    return new VariableValue(VariableType.JSON, json);
  }

  public boolean isNull() {
    return content == null;
  }

  /** The decimal of a NUMBER; null when the value is NULL. */
  public BigDecimal asNumber() {
    return (BigDecimal) content;
  }

  public LocalDateTime asDate() {
    return (LocalDateTime) content;
  }

  public ZonedDateTime asTimestamp() {
    return (ZonedDateTime) content;
  }

  /**
   * The text form of the value, or null: VARCHAR2, CLOB and JSON as they are, NUMBER as a plain
   * decimal without trailing zeros, DATE as {@code YYYY-MM-DD HH24:MI:SS}, TIMESTAMP WITH TIME ZONE
   * as {@code YYYY-MM-DD HH24:MI:SS TZR} with a fraction only when it is not zero.
   */
  public String text() {
    if (content == null) {
      return null;
    }
    return switch (type) {
      case VARCHAR2, CLOB, JSON -> (String) content;
      case NUMBER -> plain(asNumber());
      case DATE -> DATE.format(asDate());
      case TIMESTAMP_WITH_TIME_ZONE -> zoned(asTimestamp());
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String zoned(ZonedDateTime timestamp) {
    var text = new StringBuilder(DATE.format(timestamp));
    if (timestamp.getNano() != 0) {
      text.append('.').append(String.format("%09d", timestamp.getNano()).replaceAll("0+$", ""));
    }
    String zone = timestamp.getZone().getId();
    return text.append(' ').append("Z".equals(zone) ? "+00:00" : zone).toString();
  }

  private static Class<?> contentClass(VariableType type) {
    return switch (type) {
      case VARCHAR2, CLOB, JSON -> String.class;
      case NUMBER -> BigDecimal.class;
      case DATE -> LocalDateTime.class;
      case TIMESTAMP_WITH_TIME_ZONE -> ZonedDateTime.class;
    };
  }
}
