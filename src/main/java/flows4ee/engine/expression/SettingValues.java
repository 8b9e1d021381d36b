package flows4ee.engine.expression;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.expression.Frame.Access;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.Setting;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.QueryFailedException;
import flows4ee.engine.variable.VariableFormats;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Evaluates settings: priority, due date, users, groups, message texts and the like. */
public final class SettingValues {

  private static final BigDecimal HIGHEST_PRIORITY = BigDecimal.ONE;
  private static final BigDecimal LOWEST_PRIORITY = BigDecimal.valueOf(5);

  private final Evaluator evaluator;
  private final QueryResults queries;
  private final DueDates dueDates;

  public SettingValues(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.queries = new QueryResults(evaluator);
    this.dueDates = new DueDates(evaluator, queries);
  }

  /**
   * A text setting: users, groups (colon lists), message name, key, value, endpoint; at most 4000
   * characters.
   *
   * @return empty for SQL NULL
   * @throws StepFailedException with {@code settings-error}
   */
  public Optional<String> text(Setting setting, ExpressionScope scope) {
    return checked(setting, scope, VariableFormats.MAX_VARCHAR2);
  }

  /**
   * A long text setting, such as a payload: of any length up to 1 MiB, with every type of variable
   * in its substitutions.
   *
   * @return empty for SQL NULL
   * @throws StepFailedException with {@code settings-error}
   */
  public Optional<String> longText(Setting setting, ExpressionScope scope) {
    return checked(setting, scope, Budget.MAX_TEXT);
  }

  private Optional<String> checked(Setting setting, ExpressionScope scope, int limit) {
    try {
      boolean isLong = limit > VariableFormats.MAX_VARCHAR2;
      var text = Optional.ofNullable(Values.text(value(setting, scope, isLong)));
      if (text.isPresent() && text.get().length() > limit) {
        throw new EvaluationException("a text is longer than " + limit + " characters");
      }
      return text;
    } catch (EvaluationException | QueryFailedException e) {
      throw new StepFailedException(e, EngineMessage.SETTINGS_ERROR, setting.expression());
    }
  }

  private Object value(Setting setting, ExpressionScope scope, boolean isLong) {
    String text = setting.expression();
    if (text.isEmpty()) {
      return null;
    }
    return switch (setting.type()) {
      case STATIC ->
          isLong ? Substitution.inLongText(text, scope) : Substitution.inShortText(text, scope);
      case PROCESS_VARIABLE ->
          Binds.find(text.strip(), scope).map(VariableValue::content).orElse(null);
      case SQL_QUERY_SINGLE -> queries.single(VariableType.CLOB, text, scope).content();
      case SQL_QUERY_LIST -> queries.list(text, scope);
      default -> evaluator.evaluate(setting.type(), text, scope, Access.TYPED);
    };
  }

  /**
   * A priority, 1 to 5.
   *
   * @return empty for SQL NULL
   * @throws StepFailedException with {@code settings-priority-error} when it is no number, {@code
   *     apex-task-priority-error} when it is out of range
   */
  public OptionalInt priority(Setting setting, ExpressionScope scope) {
    var number = priorityNumber(setting, scope);
    if (number == null) {
      return OptionalInt.empty();
    }
    boolean isWhole = number.stripTrailingZeros().scale() <= 0;
    boolean isInRange =
        number.compareTo(HIGHEST_PRIORITY) >= 0 && number.compareTo(LOWEST_PRIORITY) <= 0;
    if (!isWhole || !isInRange) {
      throw new StepFailedException(EngineMessage.TASK_PRIORITY_ERROR, Values.text(number));
    }
    return OptionalInt.of(number.intValueExact());
  }

  private BigDecimal priorityNumber(Setting setting, ExpressionScope scope) {
    try {
      return Values.number(value(setting, scope, false));
    } catch (EvaluationException | QueryFailedException e) {
      throw new StepFailedException(e, EngineMessage.SETTINGS_PRIORITY_ERROR, setting.expression());
    }
  }

  /**
   * A due date.
   *
   * @return empty for SQL NULL
   * @throws StepFailedException with {@code due-on-error} or {@code due-on-interval-error}
   */
  public Optional<ZonedDateTime> dueOn(Setting setting, ExpressionScope scope) {
    return dueDates.dueOn(setting, scope);
  }

  /** What to log as {@code step warning} about a due date: a static one without a format mask. */
  public Optional<String> dueOnWarning(Setting setting) {
    boolean isStatic = setting.type() == ExpressionType.STATIC && !setting.expression().isEmpty();
    return isStatic && setting.formatMask().filter(mask -> !mask.isBlank()).isEmpty()
        ? Optional.of("The due date has no format mask; YYYY-MM-DD HH24:MI:SS TZR was used.")
        : Optional.empty();
  }

  /**
   * A starter list (potential starting users and groups, excluded users), evaluated before there is
   * an instance.
   *
   * @throws StepFailedException with {@code settings-procvar-no-prcs} when the setting reads a
   *     process variable, {@code settings-error} when it fails otherwise
   */
  public Optional<String> starters(Setting setting, Instant now, RandomGenerator random) {
    if (setting.type() == ExpressionType.PROCESS_VARIABLE) {
      throw new StepFailedException(EngineMessage.SETTINGS_NO_PROCESS);
    }
    return text(setting, new NoProcessScope(now, random));
  }
}
