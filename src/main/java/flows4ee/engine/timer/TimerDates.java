package flows4ee.engine.timer;

import flows4ee.engine.expression.ExpressionScope;
import flows4ee.engine.expression.Substitution;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.variable.DateMask;
import flows4ee.engine.variable.DateTexts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the dates of timers. */
final class TimerDates {

  private static final Pattern VARIABLE = Pattern.compile("&F4A\\$([A-Za-z0-9:_-]+)\\.");
  private static final Pattern TIME = Pattern.compile("[Tt](\\d{2}):?(\\d{2})(?::?(\\d{2}))?[Zz]?");

  private TimerDates() {}

  /**
   * A date of ISO 8601, a time of day such as {@code T13:30:00} (today or tomorrow), or a variable
   * {@code &F4A$name.} of type DATE, TIMESTAMP or text.
   *
   * @throws DateTimeException when the text is none of these
   */
  static Instant date(String text, ExpressionScope scope) {
    var time = ofVariable(text, scope);
    if (time.isPresent()) {
      return time.get();
    }
    String filled = Substitution.inShortText(text, scope).strip();
    var timeOfDay = TIME.matcher(filled);
    if (timeOfDay.matches()) {
      int second = timeOfDay.group(3) == null ? 0 : Integer.parseInt(timeOfDay.group(3));
      return next(
          LocalTime.of(
              Integer.parseInt(timeOfDay.group(1)), Integer.parseInt(timeOfDay.group(2)), second),
          scope.now());
    }
    return DateTexts.iso(filled)
        .orElseThrow(() -> new DateTimeException("The text is no date."))
        .toInstant();
  }

  /**
   * A date by a format mask, or a variable of type DATE, TIMESTAMP or text in that mask.
   *
   * @throws DateTimeException when the text does not have the form of the mask
   */
  static Instant masked(String text, String mask, ExpressionScope scope) {
    var time = ofVariable(text, scope);
    if (time.isPresent()) {
      return time.get();
    }
    String filled = Substitution.inShortText(text, scope);
    return DateMask.of(mask).parseTimestamp(filled, today(scope)).toInstant();
  }

  /** The moment of a variable that is the whole text and has a type of time. */
  private static Optional<Instant> ofVariable(String text, ExpressionScope scope) {
    var match = VARIABLE.matcher(text.strip());
    return match.matches()
        ? scope.variable(match.group(1)).flatMap(TimerDates::moment)
        : Optional.empty();
  }

  private static Optional<Instant> moment(VariableValue value) {
    if (value.isNull()) {
      return Optional.empty();
    }
    if (value.type() == VariableType.DATE) {
      return Optional.of(value.asDate().toInstant(ZoneOffset.UTC));
    }
    return value.type() == VariableType.TIMESTAMP_WITH_TIME_ZONE
        ? Optional.of(value.asTimestamp().toInstant())
        : Optional.empty();
  }

  private static Instant next(LocalTime time, Instant now) {
    var today = now.atZone(ZoneOffset.UTC).toLocalDate().atTime(time).toInstant(ZoneOffset.UTC);
    boolean isOver = !today.isAfter(now);
    return isOver ? today.atZone(ZoneOffset.UTC).plusDays(1).toInstant() : today;
  }

  private static LocalDate today(ExpressionScope scope) {
    return LocalDate.ofInstant(scope.now(), ZoneOffset.UTC);
  }
}
