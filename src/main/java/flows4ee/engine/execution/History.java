package flows4ee.engine.execution;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.state.CompletedStep;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.StepEvent;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.VariableEvent;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Writes the logs of an instance: the subflow log always, events as far as the logging level of the
 * instance admits them.
 */
public final class History {

  /** Level of errors and interventions. */
  public static final int ABNORMAL = 1;

  /** Level of major events. */
  public static final int MAJOR = 2;

  /** Level of routine events. */
  public static final int ROUTINE = 4;

  /** Level of variable changes. */
  public static final int FULL = 8;

  private final Call call;

  History(Call call) {
    this.call = call;
  }

  /** Logs an event of the instance as a whole. */
  public void instance(int level, String event, String comment) {
    if (admits(level)) {
      call.state().log().add(instanceEvent(level, event, row -> row.comment = comment));
    }
  }

  /** Logs an event of the instance at the current object of a subflow. */
  public void instanceAt(Subflow subflow, int level, String event, String comment) {
    if (admits(level)) {
      call.state()
          .log()
          .add(
              instanceEvent(
                  level,
                  event,
                  row -> {
                    at(subflow, row);
                    row.comment = comment;
                  }));
    }
  }

  /** Logs the end of the instance with its duration. */
  public void ended(int level, String event, String comment) {
    if (admits(level)) {
      var started = call.state().instance().startTs();
      Long duration = started == null ? null : Duration.between(started, call.now()).toMillis();
      call.state()
          .log()
          .add(
              instanceEvent(
                  level,
                  event,
                  row -> {
                    row.durationMillis = duration;
                    row.comment = comment;
                  }));
    }
  }

  /** The entry of a failed step. */
  public InstanceEvent failure(Subflow subflow, EngineException failure) {
    return instanceEvent(
        ABNORMAL,
        "error",
        row -> {
          if (subflow != null) {
            at(subflow, row);
          }
          row.comment = text(failure);
          row.errorInfo = failure.engineMessage().key();
        });
  }

  /** The words of a failure in the language of the logs. */
  String text(EngineException failure) {
    return failure.text(call.services().settings().language());
  }

  /** Logs an event of a step. */
  public void step(Subflow subflow, int level, String event, String comment) {
    if (admits(level)) {
      call.state().log().add(stepEvent(subflow, level, event, comment, false));
    }
  }

  /**
   * Logs the completion of the current object.
   *
   * @param matchingObject opening gateway of a merge, or the throw of a link catch; else null
   */
  public void completed(Subflow subflow, String matchingObject, String notes) {
    call.state().log().add(completedStep(subflow, matchingObject, notes));
    if (admits(ABNORMAL)) {
      call.state().log().add(stepEvent(subflow, ABNORMAL, "step completed", null, true));
    }
  }

  /** Logs a written or deleted variable. */
  public void variable(
      ProcessVariable variable, Subflow subflow, String expressionSet, boolean isDeleted) {
    if (admits(FULL)) {
      call.state()
          .log()
          .add(
              new VariableEvent(
                  call.state().id(),
                  variable.scope(),
                  variable.name(),
                  subflow == null ? null : subflow.current(),
                  subflow == null ? null : subflow.id(),
                  expressionSet,
                  call.now(),
                  user(),
                  isDeleted ? null : variable.value()));
    }
  }

  private boolean admits(int level) {
    return call.state().instance().loggingLevel() >= level;
  }

  private String user() {
    return call.services().settings().isUserHidden() ? null : call.user();
  }

  private InstanceEvent instanceEvent(
      int level, String event, Consumer<InstanceEvent.Builder> details) {
    var instance = call.state().instance();
    var row = new InstanceEvent.Builder();
    row.processId = instance.id();
    row.objectId = instance.processBpmnId();
    row.diagramId = instance.diagramId();
    row.processName = instance.name();
    row.businessRef = call.variables().businessRef(0).orElse(null);
    row.event = event;
    row.severity = level;
    row.timestamp = call.now();
    row.user = user();
    details.accept(row);
    return row.build();
  }

  private static void at(Subflow subflow, InstanceEvent.Builder row) {
    row.objectId = subflow.current();
    row.subflowId = subflow.id();
    row.stepKey = subflow.stepKey();
    row.processLevel = subflow.processLevel();
    row.diagramId = subflow.diagramId();
  }

  private CompletedStep completedStep(Subflow subflow, String matchingObject, String notes) {
    return new CompletedStep(
        subflow.processId(),
        subflow.current(),
        subflow.id(),
        subflow.stepKey(),
        subflow.diagramId(),
        subflow.scope(),
        subflow.diagramLevel(),
        subflow.iteration() == null ? null : subflow.iteration().iterationId(),
        call.now(),
        matchingObject,
        notes);
  }

  private StepEvent stepEvent(
      Subflow subflow, int level, String event, String comment, boolean isCompleted) {
    return new StepEvent(
        subflow.processId(),
        subflow.current(),
        subflow.id(),
        subflow.stepKey(),
        subflow.processLevel(),
        subflow.diagramId(),
        event,
        level,
        call.now(),
        subflow.lastCompleted(),
        isCompleted ? subflow.status().literal() : null,
        subflow.becameCurrent(),
        subflow.workStarted(),
        isCompleted ? call.now() : null,
        subflow.reservation(),
        subflow.dueOn(),
        subflow.priority(),
        user(),
        comment);
  }
}
