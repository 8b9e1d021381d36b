package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Drives an instance without knowing its diagram: completes what is open, sends what is awaited,
 * moves timers on, until it has ended or nothing moves any more.
 */
final class BlindDrive {

  private static final int ROUNDS = 200;

  private final EngineFixture engine;
  private final Instance process;
  private final Map<Long, String> refusals = new HashMap<>();

  BlindDrive(EngineFixture engine, Instance process) {
    this.engine = engine;
    this.process = process;
  }

  /**
   * Drives to the end.
   *
   * @return {@code completed} or {@code terminated}; else what holds it, without repetition and in
   *     order, such as {@code error: gateway-no-route} for a step in error, {@code refused:
   *     no_next_step_found} for a completion that is refused, or the status of a step that waits
   * @throws AssertionError when it moves on without end
   */
  String drive() {
    int round = 0;
    while (!process.row().status().isEnded() && moveOn()) {
      new Invariants(engine).check();
      if (++round > ROUNDS) {
        throw new AssertionError("moves without end at " + process.steps());
      }
    }
    return process.row().status().isEnded() ? process.status() : String.join(", ", holds());
  }

  private TreeSet<String> holds() {
    var holds = new TreeSet<String>();
    for (Subflow step : process.subflows()) {
      if (step.status() == SubflowStatus.ERROR) {
        holds.add("error: " + lastError(step));
      } else if (step.status().isCompletable()) {
        holds.add("refused: " + refusals.get(step.id()));
      } else if (step.status().literal().startsWith("waiting")) {
        holds.add(step.status().literal());
      }
    }
    return holds;
  }

  private String lastError(Subflow step) {
    return engine.database.tables.instanceEvents.stream()
        .filter(event -> event.processId() == process.id() && event.event().equals("error"))
        .filter(event -> Objects.equals(event.subflowId(), step.id()))
        .map(InstanceEvent::errorInfo)
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new AssertionError("no error is logged for " + step));
  }

  private boolean moveOn() {
    boolean hasMoved = false;
    for (Subflow step : new ArrayList<>(process.subflows())) {
      hasMoved |= isStillThere(step) && completes(step);
    }
    return hasMoved | sendsMessages() | passesTime();
  }

  private boolean isStillThere(Subflow step) {
    var now = engine.database.tables.subflows.get(step.id());
    return now != null && now.stepKey().equals(step.stepKey());
  }

  private boolean completes(Subflow step) {
    if (!step.status().isCompletable()) {
      return false;
    }
    try {
      engine
          .engine()
          .completeStep(step.id(), step.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER);
      return true;
    } catch (EngineException e) {
      refusals.put(step.id(), e.engineMessage().key());
      return false;
    }
  }

  private boolean sendsMessages() {
    List<MessageSubscription> awaited =
        engine.database.tables.subscriptions.values().stream()
            .filter(open -> Objects.equals(open.processId(), process.id()))
            .filter(open -> open.keyName() != null || open.keyValue() != null)
            .toList();
    for (var open : awaited) {
      if (engine.database.tables.subscriptions.containsKey(open.id())) {
        engine.message(open.messageName(), open.keyName(), open.keyValue(), "payload");
      }
    }
    return !awaited.isEmpty();
  }

  private boolean passesTime() {
    boolean isWaiting =
        process.subflows().stream()
            .anyMatch(step -> step.status() == SubflowStatus.WAITING_FOR_TIMER);
    if (isWaiting) {
      engine.pass(Duration.ofDays(400));
    }
    return isWaiting;
  }
}
