package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.ActivityView;
import flows4ee.engine.CalledDiagramView;
import flows4ee.engine.DiagramSearch;
import flows4ee.engine.DiagramView;
import flows4ee.engine.PageRequest;
import flows4ee.engine.ProcessView;
import flows4ee.engine.StepView;
import flows4ee.engine.SubscriptionSearch;
import flows4ee.engine.SubscriptionView;
import flows4ee.engine.VariableView;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SqlProcessQueriesTest {

  private static final PageRequest ALL = PageRequest.first(100);
  private static final DiagramSearch ANY =
      new DiagramSearch(Optional.empty(), List.of(), List.of(), List.of());

  private final TestRows rows;
  private final SqlProcessQueries queries;

  SqlProcessQueriesTest(TestVendor vendor) {
    var dataSource = vendor.shared().dataSource();
    rows = new TestRows(dataSource);
    queries = new SqlProcessQueries(dataSource, Clock.fixed(TestRows.NOW, ZoneOffset.UTC));
  }

  @BeforeEach
  void deployDiagrams() {
    rows.clear();
    rows.diagram(1, "Order", "0", "released", "dgrm_category", "sales", "dgrm_icon", "cart");
    rows.diagram(2, "Invoice", "0", "draft");
    rows.diagram(3, "order 100%", "1", "archived");
  }

  /** The shared database gives the same ids to others. */
  @AfterEach
  void clear() {
    rows.clear();
  }

  @Test
  void shouldReadADiagramWithoutItsContent() {
    assertThat(queries.findDiagram(1))
        .contains(
            new DiagramView(
                1, "Order", "0", "released", "sales", null, null, "cart", TestRows.NOW, "hash-1"));
    assertThat(queries.findDiagram(99)).isEmpty();
  }

  @Test
  void shouldReadTheContentOfADiagramByteForByte() {
    assertThat(queries.findDiagramContent(2))
        .hasValueSatisfying(
            bytes -> assertThat(bytes).isEqualTo("<xml id='2'/>".getBytes(StandardCharsets.UTF_8)));
    assertThat(queries.findDiagramContent(99)).isEmpty();
  }

  @Test
  void shouldFindDiagramsByPartOfTheNameStatusVersionAndCategory() {
    assertThat(diagrams(ANY)).containsExactly(1L, 2L, 3L);
    assertThat(diagrams(named("ORDER"))).containsExactly(1L, 3L);
    assertThat(
            diagrams(
                new DiagramSearch(
                    Optional.empty(), List.of("DRAFT", "released"), List.of(), List.of())))
        .containsExactly(1L, 2L);
    assertThat(diagrams(new DiagramSearch(Optional.empty(), List.of("none"), List.of(), List.of())))
        .isEmpty();
    assertThat(
            diagrams(new DiagramSearch(Optional.empty(), List.of(), List.of("1", "7"), List.of())))
        .containsExactly(3L);
    assertThat(
            diagrams(
                new DiagramSearch(
                    Optional.empty(), List.of(), List.of(), List.of("sales", "none"))))
        .containsExactly(1L);
  }

  @Test
  void shouldTakeSearchTextsLiterally_SEC_INJ_1_2_3() {
    assertThat(diagrams(named("%"))).containsExactly(3L);
    for (String text :
        List.of("_", "\\", "'", "\"", "' or 1=1 --", ";--", "!", "\u2019", "${jndi:x}", "\0")) {
      assertThat(diagrams(named(text))).as(text).isEmpty();
    }
  }

  @Test
  void shouldOrderByAColumnOfTheItemAndRefuseOthers() {
    assertThat(queries.findDiagrams(ANY, ordered("category", false)).items())
        .extracting(DiagramView::id)
        .containsExactly(1L, 2L, 3L);
    assertThat(queries.findDiagrams(ANY, ordered("dgrm_id", true)).items())
        .extracting(DiagramView::id)
        .containsExactly(3L, 2L, 1L);
    assertThatThrownBy(() -> queries.findDiagrams(ANY, ordered("dgrm_id; drop table x", false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dgrm_id; drop table x");
  }

  @Test
  void shouldPageByOffsetAndCountWhenAsked() {
    var page =
        queries.findDiagrams(
            ANY, new PageRequest(2, 0, Optional.empty(), false, Optional.empty(), true));
    assertThat(page.items()).hasSize(2);
    assertThat(page.hasMore()).isTrue();
    assertThat(page.total()).hasValue(3);
    var rest =
        queries.findDiagrams(
            ANY, new PageRequest(2, 2, Optional.empty(), false, Optional.empty(), false));
    assertThat(rest.items()).extracting(DiagramView::id).containsExactly(3L);
    assertThat(rest.hasMore()).isFalse();
    assertThat(rest.total()).isEmpty();
    assertThat(rest.next()).isEmpty();
  }

  @Test
  void shouldReadAnInstanceWithAllVariables() {
    rows.process(
        10, 1, "running", "prcs_init_by", "ann", "prcs_priority", 2, "prcs_start_ts", TestRows.NOW);
    rows.text(10, 0, "business_ref", "PO-1");
    rows.text(10, 7, "a", "deep");
    rows.text(10, 0, "B", null);
    rows.number(10, 0, "amount", "12.75");
    assertThat(queries.findProcess(10))
        .contains(
            new ProcessView(
                1,
                10,
                "process 10",
                "running",
                TestRows.NOW,
                "ann",
                "Order",
                "0",
                "PO-1",
                2,
                TestRows.NOW,
                null,
                null,
                null,
                List.of(
                    new VariableView(0, "amount", VariableValue.number(new BigDecimal("12.75"))),
                    new VariableView(0, "B", VariableValue.text(null)),
                    new VariableView(0, "business_ref", VariableValue.text("PO-1")),
                    new VariableView(7, "a", VariableValue.text("deep")))));
    assertThat(queries.findProcess(11)).isEmpty();
    assertThat(queries.existsProcess(10)).isTrue();
    assertThat(queries.existsProcess(11)).isFalse();
  }

  @Test
  void shouldFindInstancesOfADiagramByStatus() {
    rows.process(10, 1, "running");
    rows.process(11, 1, "completed");
    rows.process(12, 2, "running");
    rows.text(10, 0, "x", "1");
    rows.text(12, 0, "x", "2");
    var running = queries.findProcessesOf(1, List.of("RUNNING"), ALL).items();
    assertThat(running).extracting(ProcessView::id).containsExactly(10L);
    assertThat(running.get(0).variables())
        .containsExactly(new VariableView(0, "x", VariableValue.text("1")));
    assertThat(queries.findProcessesOf(1, List.of(), ALL).items())
        .extracting(ProcessView::id)
        .containsExactly(10L, 11L);
    assertThat(queries.findProcessesOf(99, List.of(), ALL).items()).isEmpty();
  }

  @Test
  void shouldReadVariablesOfEveryType() {
    var zoned = ZonedDateTime.parse("2026-10-25T02:30:00+01:00[Europe/Berlin]");
    var date = LocalDateTime.parse("2026-10-25T02:30:00");
    rows.process(10, 1, "running");
    rows.text(10, 0, "text", "it's \u20ac");
    rows.number(10, 0, "num", "-0.001");
    rows.variable(10, 0, "day", "DATE", "prov_var_date", date);
    rows.variable(
        10,
        0,
        "at",
        "TIMESTAMP WITH TIME ZONE",
        "prov_var_tstz",
        zoned.toInstant(),
        "prov_var_zone",
        "Europe/Berlin");
    rows.variable(10, 0, "long", "CLOB", "prov_var_clob", "x".repeat(50_000));
    rows.variable(10, 0, "json", "JSON", "prov_var_json", "{\"a\":1}");
    rows.text(10, 1, "other", "scope");
    assertThat(queries.findVariables(10, 0, Optional.empty(), ALL).items())
        .containsExactly(
            new VariableView(0, "at", VariableValue.timestamp(zoned)),
            new VariableView(0, "day", VariableValue.date(date)),
            new VariableView(0, "json", VariableValue.json("{\"a\":1}")),
            new VariableView(0, "long", VariableValue.clob("x".repeat(50_000))),
            new VariableView(0, "num", VariableValue.number(new BigDecimal("-0.001"))),
            new VariableView(0, "text", VariableValue.text("it's \u20ac")));
    assertThat(queries.findVariables(10, 0, Optional.of("NUM"), ALL).items())
        .extracting(variable -> variable.value().type())
        .containsExactly(VariableType.NUMBER);
    assertThat(queries.findVariables(10, 5, Optional.empty(), ALL).items()).isEmpty();
  }

  @Test
  void shouldReadStepsInOrderOfTheirIds() {
    rows.process(10, 1, "running");
    rows.subflow(101, 10, "waiting for timer", "sbfl_sbfl_id", 100L, "sbfl_scope", 4L);
    rows.subflow(100, 10, "split", "sbfl_current", null, "sbfl_became_current", TestRows.NOW);
    var step =
        new StepView(
            10, 100, null, 0, 0, 0, 0, null, "key100", "split", TestRows.NOW, null, 1, "running");
    assertThat(queries.findSteps(10, ALL).items())
        .containsExactly(
            step,
            new StepView(
                10,
                101,
                100L,
                0,
                0,
                0,
                4,
                "A",
                "key101",
                "waiting for timer",
                null,
                null,
                1,
                "running"));
    assertThat(queries.findStep(100)).contains(step);
    assertThat(queries.findStep(102)).isEmpty();
  }

  @Test
  void shouldTellActivitiesDistinctAndSorted() {
    rows.process(10, 1, "error");
    rows.subflow(100, 10, "running", "sbfl_current", "b");
    rows.subflow(101, 10, "running", "sbfl_current", "b");
    rows.subflow(102, 10, "waiting for timer", "sbfl_current", "Z");
    rows.subflow(103, 10, "error", "sbfl_current", "E");
    rows.subflow(104, 10, "split", "sbfl_current", null);
    for (String object : List.of("Start", "Loop", "Loop")) {
      rows.insert(
          "flow_subflow_log",
          "sflg_prcs_id",
          10L,
          "sflg_objt_id",
          object,
          "sflg_sbfl_id",
          100L,
          "sflg_dgrm_id",
          1L,
          "sflg_scope",
          0L,
          "sflg_diagram_level",
          0L,
          "sflg_last_updated",
          TestRows.NOW);
    }
    assertThat(queries.findActivities(10))
        .isEqualTo(new ActivityView(List.of("Z", "b"), List.of("Loop", "Start"), List.of("E")));
    assertThat(queries.findActivities(11))
        .isEqualTo(new ActivityView(List.of(), List.of(), List.of()));
  }

  @Test
  void shouldFindSubscriptions() {
    rows.process(10, 1, "running");
    rows.subflow(100, 10, "waiting for message");
    subscription(5, "paid", "order", "17", 10L, 100L);
    subscription(6, "start", null, null, null, null);
    var paid = new SubscriptionView(5, "paid", "order", "17", 10L, 100L, TestRows.NOW);
    var start = new SubscriptionView(6, "start", null, null, null, null, TestRows.NOW);
    assertThat(subscriptions(null, null, null, null)).containsExactly(paid, start);
    assertThat(subscriptions(10L, null, null, null)).containsExactly(paid);
    assertThat(subscriptions(null, "start", null, null)).containsExactly(start);
    assertThat(subscriptions(null, "paid", "order", "17")).containsExactly(paid);
    assertThat(subscriptions(null, "paid", "order", "' or 1=1")).isEmpty();
    assertThat(subscriptions(11L, null, null, null)).isEmpty();
    var any =
        new SubscriptionSearch(
            List.of(), List.of("paid", "start"), List.of("order", "none"), List.of());
    assertThat(queries.findSubscriptions(any, ALL).items()).containsExactly(paid);
  }

  @Test
  void shouldFindCalledDiagramsButNotTheOwnOne() {
    rows.process(10, 1, "running");
    calls(5, null, 1, null, null);
    calls(6, 5L, 2, 1L, "Pay");
    calls(7, 6L, 3, 2L, "Check");
    assertThat(queries.findCalledDiagrams(10, ALL).items())
        .containsExactly(
            new CalledDiagramView(1, "Pay", 2, "Invoice", "0", null),
            new CalledDiagramView(2, "Check", 3, "order 100%", "1", null));
    assertThat(queries.findCalledDiagrams(11, ALL).items()).isEmpty();
  }

  private void calls(long id, Long parent, long diagram, Long calling, String object) {
    rows.insert(
        "flow_instance_diagrams",
        "prdg_id",
        id,
        "prdg_prdg_id",
        parent,
        "prdg_prcs_id",
        10L,
        "prdg_dgrm_id",
        diagram,
        "prdg_calling_dgrm",
        calling,
        "prdg_calling_objt",
        object);
  }

  private void subscription(
      long id, String name, String key, String value, Long processId, Long subflowId) {
    rows.insert(
        "flow_message_subscriptions",
        "msub_id",
        id,
        "msub_message_name",
        name,
        "msub_key_name",
        key,
        "msub_key_value",
        value,
        "msub_prcs_id",
        processId,
        "msub_sbfl_id",
        subflowId,
        "msub_callback",
        "bpmn:receiveTask",
        "msub_event_id",
        "A",
        "msub_created",
        TestRows.NOW);
  }

  private List<SubscriptionView> subscriptions(
      Long processId, String name, String key, String value) {
    return queries
        .findSubscriptions(
            new SubscriptionSearch(list(processId), list(name), list(key), list(value)), ALL)
        .items();
  }

  private static <T> List<T> list(T value) {
    return value == null ? List.of() : List.of(value);
  }

  private List<Long> diagrams(DiagramSearch search) {
    return queries.findDiagrams(search, ALL).items().stream().map(DiagramView::id).toList();
  }

  private static DiagramSearch named(String part) {
    return new DiagramSearch(Optional.of(part), List.of(), List.of(), List.of());
  }

  private static PageRequest ordered(String column, boolean isDescending) {
    return ordered(column, isDescending, 100);
  }

  private static PageRequest ordered(String column, boolean isDescending, int limit) {
    return new PageRequest(limit, 0, Optional.of(column), isDescending, Optional.empty(), false);
  }
}
