package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.Assignment;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.IterationStatus;
import flows4ee.engine.state.LanePosition;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class InstanceRowsTest {

  @Parameter TestVendor vendor;
  private StoredInstances instances;

  @BeforeEach
  void open() {
    var dataSource = vendor.shared().dataSource();
    instances = new StoredInstances(new SqlTransactions(dataSource, Duration.ofSeconds(2)));
  }

  @Test
  void shouldReadASubflowWithNothingOptionalSet() {
    var written = instances.create(state -> {});
    var cleared =
        instances.change(
            written.id(), state -> state.subflows().all().forEach(s -> clear(state, s)));
    instances.read(
        written.id(),
        state -> assertThat(state.subflows().all()).isEqualTo(cleared.subflows().all()));
  }

  private static void clear(InstanceState state, Subflow subflow) {
    state.changeSubflow(
        subflow.id(),
        row -> {
          row.parentId = null;
          row.lastCompleted = null;
          row.current = null;
          row.becameCurrent = null;
          row.workStarted = null;
          row.dueOn = null;
          row.priority = null;
          row.hasEvents = null;
          row.isFollowingEventGateway = false;
          row.lane = new LanePosition("Lane_2", null, null, null);
          row.reservation = null;
          row.assignment = Assignment.NONE;
          row.iteration = null;
          row.status = SubflowStatus.SPLIT;
        });
  }

  @Test
  void shouldReadVariablesOfEveryType() {
    var values =
        List.of(
            VariableValue.text("Grüße \uD83D\uDE00"),
            VariableValue.text(null),
            VariableValue.number(new BigDecimal("-12345678901234567890.123456789")),
            VariableValue.number(new BigDecimal("1E+125")),
            VariableValue.date(LocalDateTime.parse("2031-10-26T02:30:00")),
            VariableValue.timestamp(
                ZonedDateTime.parse("2031-10-26T02:30:00.123456+01:00[Europe/Berlin]")),
            VariableValue.timestamp(
                ZonedDateTime.parse("2031-10-26T02:30:00.123456+02:00[Europe/Berlin]")),
            VariableValue.timestamp(ZonedDateTime.parse("2031-03-01T00:00:00-03:30")),
            VariableValue.clob("x".repeat(100_000)),
            VariableValue.json("{\"a\": [1, null]}"));
    var written =
        instances.create(
            state -> {
              for (int i = 0; i < values.size(); i++) {
                state
                    .variablesOf(0)
                    .put(StoredInstances.variable(state, 0, "Var_" + i, values.get(i)));
              }
              state
                  .variablesOf(1)
                  .put(StoredInstances.variable(state, 1, "Other", VariableValue.text("1")));
            });
    instances.read(
        written.id(),
        state -> {
          for (int i = 0; i < values.size(); i++) {
            var found = state.variable(0, "VAR_" + i).orElseThrow();
            assertThat(found.name()).isEqualTo("Var_" + i);
            assertThat(found.value().type()).isEqualTo(values.get(i).type());
            assertThat(found.value().text()).isEqualTo(values.get(i).text());
          }
          assertThat(state.variable(0, "Other")).isEmpty();
          assertThat(state.hasVariables(1)).isTrue();
          assertThat(state.hasVariables(2)).isFalse();
        });
  }

  @Test
  void shouldReplaceTypeAndValueOfAVariable() {
    var written =
        instances.create(
            state ->
                state
                    .variablesOf(0)
                    .put(StoredInstances.variable(state, 0, "Total", VariableValue.text("one"))));
    instances.change(
        written.id(),
        state ->
            state
                .variablesOf(0)
                .put(StoredInstances.variable(state, 0, "Total", VariableValue.number(1))));
    instances.read(
        written.id(),
        state ->
            assertThat(state.variable(0, "total").orElseThrow().value())
                .isEqualTo(VariableValue.number(1)));
  }

  @Test
  void shouldReadTimersSubscriptionsTreeRoundsAndDeliveries() {
    var written = instances.create(instances::addEverything);
    instances.read(
        written.id(),
        state -> {
          assertThat(state.timers().all()).isEqualTo(written.timers().all()).hasSize(1);
          assertThat(state.subscriptions().all())
              .isEqualTo(written.subscriptions().all())
              .hasSize(1);
          assertThat(state.callTree().all()).isEqualTo(written.callTree().all()).hasSize(2);
          assertThat(state.rounds().all()).isEqualTo(written.rounds().all()).hasSize(1);
          assertThat(state.deliveries().all()).isEqualTo(written.deliveries().all()).hasSize(1);
          assertThat(state.completedSteps()).containsExactly(StoredInstances.completed(state, "A"));
        });
  }

  @Test
  void shouldUpdateTimersSubscriptionsTreeRoundsAndDeliveries() {
    var written = instances.create(instances::addEverything);
    var changed =
        instances.change(
            written.id(),
            state -> {
              state.timers().all().forEach(t -> state.timers().put(t.with(r -> r.dueOn = null)));
              state.callTree().all().forEach(e -> state.callTree().put(e.atLevel(7L)));
              state
                  .rounds()
                  .all()
                  .forEach(r -> state.rounds().put(r.in(IterationStatus.COMPLETED)));
              state.deliveries().all().forEach(d -> state.deliveries().remove(d.id()));
              state.subscriptions().all().forEach(s -> state.subscriptions().remove(s.id()));
            });
    instances.read(
        written.id(),
        state -> {
          assertThat(state.timers().all()).isEqualTo(changed.timers().all());
          assertThat(state.callTree().all()).isEqualTo(changed.callTree().all());
          assertThat(state.rounds().all()).isEqualTo(changed.rounds().all());
          assertThat(state.deliveries().all()).isEmpty();
          assertThat(state.subscriptions().all()).isEmpty();
        });
  }

  @Test
  void shouldDeleteTimersAndSubscriptionsWithTheirSubflow() {
    var written = instances.create(instances::addEverything);
    instances.change(
        written.id(),
        state -> state.subflows().all().forEach(row -> state.removeSubflow(row.id())));
    instances.read(
        written.id(),
        state -> {
          assertThat(state.subflows().all()).isEmpty();
          assertThat(state.timers().all()).isEmpty();
          assertThat(state.subscriptions().all()).isEmpty();
          assertThat(state.rounds().all()).hasSize(1);
        });
  }

  @Test
  void shouldForgetCompletedStepsOnReset() {
    var written = instances.create(state -> state.log().add(StoredInstances.completed(state, "A")));
    instances.change(
        written.id(),
        state -> {
          state.log().add(StoredInstances.completed(state, "B"));
          state.resetCompletedSteps();
          state.log().add(StoredInstances.completed(state, "C"));
        });
    instances.read(
        written.id(),
        state ->
            assertThat(state.completedSteps())
                .containsExactly(StoredInstances.completed(state, "C")));
  }

  @Test
  void shouldWriteNothingThatWasTakenBack() {
    var written = instances.create(state -> {});
    instances.change(
        written.id(),
        state -> {
          int mark = state.mark();
          state.change(row -> row.name = "wrong");
          state
              .variablesOf(0)
              .put(StoredInstances.variable(state, 0, "Wrong", VariableValue.number(1)));
          state.subflows().all().forEach(row -> state.removeSubflow(row.id()));
          state.rollbackTo(mark);
        });
    instances.read(
        written.id(),
        state -> {
          assertThat(state.instance()).isEqualTo(written.instance());
          assertThat(state.subflows().all()).isEqualTo(written.subflows().all());
          assertThat(state.variable(0, "Wrong")).isEmpty();
        });
  }
}
