package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.execution.Call;
import flows4ee.engine.state.Subflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Sets and deletes process variables for callers. */
final class VariableOperations {

  private final Calls calls;

  VariableOperations(Calls calls) {
    this.calls = calls;
  }

  void set(long processId, List<VariableAssignment> assignments, Caller caller) {
    try {
      calls.onInstance(
          processId,
          EngineMessage.VARIABLE_LOCK_ERROR,
          caller,
          call -> assign(call, assignments, 0));
    } catch (EngineException e) {
      throw isLocked(e) ? new BatchFailedException(locked(processId, assignments)) : e;
    }
  }

  void delete(long processId, VariableReference variable, Caller caller) {
    try {
      calls.onInstance(
          processId,
          EngineMessage.VARIABLE_LOCK_ERROR,
          caller,
          call -> {
            long scope = scopeOf(call, variable.subflowId(), variable.scope());
            call.variables().requireScope(scope);
            call.variables().delete(scope, variable.name());
          });
    } catch (EngineException e) {
      throw isLocked(e) ? locked(variable.name(), processId, variable.scope()) : e;
    }
  }

  private static boolean isLocked(EngineException failure) {
    return failure.engineMessage() == EngineMessage.VARIABLE_LOCK_ERROR;
  }

  private static EngineException locked(String name, long processId, long scope) {
    return new EngineException(EngineMessage.VARIABLE_LOCK_ERROR, name, processId, scope);
  }

  private static Map<Integer, EngineException> locked(
      long processId, List<VariableAssignment> assignments) {
    Map<Integer, EngineException> failures = new LinkedHashMap<>();
    for (var assignment : assignments) {
      failures.put(
          failures.size(), locked(assignment.name(), processId, assignment.scope().orElse(0)));
    }
    return failures;
  }

  /**
   * Sets variables, all or none.
   *
   * @param defaultScope scope of an assignment that names none
   * @throws BatchFailedException with the reason of every refused one
   */
  void assign(Call call, List<VariableAssignment> assignments, long defaultScope) {
    Map<Integer, EngineException> failures = new LinkedHashMap<>();
    for (int i = 0; i < assignments.size(); i++) {
      try {
        assign(call, assignments.get(i), defaultScope);
      } catch (EngineException e) {
        failures.put(i, e);
      }
    }
    if (!failures.isEmpty()) {
      throw new BatchFailedException(failures);
    }
  }

  private static void assign(Call call, VariableAssignment assignment, long defaultScope) {
    long scope = scopeOf(call, assignment.subflowId(), assignment.scope().orElse(defaultScope));
    call.variables().set(scope, assignment.name(), assignment.value());
  }

  private static long scopeOf(Call call, OptionalLong subflowId, long scope) {
    if (subflowId.isEmpty()) {
      return scope;
    }
    long id = subflowId.getAsLong();
    return call.state()
        .subflows()
        .find(id)
        .map(Subflow::scope)
        .orElseThrow(
            () -> new EngineException(EngineMessage.SUBFLOW_NOT_IN_PROCESS, id, call.state().id()));
  }
}
