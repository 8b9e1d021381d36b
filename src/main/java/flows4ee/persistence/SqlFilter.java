package flows4ee.persistence;

import flows4ee.engine.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Conditions of a statement, joined by {@code and}, with their parameters in order. Condition texts
 * are constants of our own; whatever a caller sent is a parameter.
 */
final class SqlFilter {

  /** Oracle takes no longer lists. */
  private static final int LIST_SIZE = 1000;

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /** A filter with the same conditions, to be narrowed further. */
  SqlFilter copy() {
    return new SqlFilter().and(this);
  }

  SqlFilter and(SqlFilter other) {
    conditions.addAll(other.conditions);
    parameters.addAll(other.parameters);
    return this;
  }

  SqlFilter and(String condition, Object... values) {
    conditions.add(condition);
    parameters.addAll(Arrays.asList(values));
    return this;
  }

  /** Equality with any of the values; no values, no condition. */
  SqlFilter anyOf(String expression, Collection<?> values) {
    if (!values.isEmpty()) {
      List<String> lists = new ArrayList<>();
      for (int left = values.size(); left > 0; left -= LIST_SIZE) {
        lists.add(expression + " in (" + repeat("?", ", ", Math.min(left, LIST_SIZE)) + ")");
      }
      conditions.add(lists.size() == 1 ? lists.get(0) : "(" + String.join(" or ", lists) + ")");
      parameters.addAll(values);
    }
    return this;
  }

  /** Equality with any of these status literals, all of lower case, in whatever case they come. */
  SqlFilter anyStatus(String expression, Collection<String> statuses) {
    return anyOf(
        expression, statuses.stream().map(status -> status.toLowerCase(Locale.ROOT)).toList());
  }

  /** Equality, ignoring case, with any of the values; no values, no condition. */
  SqlFilter anyOfIgnoringCase(String expression, Collection<String> values) {
    if (!values.isEmpty()) {
      conditions.add(
          "upper(" + expression + ") in (" + repeat("upper(?)", ", ", values.size()) + ")");
      parameters.addAll(values);
    }
    return this;
  }

  /** Any of the values is part of the text, ignoring case; no values, no condition. */
  SqlFilter containsAnyOf(String expression, Collection<String> values) {
    if (!values.isEmpty()) {
      conditions.add("(" + repeat(contains(expression), " or ", values.size()) + ")");
      values.forEach(value -> parameters.add(containing(value)));
    }
    return this;
  }

  /** The text begins with any of the values, in their case; no values, no condition. */
  SqlFilter beginsWithAnyOf(String expression, Collection<String> values) {
    if (!values.isEmpty()) {
      conditions.add("(" + repeat(expression + " like ? escape '!'", " or ", values.size()) + ")");
      values.forEach(value -> parameters.add(literal(value) + "%"));
    }
    return this;
  }

  SqlFilter within(String expression, TimeRange range) {
    range.from().ifPresent(from -> and(expression + " >= ?", from));
    range.to().ifPresent(to -> and(expression + " < ?", to));
    return this;
  }

  /** Joins the conditions of each alternative by {@code and}, the alternatives by {@code or}. */
  SqlFilter either(List<SqlFilter> alternatives) {
    List<String> texts = new ArrayList<>();
    for (SqlFilter alternative : alternatives) {
      texts.add("(" + String.join(" and ", alternative.conditions) + ")");
      parameters.addAll(alternative.parameters);
    }
    conditions.add("(" + String.join(" or ", texts) + ")");
    return this;
  }

  /** The where clause; empty without conditions. */
  String where() {
    return conditions.isEmpty() ? "" : "\n where " + String.join("\n   and ", conditions);
  }

  List<Object> parameters() {
    return Collections.unmodifiableList(parameters);
  }

  /** A condition with one parameter of {@link #containing}. */
  static String contains(String expression) {
    return "upper(" + expression + ") like upper(?) escape '!'";
  }

  /** A pattern for texts that contain this one literally. */
  static String containing(String text) {
    return "%" + literal(text) + "%";
  }

  /**
   * What is bound for a value: an instant as of a column of type timestamp with time zone; a text
   * without NUL, which no database stores and PostgreSQL refuses.
   */
  static Object parameter(Object value) {
    if (value instanceof String text) {
      return text.replace('\0', '\uFFFD');
    }
    return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
  }

  private static String literal(String text) {
    return text.replaceAll("[!%_]", "!$0");
  }

  private static String repeat(String text, String separator, int times) {
    return String.join(separator, Collections.nCopies(times, text));
  }
}
