package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.FoundTimerView;
import flows4ee.engine.PageRequest;
import flows4ee.engine.TimeRange;
import flows4ee.engine.TimerSearch;
import flows4ee.engine.TimerView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SqlTimerQueryTest {

  private static final PageRequest ALL = PageRequest.first(100);
  private static final TimerSearch ANY =
      new TimerSearch(List.of(), List.of(), List.of(), List.of(), List.of(), TimeRange.ANY);

  private final TestRows rows;
  private final SqlProcessQueries queries;

  SqlTimerQueryTest(TestVendor vendor) {
    var dataSource = vendor.shared().dataSource();
    rows = new TestRows(dataSource);
    queries = new SqlProcessQueries(dataSource, Clock.fixed(TestRows.NOW, ZoneOffset.UTC));
  }

  /** Timers 7 and 8 of two instances; 8 is in its second run and due an hour later. */
  @BeforeEach
  void waitInTwoInstances() {
    rows.clear();
    rows.diagram(1, "Order", "0", "released");
    rows.process(10, 1, "running");
    rows.process(11, 1, "running");
    rows.subflow(100, 10, "waiting for timer", "sbfl_current_name", "Wait");
    rows.subflow(110, 11, "running");
    timer(7, 1, 110, "C", TestRows.NOW);
    timer(8, 1, 100, "E", TestRows.NOW);
    timer(8, 2, 100, "C", TestRows.NOW.plus(Duration.ofHours(1)));
  }

  /** The shared database gives the same ids to others. */
  @AfterEach
  void clear() {
    rows.clear();
  }

  @Test
  void shouldFindTimersOfAnInstanceWithEveryRun() {
    assertThat(queries.findTimers(10, ALL).items())
        .containsExactly(
            new TimerView(100, "T8", "bpmn:timeCycle", TestRows.NOW, 1, "E"),
            new TimerView(
                100, "T8", "bpmn:timeCycle", TestRows.NOW.plus(Duration.ofHours(1)), 2, "C"));
  }

  @Test
  void shouldFindTimersOfAllInstancesInOrderOfIdAndRun() {
    assertThat(runs(ANY)).containsExactly("T7/1", "T8/1", "T8/2");
  }

  @Test
  void shouldShowWhereATimerBelongs() {
    assertThat(queries.findTimers(bpmnId("T8"), ALL).items())
        .first()
        .isEqualTo(
            new FoundTimerView(
                new TimerView(100, "T8", "bpmn:timeCycle", TestRows.NOW, 1, "E"),
                10,
                "process 10",
                "Order",
                "key100",
                "A",
                "Wait"));
  }

  @Test
  void shouldFilterTimersByInstanceDiagramObjectStatusAndDueTime() {
    assertThat(runs(search(List.of(11L), List.of(), List.of(), TimeRange.ANY)))
        .containsExactly("T7/1");
    assertThat(runs(search(List.of(), List.of("ORDER"), List.of("C"), TimeRange.ANY)))
        .containsExactly("T7/1", "T8/2");
    assertThat(runs(search(List.of(), List.of("Invoice"), List.of(), TimeRange.ANY))).isEmpty();
    var later = new TimeRange(Optional.empty(), Optional.of(TestRows.NOW.plusSeconds(1)));
    assertThat(runs(search(List.of(), List.of(), List.of("C"), later))).containsExactly("T7/1");
    assertThat(
            runs(
                new TimerSearch(
                    List.of(), List.of(2L), List.of(), List.of(), List.of(), TimeRange.ANY)))
        .isEmpty();
  }

  @Test
  void shouldReadOnAfterATimerThatIsDueAtTheSameTime() {
    // given
    List<String> found = new ArrayList<>();
    Optional<PageRequest.Cursor> after = Optional.empty();
    // when
    do {
      var page =
          queries.findTimers(
              ANY, new PageRequest(1, 0, Optional.of("start_on"), true, after, false));
      page.items().forEach(item -> found.add(run(item)));
      after = page.next();
    } while (after.isPresent());
    // then
    assertThat(found).containsExactly("T8/2", "T8/1", "T7/1");
  }

  @Test
  void shouldCountTheTimersThatFit() {
    var counted = new PageRequest(1, 0, Optional.empty(), false, Optional.empty(), true);
    assertThat(queries.findTimers(ANY, counted).total()).hasValue(3);
  }

  private List<String> runs(TimerSearch search) {
    return queries.findTimers(search, ALL).items().stream().map(SqlTimerQueryTest::run).toList();
  }

  private static String run(FoundTimerView found) {
    return found.timer().bpmnId() + "/" + found.timer().run();
  }

  private static TimerSearch bpmnId(String id) {
    return new TimerSearch(List.of(), List.of(), List.of(), List.of(id), List.of(), TimeRange.ANY);
  }

  private static TimerSearch search(
      List<Long> processIds, List<String> diagrams, List<String> statuses, TimeRange due) {
    return new TimerSearch(processIds, List.of(), diagrams, List.of(), statuses, due);
  }

  private void timer(long id, int run, long subflowId, String status, Instant due) {
    rows.insert(
        "flow_timers",
        "timr_id",
        id,
        "timr_run",
        run,
        "timr_prcs_id",
        subflowId / 10,
        "timr_sbfl_id",
        subflowId,
        "timr_event_id",
        "T" + id,
        "timr_type",
        "bpmn:timeCycle",
        "timr_created_on",
        TestRows.NOW,
        "timr_start_on",
        due,
        "timr_status",
        status);
  }
}
