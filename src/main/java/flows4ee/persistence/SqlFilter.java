package flows4ee.persistence;

import flows4ee.engine.PageRequest;
import flows4ee.engine.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A {@code where} clause that grows filter by filter, with its parameters. */
final class SqlFilter {

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /** The column equals one of these; none does not filter. */
  SqlFilter anyOf(String column, List<?> values) {
    if (!values.isEmpty()) {
      String places = String.join(", ", Collections.nCopies(values.size(), "?"));
      conditions.add(column + " in (" + places + ")");
      parameters.addAll(values);
    }
    return this;
  }

  /** The column begins with one of these, taken literally; none does not filter. */
  SqlFilter anyBeginning(String column, List<String> beginnings) {
    if (!beginnings.isEmpty()) {
      String like = column + " like ? escape '!'";
      conditions.add("(" + String.join(" or ", Collections.nCopies(beginnings.size(), like)) + ")");
      beginnings.forEach(text -> parameters.add(literal(text) + "%"));
    }
    return this;
  }

  /** The column lies within the range. */
  SqlFilter within(String column, TimeRange range) {
    range.from().ifPresent(from -> condition(column + " >= ?", from));
    range.to().ifPresent(to -> condition(column + " < ?", to));
    return this;
  }

  /**
   * The rows after the cursor of a page.
   *
   * @param time timestamp column of the order; null when it is the id alone
   */
  SqlFilter after(PageRequest page, String time, String id) {
    String beyond = page.isDescending() ? " < ?" : " > ?";
    page.after()
        .ifPresent(
            cursor -> {
              if (time == null) {
                condition(id + beyond, cursor.id());
              } else {
                Instant at = Instant.parse(cursor.value());
                conditions.add("(%1$s%3$s or (%1$s = ? and %2$s%3$s))".formatted(time, id, beyond));
                Collections.addAll(parameters, at, at, cursor.id());
              }
            });
    return this;
  }

  /** The clause with a blank before it, or nothing. */
  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  Object[] parameters() {
    return parameters.toArray();
  }

  private void condition(String condition, Object parameter) {
    conditions.add(condition);
    parameters.add(parameter);
  }

  private static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
