package flows4ee.engine.expression;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.variable.VariableFormats;
import java.util.Locale;
import java.util.Optional;

/** What a name of {@code :F4A$name} or {@code &F4A$name.} stands for in a scope. */
final class Binds {

  private static final int SHOWN_TEXT = 4000;

  private Binds() {}

  /** The value of a pseudo-variable, else of the variable of that name. */
  static Optional<VariableValue> find(String name, ExpressionScope scope) {
    var pseudo = pseudo(name.toUpperCase(Locale.ROOT), scope);
    return pseudo.isPresent() ? pseudo : scope.variable(name);
  }

  private static Optional<VariableValue> pseudo(String upperName, ExpressionScope scope) {
    return switch (upperName) {
      case "PROCESS_ID" -> Optional.of(VariableValue.number(scope.processId()));
      case "SUBFLOW_ID" -> Optional.of(number(scope.subflowId().stream().boxed().findFirst()));
      case "SCOPE" -> Optional.of(VariableValue.number(scope.scope()));
      case "STEP_KEY" -> Optional.of(VariableValue.text(scope.stepKey().orElse(null)));
      case "PROCESS_PRIORITY" ->
          Optional.of(number(scope.processPriority().stream().asLongStream().boxed().findFirst()));
      case "LOOP_COUNTER" -> scope.loop().map(loop -> VariableValue.number(loop.loopCounter()));
      case "TOTAL_INSTANCES" ->
          scope.loop().map(loop -> VariableValue.number(loop.totalInstances()));
      case "ACTIVE_INSTANCES" ->
          scope.loop().map(loop -> VariableValue.number(loop.activeInstances()));
      case "COMPLETED_INSTANCES" ->
          scope.loop().map(loop -> VariableValue.number(loop.completedInstances()));
      case "TERMINATED_INSTANCES" ->
          scope.loop().map(loop -> VariableValue.number(loop.terminatedInstances()));
      default -> Optional.empty();
    };
  }

  private static VariableValue number(Optional<Long> number) {
    return number.map(VariableValue::number).orElse(new VariableValue(VariableType.NUMBER, null));
  }

  /** The text form, empty for NULL; long texts are cut after 4000 characters. */
  static String text(VariableValue value) {
    String text = value.text();
    if (text == null) {
      return "";
    }
    boolean isLong = text.length() > SHOWN_TEXT && value.type() != VariableType.VARCHAR2;
    return isLong ? VariableFormats.cut(text, SHOWN_TEXT) : text;
  }

  /** Text of a name in long texts; empty when the name is not known. */
  static Optional<String> longText(String name, ExpressionScope scope) {
    return find(name, scope).map(Binds::text);
  }

  /** Text of a name in short texts, where only VARCHAR2 variables have one. */
  static Optional<String> shortText(String name, ExpressionScope scope) {
    var pseudo = pseudo(name.toUpperCase(Locale.ROOT), scope);
    return pseudo.isPresent()
        ? pseudo.map(Binds::text)
        : scope
            .variable(name)
            .map(value -> value.type() == VariableType.VARCHAR2 ? text(value) : "");
  }
}
