package flows4ee.engine.timer;

import flows4ee.engine.expression.ExpressionScope;
import flows4ee.engine.model.EventDefinition;

/** Reads timer definitions. */
public final class TimerSchedule {

  private final int maxCycles;

  /**
   * @param maxCycles limit of repeats of a cycle that names none or too many ({@code
   *     timer_max_cycles})
   */
  public TimerSchedule(int maxCycles) {
    this.maxCycles = maxCycles;
  }

  /**
   * When the timer of an event fires, counted from {@code scope.now()}.
   *
   * @param objectId the event, named in errors
   * @throws flows4ee.engine.error.StepFailedException with {@code timer-incomplete-definition} when
   *     parts are missing, {@code timer_definition_error} when they cannot be read or are out of
   *     range
   */
  public TimerPlan plan(String objectId, EventDefinition.Timer timer, ExpressionScope scope) {
    throw new UnsupportedOperationException(objectId + maxCycles);
  }
}
