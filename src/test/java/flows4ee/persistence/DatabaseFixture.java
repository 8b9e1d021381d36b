package flows4ee.persistence;

import flows4ee.engine.Bpmn;
import flows4ee.engine.Caller;
import flows4ee.engine.Deployment;
import flows4ee.engine.DiagramReference;
import flows4ee.engine.DueTimers;
import flows4ee.engine.EngineAssembly;
import flows4ee.engine.IncomingMessage;
import flows4ee.engine.NewInstance;
import flows4ee.engine.ProcessEngine;
import flows4ee.engine.StepCompletion;
import flows4ee.engine.activity.TaskHandler;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.SqlQueries;
import flows4ee.engine.state.Subflow;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;

/** The engine on a database, mostly one shared with other tests, with its statements counted. */
final class DatabaseFixture {

  static final Caller TESTER = new Caller("tester");

  final CountingDataSource counting;
  final SqlTransactions transactions;
  final EngineAssembly assembly;
  final Map<String, TaskHandler> handlers = new HashMap<>();
  private final TestDatabase database;

  DatabaseFixture(TestVendor vendor) {
    this(vendor.shared());
  }

  DatabaseFixture(TestDatabase database) {
    this.database = database;
    counting = new CountingDataSource(database.dataSource());
    transactions = new SqlTransactions(counting.dataSource(), Duration.ofSeconds(2));
    assembly =
        new EngineAssembly(
            new EngineAssembly.Ports(
                transactions,
                new FullLogging(),
                SqlQueries.NONE,
                name -> Optional.ofNullable(handlers.get(name)),
                mail -> {},
                Clock.systemUTC(),
                new Random(4711),
                new DueTimers.Claims("test", 50, Duration.ofSeconds(60))));
  }

  ProcessEngine engine() {
    return assembly.engine();
  }

  /** Deploys a diagram as a draft under a name of its own. */
  long deploy(byte[] content) {
    return engine()
        .deploy(
            new Deployment(
                Optional.of(UUID.randomUUID().toString()),
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
  }

  /** Deploys the flow elements of one process. */
  long deployProcess(String elements) {
    return deploy(Bpmn.process(elements).getBytes(StandardCharsets.UTF_8));
  }

  /** Creates an instance that writes every log. */
  long create(long diagramId) {
    return engine()
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
  }

  long start(long diagramId) {
    long processId = create(diagramId);
    engine().startInstance(processId, TESTER);
    return processId;
  }

  /** The state with its subscriptions and timers read. */
  InstanceState read(long processId) {
    return transactions.call(
        t -> {
          var state = t.instances().findLocked(processId).orElseThrow();
          state.subscriptions().all();
          state.timers().all();
          return state;
        });
  }

  String status(long processId) {
    return read(processId).instance().status().literal();
  }

  /** The only subflow at an object. */
  Subflow at(long processId, String object) {
    var found =
        read(processId).subflows().all().stream()
            .filter(subflow -> object.equals(subflow.current()))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " subflows at " + object);
    }
    return found.get(0);
  }

  void complete(Subflow step) {
    engine().completeStep(step.id(), step.stepKey(), StepCompletion.PLAIN, TESTER);
  }

  void message(String name, String key, String value) {
    engine().receiveMessages(List.of(new IncomingMessage(name, key, value, "{}")), TESTER);
  }

  /** Makes the waiting timers of an instance due, and frees them of claims; tells how many. */
  int makeTimersDue(long processId) {
    return update(
        """
        update flow_timers set timr_start_on = current_timestamp - interval '1' hour,
               timr_claimed_by = null, timr_claimed_until = null
         where timr_prcs_id = ? and timr_status = 'C'""",
        processId);
  }

  /** Changes rows past the engine. */
  int update(String sql, Object... parameters) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
