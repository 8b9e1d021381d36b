package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.DueTimers;
import flows4ee.engine.EngineAssembly;
import flows4ee.engine.check.StateCheck;
import flows4ee.engine.state.SqlQueries;
import flows4ee.engine.state.TimerStatus;
import flows4ee.engine.walk.GeneratedModel;
import flows4ee.engine.walk.RandomWalk;
import flows4ee.engine.walk.WalkedEngine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two walk at random through the same instance at the same time, on a database. The order of what
 * they do is not repeatable; the model of a seed is.
 */
@ParameterizedClass
@EnumSource
class ConcurrentWalkTest {

  private static final int MODELS = 20;
  private static final int WALKS_PER_MODEL = 4;
  private static final int ACTIONS = 12;
  private static final String NODE = "test";
  private static final int ALL = 1_000;

  @Parameter TestVendor vendor;
  private TestDatabase database;
  private SqlTransactions transactions;
  private SqlStateSurvey survey;
  private EngineAssembly assembly;
  private ExecutorService walkers;

  @BeforeEach
  void open() {
    database = vendor == TestVendor.H2 ? TestDatabase.h2() : TestDatabase.postgresql();
    transactions = new SqlTransactions(database.dataSource(), Duration.ofSeconds(2));
    survey = new SqlStateSurvey(database.dataSource());
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
                new DueTimers.Claims(NODE, 50, Duration.ofSeconds(60))));
    walkers = Executors.newFixedThreadPool(2);
  }

  @AfterEach
  void close() throws IOException {
    walkers.shutdownNow();
    database.close();
  }

  @Test
  void shouldKeepTheStoredStateSoundWhenTwoActAtTheSameTime()
      throws InterruptedException, ExecutionException {
    long seed = Long.getLong("flows.walk.seed", 1);
    int models = Integer.getInteger("flows.walk.runs", MODELS);
    var walked = new WalkedEngine(assembly.engine(), transactions, this::pass);
    for (int i = 0; i < models; i++) {
      var starter = RandomWalk.deploy(walked, GeneratedModel.of(seed + i));
      for (int number = 0; number < WALKS_PER_MODEL; number++) {
        walk(starter.begin(number));
      }
    }
    assertThat(survey.findAbove(0, ALL)).isEmpty();
  }

  private void walk(RandomWalk one) throws InterruptedException, ExecutionException {
    var other = one.beside();
    var first = walkers.submit(() -> act(one));
    var second = walkers.submit(() -> act(other));
    first.get();
    second.get();
    requireSound(one);
    assertThat(one.isLedToItsEnd()).as(one::story).isTrue();
    requireSound(one);
    one.delete();
  }

  private static void act(RandomWalk walk) {
    for (int i = 0; i < ACTIONS; i++) {
      walk.act();
    }
  }

  private void requireSound(RandomWalk walk) {
    var report = new StateCheck(transactions, survey).run();
    assertThat(report.violations()).as(walk::story).isEmpty();
    assertThat(report.busy()).isEmpty();
    assertThat(report.checked()).isEqualTo(1);
  }

  /** Whatever time passes, all timers are due after it. */
  private void pass(Duration time) {
    survey.findAbove(0, ALL).forEach(this::makeTimersDue);
    assembly.dueTimers().release();
    assembly.dueTimers().fireBatch();
  }

  private void makeTimersDue(long processId) {
    Instant past = Instant.now().minus(Duration.ofHours(1));
    WalkedEngine.call(
        transactions,
        t -> {
          var state = t.instances().findLocked(processId).orElseThrow();
          state
              .timers()
              .where(timer -> timer.status() == TimerStatus.CREATED)
              .forEach(timer -> state.timers().put(timer.with(row -> row.dueOn = past)));
          t.instances().flush(state);
          return state.id();
        });
  }
}
