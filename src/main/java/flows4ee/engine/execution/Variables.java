package flows4ee.engine.execution;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.CallTreeEntry;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.variable.VariableFormats;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The process variables of an instance by scope. */
public final class Variables {

  /** Built-in variable that survives a reset. */
  public static final String BUSINESS_REF = "BUSINESS_REF";

  private final Call call;

  Variables(Call call) {
    this.call = call;
  }

  public Optional<VariableValue> find(long scope, String name) {
    return call.state().variable(scope, name).map(ProcessVariable::value);
  }

  /** The business reference of a scope. */
  public Optional<String> businessRef(long scope) {
    return find(scope, BUSINESS_REF)
        .filter(value -> value.type() == VariableType.VARCHAR2)
        .map(VariableValue::text);
  }

  /**
   * Creates a variable or replaces its type and value, as expressions do.
   *
   * @param subflow step that writes, or null
   * @param set literal of the expression set, or null
   * @throws StepFailedException when the name or a VARCHAR2 is too long to be stored
   */
  public void replace(long scope, String name, VariableValue value, Subflow subflow, String set) {
    requireLength(name.toUpperCase(Locale.ROOT), VariableFormats.MAX_NAME);
    if (value.type() == VariableType.VARCHAR2 && !value.isNull()) {
      requireLength(value.text(), VariableFormats.MAX_VARCHAR2);
    }
    var before = call.state().variable(scope, name);
    String written = before.map(ProcessVariable::name).orElse(name);
    var variable = new ProcessVariable(call.state().id(), scope, written, value);
    call.state().variablesOf(scope).put(variable);
    call.history().variable(variable, subflow, set, false);
  }

  /**
   * Creates a variable, or overwrites one of the same type, as the API does.
   *
   * @throws EngineException when the scope is not valid or the variable has another type
   */
  public void set(long scope, String name, VariableValue value) {
    requireScope(scope);
    var before = call.state().variable(scope, name);
    if (before.isPresent() && before.get().value().type() != value.type()) {
      throw new EngineException(
          EngineMessage.VARIABLE_UPDATE_ERROR, name, call.state().id(), scope);
    }
    replace(scope, name, value, null, null);
  }

  /**
   * Deletes a variable.
   *
   * @throws EngineException when there is none
   */
  public void delete(long scope, String name) {
    var variable =
        call.state()
            .variable(scope, name)
            .orElseThrow(
                () ->
                    new EngineException(
                        EngineMessage.VARIABLE_DELETE_ERROR, name, call.state().id(), scope));
    call.state().variablesOf(scope).remove(variable.key());
    call.history().variable(variable, null, null, true);
  }

  /** Deletes the variables of all scopes that meet a condition. */
  public void deleteAll(Predicate<ProcessVariable> condition) {
    var variables = call.state().allVariables();
    for (var variable : variables.where(condition)) {
      variables.remove(variable.key());
      call.history().variable(variable, null, null, true);
    }
  }

  /** Refuses a scope that is not valid in this instance. */
  public void requireScope(long scope) {
    if (!isValidScope(scope)) {
      throw new EngineException(EngineMessage.VARIABLE_BAD_SCOPE, scope);
    }
  }

  private static void requireLength(String text, int limit) {
    if (text.length() > limit) {
      throw new StepFailedException(EngineMessage.VALUE_TOO_LONG, limit);
    }
  }

  private boolean isValidScope(long scope) {
    return scope == 0
        || call.state().subflows().any(subflow -> subflow.scope() == scope)
        || call.state().callTree().any(entry -> isEnteredAt(entry, scope))
        || call.state().hasVariables(scope);
  }

  private static boolean isEnteredAt(CallTreeEntry entry, long scope) {
    return Objects.equals(entry.diagramLevel(), scope);
  }
}
