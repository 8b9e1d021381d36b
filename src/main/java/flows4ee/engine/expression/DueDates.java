package flows4ee.engine.expression;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.expression.Frame.Access;
import flows4ee.engine.model.Setting;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.QueryFailedException;
import flows4ee.engine.variable.DateMask;
import flows4ee.engine.variable.OracleCalendar;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Evaluates due dates. */
final class DueDates {

  private final Evaluator evaluator;
  private final QueryResults queries;

  DueDates(Evaluator evaluator, QueryResults queries) {
    this.evaluator = evaluator;
    this.queries = queries;
  }

  Optional<ZonedDateTime> dueOn(Setting setting, ExpressionScope scope) {
    if (setting.expression().isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(value(setting, scope));
    } catch (EvaluationException | QueryFailedException | DateTimeException e) {
      throw new StepFailedException(e, message(setting), setting.expression());
    }
  }

  private static EngineMessage message(Setting setting) {
    return switch (setting.type()) {
      case INTERVAL -> EngineMessage.DUE_ON_INTERVAL_ERROR;
      default -> EngineMessage.DUE_ON_ERROR;
    };
  }

  private ZonedDateTime value(Setting setting, ExpressionScope scope) {
    String text = setting.expression();
    return switch (setting.type()) {
      case STATIC -> fixed(setting, scope);
      case INTERVAL -> afterInterval(text, scope);
      case ORACLE_SCHEDULER -> next(Substitution.inShortText(text, scope), scope);
      case PROCESS_VARIABLE -> ofVariable(text.strip(), scope);
      case SQL_QUERY_SINGLE ->
          queries.single(VariableType.TIMESTAMP_WITH_TIME_ZONE, text, scope).asTimestamp();
      default -> Values.timestamp(evaluator.evaluate(setting.type(), text, scope, Access.TYPED));
    };
  }

  private static ZonedDateTime fixed(Setting setting, ExpressionScope scope) {
    String text = Substitution.inShortText(setting.expression(), scope);
    var mask =
        setting
            .formatMask()
            .filter(given -> !given.isBlank())
            .map(DateFunctions::mask)
            .orElse(DateMask.TIMESTAMP);
    return text.isBlank() ? null : mask.parseTimestamp(text, utc(scope).toLocalDate());
  }

  private static ZonedDateTime afterInterval(String text, ExpressionScope scope) {
    var interval = DateFunctions.daySecond(Substitution.inShortText(text, scope).strip());
    return interval == null
        ? null
        : Arithmetic.inRange(scope.now().plus(interval).atZone(ZoneOffset.UTC));
  }

  private static ZonedDateTime next(String calendar, ExpressionScope scope) {
    return OracleCalendar.of(calendar)
        .next(utc(scope))
        .orElseThrow(() -> new EvaluationException("the calendar has no next occurrence"))
        .atZone(ZoneOffset.UTC);
  }

  private static LocalDateTime utc(ExpressionScope scope) {
    return LocalDateTime.ofInstant(scope.now(), ZoneOffset.UTC);
  }

  private static ZonedDateTime ofVariable(String name, ExpressionScope scope) {
    var value =
        scope.variable(name).orElse(new VariableValue(VariableType.TIMESTAMP_WITH_TIME_ZONE, null));
    if (value.type() != VariableType.TIMESTAMP_WITH_TIME_ZONE) {
      throw new EvaluationException("a due date must be a timestamp with time zone");
    }
    return value.asTimestamp();
  }
}
