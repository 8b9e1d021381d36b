package flows4ee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.state.TimerStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What must hold of every instance whenever no call is running. */
final class Invariants {

  private final MemoryTables tables;

  Invariants(EngineFixture fixture) {
    this.tables = fixture.database.tables;
  }

  /** Checks all instances. */
  void check() {
    tables.instances.values().forEach(instance -> check(instance.id(), instance.status()));
    assertThat(tables.subflows.values())
        .allMatch(subflow -> tables.instances.containsKey(subflow.processId()), "has an instance");
    assertThat(tables.timers.values())
        .allMatch(timer -> tables.subflows.containsKey(timer.subflowId()), "has a subflow");
    assertThat(tables.subscriptions.values())
        .allMatch(
            open -> open.isStart() || tables.subflows.containsKey(open.subflowId()),
            "has a subflow");
  }

  private void check(long id, ProcessStatus status) {
    List<Subflow> subflows =
        tables.subflows.values().stream().filter(row -> row.processId() == id).toList();
    Map<Long, Subflow> byId =
        subflows.stream().collect(Collectors.toMap(Subflow::id, Function.identity()));
    boolean isLive = !status.isEnded() && status != ProcessStatus.CREATED;
    assertThat(subflows.isEmpty()).as("instance %s is %s", id, status).isEqualTo(!isLive);
    boolean hasError = subflows.stream().anyMatch(row -> row.status() == SubflowStatus.ERROR);
    if (hasError && status != ProcessStatus.SUSPENDED) {
      assertThat(status).as("status of instance %s", id).isEqualTo(ProcessStatus.ERROR);
    }
    subflows.forEach(subflow -> check(subflow, subflows, byId));
  }

  private void check(Subflow subflow, List<Subflow> all, Map<Long, Subflow> byId) {
    assertThat(subflow.status().isTransient()).as("transient %s", subflow).isFalse();
    if (subflow.parentId() != null) {
      assertThat(byId).as("parent of %s", subflow).containsKey(subflow.parentId());
    }
    if (subflow.callingSubflow() != 0) {
      assertThat(byId).as("caller of %s", subflow).containsKey(subflow.callingSubflow());
    }
    switch (subflow.status()) {
      case SPLIT ->
          assertThat(all).as("children of %s", subflow).anyMatch(s -> s.isChildOf(subflow.id()));
      case IN_SUBPROCESS, IN_CALL_ACTIVITY ->
          assertThat(all)
              .as("level below %s", subflow)
              .anyMatch(other -> other.callingSubflow() == subflow.id());
      case ITERATING ->
          assertThat(all)
              .as("rounds of %s", subflow)
              .anyMatch(
                  other -> other.isChildOf(subflow.id()) && other.isRoundOf(subflow.current()));
      case WAITING_FOR_TIMER ->
          assertThat(tables.timers.values())
              .as("timer of %s", subflow)
              .anyMatch(
                  timer ->
                      timer.subflowId() == subflow.id()
                          && (timer.status() == TimerStatus.CREATED
                              || timer.status() == TimerStatus.SUSPENDED));
      case WAITING_FOR_MESSAGE ->
          assertThat(waitsForMessage(subflow)).as("subscription of %s", subflow).isTrue();
      default -> assertThat(subflow.current()).as("object of %s", subflow).isNotNull();
    }
  }

  private boolean waitsForMessage(Subflow subflow) {
    return tables.subscriptions.values().stream()
            .anyMatch(open -> Objects.equals(open.subflowId(), subflow.id()))
        || tables.deliveries.values().stream()
            .anyMatch(delivery -> delivery.subflowId() == subflow.id());
  }
}
