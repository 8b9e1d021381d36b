package flows4ee.engine.expression;

import flows4ee.engine.model.Setting;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Evaluates settings: priority, due date, users, groups, message texts and the like. */
public final class SettingValues {

  private final Evaluator evaluator;

  public SettingValues(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * A text setting: users, groups (colon lists), message name, key, value, payload, endpoint.
   *
   * @return empty for SQL NULL
   * @throws flows4ee.engine.error.StepFailedException with {@code settings-error}
   */
  public Optional<String> text(Setting setting, ExpressionScope scope) {
    throw new UnsupportedOperationException(evaluator.toString());
  }

  /**
   * A priority, 1 to 5.
   *
   * @return empty for SQL NULL
   * @throws flows4ee.engine.error.StepFailedException with {@code settings-priority-error} when it
   *     is no number, {@code apex-task-priority-error} when it is out of range
   */
  public OptionalInt priority(Setting setting, ExpressionScope scope) {
    throw new UnsupportedOperationException(evaluator.toString());
  }

  /**
   * A due date.
   *
   * @return empty for SQL NULL
   * @throws flows4ee.engine.error.StepFailedException with {@code due-on-error} or {@code
   *     due-on-interval-error}
   */
  public Optional<ZonedDateTime> dueOn(Setting setting, ExpressionScope scope) {
    throw new UnsupportedOperationException(evaluator.toString());
  }

  /** What to log as {@code step warning} about a due date: a static one without a format mask. */
  public Optional<String> dueOnWarning(Setting setting) {
    throw new UnsupportedOperationException(evaluator.toString());
  }

  /**
   * A starter list (potential starting users and groups, excluded users), evaluated before there is
   * an instance.
   *
   * @throws flows4ee.engine.error.StepFailedException with {@code settings-procvar-no-prcs} when
   *     the setting reads a process variable, {@code settings-error} when it fails otherwise
   */
  public Optional<String> starters(Setting setting, Instant now, RandomGenerator random) {
    throw new UnsupportedOperationException(evaluator.toString());
  }
}
