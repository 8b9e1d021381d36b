package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.Caller;
import flows4ee.engine.Deployment;
import flows4ee.engine.DiagramReference;
import flows4ee.engine.DueTimers;
import flows4ee.engine.EngineAssembly;
import flows4ee.engine.NewInstance;
import flows4ee.engine.Retention;
import flows4ee.engine.RetentionPolicy;
import flows4ee.engine.StepCompletion;
import flows4ee.engine.state.SqlQueries;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.oauth.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The daily jobs on a database of their own; the clock begins on 2 March 2026 at noon. */
@ParameterizedClass
@EnumSource
class RetentionTest {

  private static final Caller TESTER = new Caller("tester");
  private static final Path MODEL =
      Path.of("src/test/resources/models/flows-for-apex/a01-basic-model.bpmn");
  private static final RetentionPolicy.Statistics STATISTICS =
      new RetentionPolicy.Statistics(Period.ofDays(185), Period.ofMonths(9), Period.ofMonths(60));

  @Parameter TestVendor vendor;
  private final SettableClock clock = SettableClock.atNoon();
  private TestDatabase database;
  private SqlTransactions transactions;
  private EngineAssembly assembly;
  private long diagramId;

  @BeforeEach
  void open() throws IOException {
    database = vendor.fresh();
    transactions = new SqlTransactions(database.dataSource(), Duration.ofSeconds(2));
    assembly = assembly(false);
    diagramId =
        assembly
            .engine()
            .deploy(
                new Deployment(
                    Optional.of("basic"),
                    "0",
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Files.readAllBytes(MODEL),
                    false,
                    false),
                TESTER)
            .diagram()
            .id();
  }

  @AfterEach
  void close() throws IOException {
    database.close();
  }

  @Test
  void shouldArchiveAnInstanceWhenTheDayOfItsEndIsOver() {
    // given
    long ended = startAndEnd();
    long open = start();
    Retention retention = retention("one", archiving());
    // when
    retention.run();
    assertThat(count("flow_instance_archive", "1 = 1")).isZero();
    clock.advance(Duration.ofDays(1));
    retention.run();
    retention.run();
    // then
    assertThat(count("flow_instance_archive", "prar_prcs_id = " + ended)).isOne();
    assertThat(count("flow_instance_archive", "prar_prcs_id = " + open)).isZero();
    assertThat(count("flow_processes", "prcs_archived_ts is not null")).isOne();
    String document = document(ended);
    assertThat(((JsonObject) JsonReader.parse(document)).members().keySet())
        .containsExactly(
            "processID",
            "mainDiagram",
            "processName",
            "businessID",
            "priority",
            "prcs_status",
            "prcs_was_altered",
            "prcs_init_ts",
            "prcs_init_by",
            "prcs_due_on",
            "prcs_start_ts",
            "prcs_complete_ts",
            "json_created",
            "diagramsUsed",
            "events",
            "steps",
            "processVariablesSet");
    assertThat(document)
        .contains(
            "\"businessID\":\"4711\"", "\"event\":\"completed\"", "\"event\":\"step completed\"")
        .contains("\"prcs_complete_ts\":\"2026-03-02T12:00:00Z\"", "\"json_created\":\"2026-03-03")
        .contains("{\"scope\":0,\"variables\":[{\"name\":\"business_ref\",\"type\":\"VARCHAR2\"");
  }

  @Test
  void shouldArchiveADeletedInstanceOnTheSpot() {
    // given
    assembly = assembly(true);
    long running = start();
    // when
    assembly.engine().deleteInstance(running, Optional.of("mistake"), TESTER);
    // then
    assertThat(document(running)).contains("\"event\":\"deleted\"", "\"mistake\"");
    assertThat(count("flow_processes", "1 = 1")).isZero();
  }

  @Test
  void shouldDeleteEndedInstancesFirstAndTheirLogsLater() {
    // given
    long ended = startAndEnd();
    long terminated = start();
    assembly.engine().terminateInstance(terminated, Optional.empty(), TESTER);
    long open = start();
    Retention retention = retention("one", policy(false, Optional.of(Period.ofDays(10))));
    long logsOfOpen = logs(open);
    // when
    clock.advance(Duration.ofDays(10));
    retention.run();
    // then
    assertThat(count("flow_processes", "1 = 1")).isEqualTo(3);
    // when
    clock.advance(Duration.ofDays(1));
    retention.run();
    // then
    assertThat(count("flow_processes", "prcs_id = " + open)).isOne();
    assertThat(count("flow_processes", "1 = 1")).isOne();
    assertThat(count("flow_subflow_log", "sflg_prcs_id = " + ended)).isZero();
    assertThat(logs(ended)).isPositive();
    // when the deletion is 60 days ago
    clock.advance(Duration.ofDays(61));
    retention.run();
    // then
    assertThat(logs(ended)).isZero();
    assertThat(logs(terminated)).isZero();
    assertThat(logs(open)).isEqualTo(logsOfOpen).isPositive();
  }

  @Test
  void shouldKeepWhatCouldNotBeArchived() {
    // given
    long ended = startAndEnd();
    execute("drop table flow_instance_archive");
    clock.advance(Duration.ofDays(400));
    // when
    retention("one", policy(true, Optional.of(Period.ofDays(10)))).run();
    // then
    assertThat(count("flow_processes", "prcs_id = " + ended)).isOne();
  }

  @Test
  void shouldDeleteLoggedMessagesByAge() {
    // given
    execute(
        """
        insert into flow_received_message_log (lgrx_message_name, lgrx_received_on, lgrx_was_correlated)
        values ('old', timestamp with time zone '2026-03-01 00:00:00+00:00', true),
               ('new', timestamp with time zone '2026-03-05 00:00:00+00:00', true)""");
    clock.advance(Duration.ofDays(6));
    // when
    retention("one", archiving()).run();
    // then
    assertThat(count("flow_received_message_log", "lgrx_message_name = 'old'")).isZero();
    assertThat(count("flow_received_message_log", "lgrx_message_name = 'new'")).isOne();
  }

  @Test
  void shouldSumUpDaysThenMonthsThenQuarters() {
    // given an instance that takes an hour, one that takes two days, one of the next day
    startAndEnd(Duration.ofHours(1));
    startAndEnd(Duration.ofDays(2));
    start();
    Retention retention = retention("one", archiving());
    // when
    clock.advance(Duration.ofDays(40));
    retention.run();
    retention.run();
    // then
    String day = "prst_period = 'D' and prst_start = date ";
    assertThat(numbers("flow_process_stats", "prst", day + "'2026-03-02'")).isEqualTo("2/2/1/3600");
    assertThat(numbers("flow_process_stats", "prst", day + "'2026-03-04'"))
        .isEqualTo("1/1/1/172800");
    String month = "prst_period = 'M' and prst_start = date '2026-03-01'";
    assertThat(numbers("flow_process_stats", "prst", month)).isEqualTo("3/3/2/176400");
    assertThat(numbers("flow_process_stats", "prst", month.replace("'M'", "'Q'"))).isNull();
    assertThat(count("flow_step_stats", "stst_period = 'M' and stst_completed = 2")).isPositive();
    // when the quarter is over
    clock.advance(Duration.ofDays(200));
    retention.run();
    // then
    String quarter = "prst_period = 'Q' and prst_start = date '2026-01-01'";
    assertThat(numbers("flow_process_stats", "prst", quarter)).isEqualTo("3/3/2/176400");
    assertThat(count("flow_process_stats", "prst_period = 'D'")).isZero();
    assertThat(numbers("flow_process_stats", "prst", month)).isEqualTo("3/3/2/176400");
  }

  @Test
  void shouldKeepDaysUntilTheirMonthIsSummedUp() {
    // given
    startAndEnd();
    var none = new RetentionPolicy.Statistics(Period.ZERO, Period.ZERO, Period.ofMonths(60));
    var policy =
        new RetentionPolicy(false, Optional.empty(), Period.ofDays(60), Period.ofDays(5), none);
    Retention retention = retention("one", policy);
    // when
    clock.advance(Duration.ofDays(3));
    retention.run();
    clock.advance(Duration.ofDays(30));
    retention.run();
    // then
    assertThat(count("flow_process_stats", "prst_period = 'D'")).isZero();
    String quarter = "prst_period = 'Q' and prst_start = date '2026-01-01'";
    assertThat(numbers("flow_process_stats", "prst", quarter)).isEqualTo("1/1/1/0");
  }

  @Test
  void shouldLeaveTheJobsToTheNodeThatDoesThem() {
    // given
    var store = new SqlRetentionStore(database.dataSource());
    assertThat(store.lease("retention", "two", clock.instant(), Duration.ofMinutes(15))).isTrue();
    Retention retention = retention("one", archiving());
    // when, then
    assertThat(retention.run()).isFalse();
    clock.advance(Duration.ofMinutes(16));
    assertThat(retention.run()).isTrue();
    assertThat(store.lease("retention", "two", clock.instant(), Duration.ofMinutes(15))).isTrue();
  }

  private long start() {
    long processId =
        assembly
            .engine()
            .createInstance(
                new NewInstance(
                    new DiagramReference.ById(diagramId, Optional.empty()),
                    Optional.of("Order 4711"),
                    Optional.of("4711"),
                    List.of(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.of(8)),
                TESTER);
    assembly.engine().startInstance(processId, TESTER);
    return processId;
  }

  private long startAndEnd() {
    return startAndEnd(Duration.ZERO);
  }

  /** The first step takes the time, the others none. */
  private long startAndEnd(Duration time) {
    long processId = start();
    clock.advance(time);
    while (completeNext(processId)) {
      assertThat(count("flow_processes", "prcs_status = 'error'")).isZero();
    }
    return processId;
  }

  private boolean completeNext(long processId) {
    var steps =
        transactions.call(t -> t.instances().findLocked(processId).orElseThrow().subflows().all());
    steps.forEach(
        step ->
            assembly
                .engine()
                .completeStep(step.id(), step.stepKey(), StepCompletion.PLAIN, TESTER));
    return !steps.isEmpty();
  }

  private Retention retention(String node, RetentionPolicy policy) {
    return assembly.retention(
        new SqlRetentionStore(database.dataSource()),
        new SqlStatisticsStore(database.dataSource()),
        () -> policy,
        new Retention.Node(node, clock));
  }

  private static RetentionPolicy archiving() {
    return policy(true, Optional.empty());
  }

  private static RetentionPolicy policy(boolean isArchiving, Optional<Period> instances) {
    return new RetentionPolicy(
        isArchiving, instances, Period.ofDays(60), Period.ofDays(5), STATISTICS);
  }

  private EngineAssembly assembly(boolean isArchiving) {
    return new EngineAssembly(
        new EngineAssembly.Ports(
            transactions,
            new FullLogging(isArchiving),
            SqlQueries.NONE,
            name -> Optional.empty(),
            mail -> {},
            clock,
            new Random(4711),
            new DueTimers.Claims("test", 50, Duration.ofSeconds(60))));
  }

  private long logs(long processId) {
    return count("flow_instance_event_log", "lgpr_prcs_id = " + processId)
        + count("flow_step_event_log", "lgsf_prcs_id = " + processId)
        + count("flow_variable_event_log", "lgvr_prcs_id = " + processId);
  }

  private String document(long processId) {
    return text(
        "select prar_document from flow_instance_archive where prar_prcs_id = " + processId);
  }

  /** Created, started, completed and seconds, with strokes between; null without a row. */
  private String numbers(String table, String prefix, String condition) {
    String sql =
        "select concat(%2$s_created, '/', %2$s_started, '/', %2$s_completed, '/', cast(%2$s_seconds as bigint)) from %1$s where %3$s";
    return text(sql.formatted(table, prefix, condition));
  }

  private long count(String table, String condition) {
    return Long.parseLong(text("select count(*) from " + table + " where " + condition));
  }

  private String text(String sql) {
    return new Jdbc(database.dataSource())
        .run(
            connection ->
                SqlRows.first(
                        connection, sql, List.of(), row -> Optional.ofNullable(row.getString(1)))
                    .flatMap(text -> text)
                    .orElse(null));
  }

  private void execute(String sql) {
    new Jdbc(database.dataSource()).run(connection -> Jdbc.update(connection, sql));
  }
}
