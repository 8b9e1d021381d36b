package flows4ee.engine.activity;

import flows4ee.engine.execution.Execution;
import flows4ee.engine.model.VariableValue;
import java.util.Optional;

/** What a handler sees of the step it works for. */
public final class TaskContext {

  private final Execution execution;

  TaskContext(Execution execution) {
    this.execution = execution;
  }

  public long processId() {
    return execution.state().id();
  }

  public long subflowId() {
    return execution.subflow().id();
  }

  /** BPMN id of the task. */
  public String taskId() {
    return execution.subflow().current();
  }

  public Optional<String> businessRef() {
    return execution.call().variables().businessRef(execution.subflow().scope());
  }

  /** A variable in the scope of the step; the name in any case. */
  public Optional<VariableValue> variable(String name) {
    return execution.scope().variable(name);
  }

  /** Creates a variable in the scope of the step, or replaces its type and value. */
  public void setVariable(String name, VariableValue value) {
    execution
        .call()
        .variables()
        .replace(execution.subflow().scope(), name, value, execution.subflow(), null);
  }
}
