package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.Caller;
import flows4ee.engine.Deployment;
import flows4ee.engine.DiagramReference;
import flows4ee.engine.DueTimers;
import flows4ee.engine.EngineAssembly;
import flows4ee.engine.IncomingMessage;
import flows4ee.engine.ModelRefusedException;
import flows4ee.engine.NewInstance;
import flows4ee.engine.ProcessEngine;
import flows4ee.engine.StepCompletion;
import flows4ee.engine.check.StateCheck;
import flows4ee.engine.error.EngineException;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.SqlQueries;
import flows4ee.engine.state.Subflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Drives every diagram of the test resources on a database: completes what is open, sends what is
 * awaited, makes timers due. Refusals of the engine are part of the diagrams; a failure of the
 * store is not.
 */
@ParameterizedClass
@EnumSource
class EngineOnDatabaseTest {

  private static final Caller TESTER = new Caller("tester");
  private static final int ROUNDS = 25;

  @Parameter TestVendor vendor;
  private CountingDataSource counting;
  private final Set<Long> driven = new HashSet<>();
  private SqlTransactions transactions;
  private EngineAssembly assembly;

  @BeforeEach
  void open() {
    counting = new CountingDataSource(vendor.shared().dataSource());
    transactions = new SqlTransactions(counting.dataSource(), Duration.ofSeconds(2));
    assembly =
        new EngineAssembly(
            new EngineAssembly.Ports(
                transactions,
                new FullLogging(),
                SqlQueries.NONE,
                name -> Optional.empty(),
                mail -> {},
                Clock.systemUTC(),
                new Random(4711),
                new DueTimers.Claims("test", 50, Duration.ofSeconds(60))));
  }

  @Test
  void shouldDriveEveryDiagram() throws IOException, SQLException {
    Map<String, RuntimeException> failures = new HashMap<>();
    int ended = 0;
    for (Path file : models()) {
      try {
        ended += drive(Files.readAllBytes(file)) ? 1 : 0;
      } catch (EngineException | ModelRefusedException e) {
        assertThat(e).hasMessageNotContaining("SQL");
      } catch (RuntimeException e) {
        failures.put(file.getFileName().toString(), e);
      }
    }
    assertThat(failures).isEmpty();
    assertThat(ended).isGreaterThan(50);
    assertThat(check().violations()).noneMatch(found -> driven.contains(found.processId()));
    assertThat(check().checked()).isGreaterThan(50);
  }

  @Test
  void shouldCompleteAPlainTaskInOneTransactionOfSixStatements() throws IOException {
    // given
    var model = Path.of("src/test/resources/models/flows-for-apex/a01-basic-model.bpmn");
    var step = read(start(Files.readAllBytes(model))).subflows().all().get(0);
    counting.reset();
    // when
    assembly.engine().completeStep(step.id(), step.stepKey(), StepCompletion.PLAIN, TESTER);
    // then
    assertThat(counting.statements().stream().distinct()).hasSizeLessThanOrEqualTo(6);
    assertThat(counting.commits()).isEqualTo(1);
    assertThat(counting.openConnections()).isZero();
  }

  /** The database also holds the rows that tests of single stores made up. */
  private StateCheck.Report check() {
    var survey = new SqlStateSurvey(vendor.shared().dataSource());
    return new StateCheck(transactions, survey).run();
  }

  private static List<Path> models() throws IOException {
    try (var files = Files.walk(Path.of("src/test/resources/models"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  /** Whether the instance came to its end. */
  private boolean drive(byte[] content) throws SQLException {
    long processId = start(content);
    driven.add(processId);
    for (int round = 0; round < ROUNDS; round++) {
      var state = read(processId);
      if (state.instance().status().isEnded()) {
        assertThat(state.subflows().all()).isEmpty();
        return true;
      }
      moveOn(state);
    }
    assembly.engine().deleteInstance(processId, Optional.empty(), TESTER);
    return false;
  }

  private long start(byte[] content) {
    String name = UUID.randomUUID().toString();
    long diagramId =
        assembly
            .engine()
            .deploy(
                new Deployment(
                    Optional.of(name),
                    "0",
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    content,
                    false,
                    false),
                TESTER)
            .diagram()
            .id();
    long processId =
        assembly
            .engine()
            .createInstance(
                new NewInstance(
                    new DiagramReference.ById(diagramId, Optional.empty()),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.of(8)),
                TESTER);
    assembly.engine().startInstance(processId, TESTER);
    return processId;
  }

  private void moveOn(InstanceState state) throws SQLException {
    for (var open : state.subscriptions().all()) {
      var message = new IncomingMessage(open.messageName(), open.keyName(), open.keyValue(), "{}");
      tolerating(engine -> engine.receiveMessages(List.of(message), TESTER));
    }
    for (Subflow subflow : state.subflows().all()) {
      if (subflow.status().isCompletable()) {
        tolerating(
            engine ->
                engine.completeStep(subflow.id(), subflow.stepKey(), StepCompletion.PLAIN, TESTER));
      }
    }
    fireTimers(state.id());
  }

  private void tolerating(Consumer<ProcessEngine> work) {
    try {
      work.accept(assembly.engine());
    } catch (EngineException e) {
      assertThat(e.engineMessage()).isNotNull();
    }
  }

  private void fireTimers(long processId) throws SQLException {
    try (var connection = vendor.shared().dataSource().getConnection();
        var statement =
            connection.prepareStatement(
                """
                update flow_timers set timr_start_on = current_timestamp - interval '1' hour
                 where timr_prcs_id = ? and timr_status = 'C'""")) {
      statement.setLong(1, processId);
      if (statement.executeUpdate() > 0) {
        assertThat(assembly.dueTimers().fireBatch()).isPositive();
      }
    }
  }

  /** The state with its subscriptions read. */
  private InstanceState read(long processId) {
    return transactions.call(
        t -> {
          var state = t.instances().findLocked(processId).orElseThrow();
          state.subscriptions().all();
          return state;
        });
  }
}
