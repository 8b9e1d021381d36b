package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.check.StateCheck;
import flows4ee.engine.check.Violation;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.SubflowStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class StateCheckTest {

  @Parameter TestVendor vendor;
  private TestDatabase database;
  private SqlTransactions transactions;
  private StoredInstances instances;

  @BeforeEach
  void open() {
    database = vendor == TestVendor.H2 ? TestDatabase.h2() : TestDatabase.postgresql();
    transactions = new SqlTransactions(database.dataSource(), Duration.ofMillis(200));
    instances = new StoredInstances(transactions);
  }

  @AfterEach
  void close() throws IOException {
    database.close();
  }

  private StateCheck.Report check() {
    return new StateCheck(transactions, new SqlStateSurvey(database.dataSource())).run();
  }

  /** Stores a running instance with one subflow at top level. */
  private InstanceState create(Consumer<InstanceState> change) {
    return instances.create(
        state -> {
          state.changeSubflow(
              state.subflows().all().get(0).id(),
              row -> {
                row.parentId = null;
                row.callingSubflow = 0;
              });
          change.accept(state);
        });
  }

  private List<String> found(Consumer<InstanceState> change) {
    create(change);
    return check().violations().stream().map(Violation::text).toList();
  }

  private static void set(InstanceState state, SubflowStatus status) {
    state.changeSubflow(state.subflows().all().get(0).id(), row -> row.status = status);
  }

  @Test
  void shouldFindSoundStateSound() {
    create(state -> {});
    assertThat(check()).isEqualTo(new StateCheck.Report(1, List.of(), List.of()));
  }

  @Test
  void shouldFindALostToken() {
    assertThat(found(state -> state.removeSubflow(state.subflows().all().get(0).id())))
        .containsExactly("an instance that is running has 0 subflows");
  }

  @Test
  void shouldFindADoubledToken() {
    assertThat(
            found(
                state -> {
                  var first = state.subflows().all().get(0);
                  state.subflows().put(first.with(row -> row.id = first.id() + 1_000_000));
                }))
        .singleElement()
        .asString()
        .contains("step key of subflow");
  }

  @Test
  void shouldFindATransientStatusAndOneThatDisagrees() {
    assertThat(found(state -> set(state, SubflowStatus.CREATED)))
        .singleElement()
        .asString()
        .endsWith("is created at rest");
    assertThat(found(state -> set(state, SubflowStatus.ERROR)))
        .contains("a subflow is in error, the instance is running");
  }

  @Test
  void shouldFindASubflowThatWaitsForNothing() {
    assertThat(found(state -> set(state, SubflowStatus.WAITING_FOR_TIMER)))
        .singleElement()
        .asString()
        .endsWith("is waiting for timer for nothing");
  }

  @Test
  void shouldFindAMessageWhoseSubflowIsGone() {
    assertThat(
            found(
                state ->
                    state
                        .deliveries()
                        .put(
                            new MessageDelivery(
                                7, state.id(), 99, "KEY", "Event_1", null, null, Instant.EPOCH))))
        .containsExactlyInAnyOrder(
            "accepted message without subflow: 7", "accepted message 7 belongs to no subflow: 99");
  }

  @Test
  void shouldTellWhichInstanceIsBusy() {
    // given
    long id = create(state -> {}).id();
    try (var t = transactions.beginApart()) {
      t.instances().findLocked(id);
      // when
      var report = check();
      // then
      assertThat(report.busy()).containsExactly(id);
      assertThat(report.checked()).isZero();
    }
  }
}
