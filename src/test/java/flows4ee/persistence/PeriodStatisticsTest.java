package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.InstanceStatistics;
import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.engine.StatisticsPeriod;
import flows4ee.engine.StatisticsSearch;
import flows4ee.engine.StepStatistics;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
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
class PeriodStatisticsTest {

  /** Beyond the ids that the engine gives. */
  private static final long ORDER = 1L << 50;

  private static final long DELETED = ORDER + 8;
  private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
  private static final StatisticsSearch ANY =
      new StatisticsSearch(
          List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

  private final TestRows rows;
  private final SqlProcessQueries queries;

  PeriodStatisticsTest(TestVendor vendor) {
    var dataSource = vendor.shared().dataSource();
    rows = new TestRows(dataSource);
    queries = new SqlProcessQueries(dataSource, Clock.systemUTC());
  }

  /** One diagram is there, another was deleted. */
  @BeforeEach
  void write() {
    rows.clear();
    rows.execute("delete from flow_process_stats");
    rows.execute("delete from flow_step_stats");
    rows.diagram(ORDER, "Order", "2", "released");
    instances(ORDER, "D", FIRST, 3, "10");
    instances(ORDER, "D", FIRST.plusDays(1), 0, "0");
    instances(ORDER, "M", FIRST, 3, "10");
    instances(DELETED, "Q", FIRST.withMonth(1), 1, "0.5");
    steps(ORDER, "B", FIRST, 4);
    steps(ORDER, "A", FIRST, 2);
    steps(ORDER, "A", FIRST.plusDays(1), 1);
  }

  /** The shared database gives the same ids to others. */
  @AfterEach
  void clear() {
    rows.clear();
  }

  @Test
  void shouldReadInstancesWithTheirMeanAndLongestTime() {
    assertThat(instances(ANY))
        .containsExactly(
            new InstanceStatistics(
                new StatisticsPeriod(DELETED, null, null, "QUARTER", FIRST.withMonth(1)),
                2,
                2,
                1,
                1,
                new BigDecimal("0.500"),
                new BigDecimal("0.500")),
            new InstanceStatistics(
                new StatisticsPeriod(ORDER, "Order", "2", "DAY", FIRST),
                4,
                4,
                3,
                1,
                new BigDecimal("3.333"),
                new BigDecimal("10.000")),
            new InstanceStatistics(
                new StatisticsPeriod(ORDER, "Order", "2", "MONTH", FIRST),
                4,
                4,
                3,
                1,
                new BigDecimal("3.333"),
                new BigDecimal("10.000")),
            new InstanceStatistics(
                new StatisticsPeriod(ORDER, "Order", "2", "DAY", FIRST.plusDays(1)),
                1,
                1,
                0,
                1,
                null,
                null));
  }

  @Test
  void shouldFilterByDiagramPeriodAndTime() {
    assertThat(starts(search(List.of(DELETED), List.of(), List.of())))
        .containsExactly("2026-01-01");
    assertThat(starts(search(List.of(), List.of("ORDER"), List.of("DAY"))))
        .containsExactly("2026-03-01", "2026-03-02");
    assertThat(starts(search(List.of(), List.of(), List.of("MONTH", "QUARTER"))))
        .containsExactly("2026-01-01", "2026-03-01");
    assertThat(starts(within(FIRST, FIRST.plusDays(1))))
        .containsExactly("2026-03-01", "2026-03-01");
    assertThat(starts(search(List.of(), List.of("' or 1=1 --"), List.of()))).isEmpty();
  }

  @Test
  void shouldReadStepsByObject() {
    // given
    var ofA =
        new StatisticsSearch(
            List.of(), List.of(), List.of("A"), List.of(), Optional.empty(), Optional.empty());
    // then
    assertThat(queries.findStepStatistics(ANY, PageRequest.first(10)).items())
        .extracting(row -> row.period().start() + " " + row.bpmnId() + " " + row.completed())
        .containsExactly("2026-03-01 A 2", "2026-03-01 B 4", "2026-03-02 A 1");
    assertThat(queries.findStepStatistics(ofA, PageRequest.first(10)).items())
        .extracting(StepStatistics::averageSeconds)
        .containsExactly(new BigDecimal("3.000"), new BigDecimal("6.000"));
  }

  @Test
  void shouldReadOnFromAPosition() {
    for (boolean isDescending : new boolean[] {false, true}) {
      for (String order : List.of("period_start", "dgrm_id", "diagram_name")) {
        // given
        var all = queries.findInstanceStatistics(ANY, page(10, order, isDescending, null)).items();
        // when
        var read = new ArrayList<InstanceStatistics>();
        Page<InstanceStatistics> page = null;
        do {
          var after = page == null ? null : page.next().orElseThrow();
          page = queries.findInstanceStatistics(ANY, page(1, order, isDescending, after));
          read.addAll(page.items());
        } while (page.hasMore());
        // then
        assertThat(read).as(order).hasSize(4).containsExactlyElementsOf(all);
      }
    }
  }

  private static PageRequest page(
      int limit, String order, boolean isDescending, PageRequest.Cursor after) {
    return new PageRequest(
        limit, 0, Optional.of(order), isDescending, Optional.ofNullable(after), false);
  }

  private static StatisticsSearch search(
      List<Long> ids, List<String> diagrams, List<String> periods) {
    return new StatisticsSearch(
        ids, diagrams, List.of(), periods, Optional.empty(), Optional.empty());
  }

  private static StatisticsSearch within(LocalDate from, LocalDate to) {
    return new StatisticsSearch(
        List.of(), List.of(), List.of(), List.of(), Optional.of(from), Optional.of(to));
  }

  private List<InstanceStatistics> instances(StatisticsSearch search) {
    return queries.findInstanceStatistics(search, PageRequest.first(10)).items();
  }

  private List<String> starts(StatisticsSearch search) {
    return instances(search).stream().map(row -> row.period().start().toString()).toList();
  }

  private void instances(long diagram, String period, LocalDate start, long count, String seconds) {
    rows.insert(
        "flow_process_stats",
        "prst_dgrm_id",
        diagram,
        "prst_period",
        period,
        "prst_start",
        start,
        "prst_created",
        count + 1,
        "prst_started",
        count + 1,
        "prst_completed",
        count,
        "prst_terminated",
        1,
        "prst_seconds",
        new BigDecimal(seconds),
        "prst_max_seconds",
        new BigDecimal(seconds));
  }

  /** Six seconds in all. */
  private void steps(long diagram, String object, LocalDate start, long count) {
    rows.insert(
        "flow_step_stats",
        "stst_dgrm_id",
        diagram,
        "stst_objt_id",
        object,
        "stst_period",
        "D",
        "stst_start",
        start,
        "stst_completed",
        count,
        "stst_seconds",
        6,
        "stst_max_seconds",
        6);
  }
}
