package flows4ee.persistence;

import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The timers of a hundred thousand instances are due at the same moment. They are rows copied from
 * one instance, since to create as many through the engine takes long; so does firing them all,
 * which ends here after as many batches as fit into the time of the calls beside them.
 */
@ParameterizedClass
@EnumSource
class ManyTimersTest {

  private static final int MANY = 100_000;
  private static final int BATCH = 50;
  private static final long BASE = 1L << 40;
  private static final int CALLS = 200;

  /** Below it a comparison would measure the machine: other work, garbage collection. */
  private static final Duration NOISE = Duration.ofMillis(50);

  /** Other work on the machine passes; what the timers cost does not. */
  private static final int TRIES = 3;

  @Parameter TestVendor vendor;
  private TestDatabase database;
  private DatabaseFixture engine;
  private long tasks;

  @BeforeEach
  void open() throws SQLException {
    database = vendor == TestVendor.H2 ? TestDatabase.h2() : TestDatabase.postgresql();
    engine = new DatabaseFixture(database);
    tasks =
        engine.deployProcess(nodes("startEvent:S task:A task:B endEvent:E") + flows("S>A A>B B>E"));
    long process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S endEvent:E")
                    + catchEvent("T", timer("timeDuration", "PT1H"))
                    + flows("S>T T>E")));
    engine.update("update flow_timers set timr_start_on = current_timestamp");
    copy("flow_processes", "prcs_id = " + process, Map.of("prcs_id", "n"));
    copy("flow_subflows", "sbfl_prcs_id = " + process, Map.of("sbfl_id", "n", "sbfl_prcs_id", "n"));
    copy(
        "flow_timers",
        "timr_prcs_id = " + process,
        Map.of("timr_id", "n", "timr_sbfl_id", "n", "timr_prcs_id", "n"));
    copy("flow_instance_diagrams", "prdg_prcs_id = " + process, Map.of("prdg_prcs_id", "n"));
  }

  @AfterEach
  void close() throws IOException {
    database.close();
  }

  @Test
  void shouldFireInBatchesBesideCallsThatStayFast_SEC_DOS_6() {
    // given
    p95();
    var idle = p95();
    int waiting = due();
    assertThat(waiting).isGreaterThanOrEqualTo(MANY);
    // when
    var isOver = new AtomicBoolean();
    var fired = new AtomicInteger();
    var most = new AtomicInteger();
    var timers = CompletableFuture.runAsync(() -> fire(isOver, fired, most));
    var limit = longer(idle.multipliedBy(3), NOISE);
    var busy = p95();
    for (int i = 1; i < TRIES && busy.compareTo(limit) > 0; i++) {
      busy = p95();
    }
    isOver.set(true);
    timers.join();
    // then
    assertThat(most.get()).isEqualTo(BATCH);
    assertThat(fired.get()).isPositive();
    assertThat(due()).isEqualTo(waiting - fired.get());
    assertThat(busy).as("%s beside timers, %s without", busy, idle).isLessThanOrEqualTo(limit);
  }

  private void fire(AtomicBoolean isOver, AtomicInteger fired, AtomicInteger most) {
    while (!isOver.get()) {
      int batch = engine.assembly.dueTimers().fireBatch();
      fired.addAndGet(batch);
      most.accumulateAndGet(batch, Math::max);
    }
  }

  /** The time within which 95 of 100 steps are completed. */
  private Duration p95() {
    var times = new ArrayList<Duration>();
    for (int i = 0; i < CALLS; i++) {
      var step = engine.at(engine.start(tasks), "A");
      long begin = System.nanoTime();
      engine.complete(step);
      times.add(Duration.ofNanos(System.nanoTime() - begin));
    }
    return times.stream().sorted().skip(CALLS * 95 / 100).findFirst().orElseThrow();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private int due() {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select count(*) from flow_timers where timr_status = 'C'")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Copies the one row many times, with a number of its own in the key columns. */
  private void copy(String table, String row, Map<String, String> keys) throws SQLException {
    var columns = columns(table);
    var values =
        columns.stream()
            .map(column -> keys.containsKey(column) ? BASE + " + " + keys.get(column) : column)
            .toList();
    String numbers =
        vendor == TestVendor.H2
            ? "(select x as n from system_range(1, " + MANY + ")) numbers"
            : "generate_series(1, " + MANY + ") as numbers(n)";
    engine.update(
        "insert into "
            + table
            + " ("
            + String.join(", ", columns)
            + ") select "
            + String.join(", ", values)
            + " from "
            + table
            + ", "
            + numbers
            + " where "
            + row);
  }

  private List<String> columns(String table) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from " + table + " where 1 = 0")) {
      var columns = new ArrayList<String>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        columns.add(rows.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT));
      }
      return columns;
    }
  }
}
