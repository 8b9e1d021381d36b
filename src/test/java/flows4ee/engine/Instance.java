package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.CompletedStep;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.ProcessInstance;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.StepEvent;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A process instance as a test sees it. */
record Instance(EngineFixture fixture, long id) {

  ProcessInstance row() {
    return fixture.database.tables.instances.get(id);
  }

  String status() {
    return row().status().literal();
  }

  List<Subflow> subflows() {
    return fixture.database.tables.subflows.values().stream()
        .filter(subflow -> subflow.processId() == id)
        .toList();
  }

  /** Current objects with status, without the parents of splits, sorted: {@code A running}. */
  List<String> steps() {
    return subflows().stream()
        .filter(subflow -> subflow.status() != SubflowStatus.SPLIT)
        .map(subflow -> subflow.current() + " " + subflow.status().literal())
        .sorted()
        .toList();
  }

  /** The only subflow at an object. */
  Subflow at(String object) {
    var found = subflows().stream().filter(s -> object.equals(s.current())).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " subflows at " + object + " among " + steps());
    }
    return found.get(0);
  }

  /** The only subflow in error. */
  Subflow failed() {
    var found = subflows().stream().filter(s -> s.status() == SubflowStatus.ERROR).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " subflows in error among " + steps());
    }
    return found.get(0);
  }

  Instance complete(String object) {
    var step = at(object);
    fixture
        .engine()
        .completeStep(step.id(), step.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER);
    return this;
  }

  Instance restart(String object) {
    return restart(at(object));
  }

  Instance restart(Subflow step) {
    fixture.engine().restartStep(step.id(), step.stepKey(), Optional.empty(), EngineFixture.TESTER);
    return this;
  }

  Instance force(String object) {
    return force(at(object));
  }

  Instance force(Subflow step) {
    fixture
        .engine()
        .forceNextStep(step.id(), step.stepKey(), false, Optional.empty(), EngineFixture.TESTER);
    return this;
  }

  Instance suspend() {
    fixture.engine().suspendInstance(id, Optional.empty(), EngineFixture.TESTER);
    return this;
  }

  Instance resume() {
    fixture.engine().resumeInstance(id, Optional.empty(), EngineFixture.TESTER);
    return this;
  }

  Instance delete(Subflow step) {
    fixture.engine().deleteStep(step.id(), step.stepKey(), Optional.empty(), EngineFixture.TESTER);
    return this;
  }

  Instance rewind(Subflow step, RewindTarget target) {
    fixture
        .engine()
        .rewindStep(
            step.id(),
            step.stepKey(),
            target,
            Optional.empty(),
            Optional.empty(),
            EngineFixture.TESTER);
    return this;
  }

  Instance set(String name, VariableValue value) {
    return set(0, name, value);
  }

  Instance set(long scope, String name, VariableValue value) {
    fixture
        .engine()
        .setVariables(
            id,
            List.of(
                new VariableAssignment(name, value, OptionalLong.of(scope), OptionalLong.empty())),
            EngineFixture.TESTER);
    return this;
  }

  Optional<VariableValue> variable(String name) {
    return variable(0, name);
  }

  Optional<VariableValue> variable(long scope, String name) {
    return fixture.database.tables.variables.values().stream()
        .filter(row -> row.processId() == id && row.scope() == scope)
        .filter(row -> row.name().equalsIgnoreCase(name))
        .map(ProcessVariable::value)
        .findFirst();
  }

  List<String> completed() {
    return fixture.database.tables.completedSteps.stream()
        .filter(step -> step.processId() == id)
        .map(CompletedStep::objectId)
        .toList();
  }

  /** Entries of the step log, in order. */
  List<StepEvent> stepEvents() {
    return fixture.database.tables.stepEvents.stream()
        .filter(event -> event.processId() == id)
        .toList();
  }

  /** Entries of the instance log, in order. */
  List<InstanceEvent> events() {
    return fixture.database.tables.instanceEvents.stream()
        .filter(event -> event.processId() == id)
        .toList();
  }

  /** Message keys of the errors logged with the instance, in order. */
  List<String> errorKeys() {
    return events().stream()
        .filter(event -> event.event().equals("error"))
        .map(InstanceEvent::errorInfo)
        .toList();
  }

  /** The message key a call is refused with. */
  static String refusal(Runnable call) {
    try {
      call.run();
    } catch (EngineException e) {
      return e.engineMessage().key();
    } catch (BatchFailedException e) {
      return e.failures().values().iterator().next().engineMessage().key();
    }
    throw new AssertionError("the call was not refused");
  }
}
