package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.History;
import flows4ee.engine.execution.StartEvents;
import flows4ee.engine.execution.StepLoop;
import flows4ee.engine.expression.ExpressionScope;
import flows4ee.engine.expression.SettingValues;
import flows4ee.engine.model.BpmnProcess;
import flows4ee.engine.model.StartEvent;
import flows4ee.engine.state.ProcessStatus;
import java.time.ZonedDateTime;

/** Starts a created instance. */
final class InstanceStart {

  private final StepLoop loop;
  private final SettingValues settings;

  InstanceStart(StepLoop loop, SettingValues settings) {
    this.loop = loop;
    this.settings = settings;
  }

  /** Starts at the none or timer start event of the diagram. */
  void start(Call call) {
    requireCreated(call);
    startAt(call, StartEvents.main(call.model(call.state().instance().diagramId())));
  }

  private void startAt(Call call, StartEvent start) {
    evaluate(call.model(call.state().instance().diagramId()).processOf(start), call);
    begin(call);
    loop.enter(call, call.begin(start).subflow().id());
  }

  private static void begin(Call call) {
    call.state()
        .change(
            row -> {
              row.status = ProcessStatus.RUNNING;
              row.startTs = call.now();
            });
    call.history().instance(History.MAJOR, "started", null);
  }

  /** Starts at the event whose message has created the instance; what fails stays with it. */
  void startLater(Call call, String eventId) {
    var start = call.model(call.state().instance().diagramId()).element(eventId);
    begin(call);
    long subflowId = call.begin(start).subflow().id();
    try {
      evaluate(call.execution(subflowId).model().processOf(start), call);
    } catch (StepFailedException e) {
      StepLoop.fail(call, subflowId, e);
      return;
    }
    loop.enterLater(call, subflowId);
  }

  private static void requireCreated(Call call) {
    if (call.state().instance().status() != ProcessStatus.CREATED) {
      throw new EngineException(EngineMessage.START_ALREADY_RUNNING, call.state().id());
    }
  }

  /** Priority and due date of the process; what was given at creation stays. */
  private void evaluate(BpmnProcess process, Call call) {
    ExpressionScope scope = call.scope();
    if (call.state().instance().priority() == null && process.priority().isPresent()) {
      var priority = settings.priority(process.priority().get(), scope);
      priority.ifPresent(value -> call.state().change(row -> row.priority = value));
    }
    if (call.state().instance().dueOn() == null && process.dueOn().isPresent()) {
      settings
          .dueOnWarning(process.dueOn().get())
          .ifPresent(text -> call.history().instance(History.ROUTINE, "warning", text));
      settings
          .dueOn(process.dueOn().get(), scope)
          .map(ZonedDateTime::toInstant)
          .ifPresent(value -> call.state().change(row -> row.dueOn = value));
    }
  }
}
