package flows4ee.engine.timer;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.expression.EvaluationException;
import flows4ee.engine.expression.ExpressionScope;
import flows4ee.engine.expression.Substitution;
import flows4ee.engine.model.EventDefinition.Timer;
import flows4ee.engine.model.TimerKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Reads timer definitions. Times without a zone are UTC; months count before days and seconds; a
 * repeat is at least one second after the one before.
 */
public final class TimerSchedule {

  private static final Instant END_OF_TIME =
      LocalDateTime.of(9999, 12, 31, 23, 59, 59).toInstant(ZoneOffset.UTC);

  private final IntSupplier maxCycles;

  /**
   * @param maxCycles most runs of a cycle, also of one that names none ({@code timer_max_cycles}),
   *     asked at each use
   */
  public TimerSchedule(IntSupplier maxCycles) {
    this.maxCycles = maxCycles;
  }

  /**
   * When the timer of an event fires, counted from {@code scope.now()}.
   *
   * @param objectId the event, named in errors
   * @throws StepFailedException with {@code timer-incomplete-definition} when parts are missing,
   *     {@code timer_definition_error} when they cannot be read or are out of range
   */
  public TimerPlan plan(String objectId, Timer timer, ExpressionScope scope) {
    checkComplete(objectId, timer);
    try {
      var plan = read(timer, scope);
      if (plan.dueAt().isAfter(END_OF_TIME)) {
        throw new DateTimeException("The timer is due after the year 9999.");
      }
      return plan;
    } catch (DateTimeException | ArithmeticException | EvaluationException e) {
      throw unreadable(e, timer, scope);
    }
  }

  private static void checkComplete(String objectId, Timer timer) {
    boolean isComplete =
        switch (timer.kind()) {
          case DATE, DURATION, CYCLE -> isGiven(timer.first());
          case ORACLE_DATE, ORACLE_CYCLE -> isGiven(timer.first()) && isGiven(timer.second());
          case ORACLE_DURATION -> isGiven(timer.first()) || isGiven(timer.second());
          case MISSING -> false;
        };
    if (!isComplete) {
      throw new StepFailedException(
          EngineMessage.TIMER_INCOMPLETE,
          objectId,
          timer.kind().literal(),
          timer.first().orElse(""),
          timer.second().orElse(""),
          timer.third().orElse(""));
    }
  }

  private static boolean isGiven(Optional<String> text) {
    return text.filter(given -> !given.isBlank()).isPresent();
  }

  private TimerPlan read(Timer timer, ExpressionScope scope) {
    var now = scope.now();
    return switch (timer.kind()) {
      case DATE -> once(TimerDates.date(timer.first().orElseThrow(), scope));
      case DURATION -> once(TimerIntervals.iso(text(timer.first(), scope)).after(now));
      case CYCLE -> TimerIntervals.cycle(text(timer.first(), scope), now, maxCycles.getAsInt());
      case ORACLE_DATE ->
          once(
              TimerDates.masked(
                  timer.first().orElseThrow(), timer.second().orElseThrow().strip(), scope));
      case ORACLE_DURATION ->
          once(
              TimerIntervals.oracle(text(timer.first(), scope), text(timer.second(), scope))
                  .after(now));
      case ORACLE_CYCLE -> oracleCycle(timer, scope);
      case MISSING -> throw new IllegalStateException(TimerKind.MISSING.name());
    };
  }

  private static TimerPlan once(Instant dueAt) {
    return new TimerPlan(dueAt, Optional.empty(), 1);
  }

  private TimerPlan oracleCycle(Timer timer, ExpressionScope scope) {
    var first = TimerIntervals.oracle("", text(timer.first(), scope));
    var repeat = TimerIntervals.spaced(TimerIntervals.oracle("", text(timer.second(), scope)));
    int runs = TimerIntervals.runs(text(timer.third(), scope), maxCycles.getAsInt());
    return new TimerPlan(first.after(scope.now()), Optional.of(repeat), runs);
  }

  private static String text(Optional<String> part, ExpressionScope scope) {
    return Substitution.inShortText(part.orElse(""), scope).strip();
  }

  private static StepFailedException unreadable(
      RuntimeException cause, Timer timer, ExpressionScope scope) {
    var parts = Stream.of(timer.first(), timer.second(), timer.third());
    List<String> texts = parts.flatMap(Optional::stream).toList();
    return new StepFailedException(
        cause,
        EngineMessage.TIMER_DEFINITION_ERROR,
        scope.processId(),
        scope.subflowId().isPresent() ? scope.subflowId().getAsLong() : "",
        timer.kind().literal(),
        String.join(" ", texts));
  }
}
