package flows4ee.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.Iteration.InputCollection;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.SqlQueries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IterationTest {

  private final IterationInput input = new IterationInput(new Evaluator(SqlQueries.NONE), () -> 4);

  private static VariablesScope scope() {
    return new VariablesScope()
        .with("LIST", "a:b::c")
        .with("LONG", "a:b:c:d:e")
        .with("EMPTY", "")
        .with("NUM", 5)
        .with(
            "ROWS",
            VariableValue.json(
                "[{\"T\":\"x\",\"N\":1.50,\"O\":{\"a\":1},\"A\":[1],\"B\":true,\"Z\":null},{}]"))
        .with("FIVE", VariableValue.json("[{},{},{},{},{}]"))
        .with("OBJECT", VariableValue.json("{}"))
        .with("SCALARS", VariableValue.json("[1]"))
        .with("BROKEN", VariableValue.json("["))
        .with("HUGE", VariableValue.json("[{\"N\":1e300}]"))
        .with("NAMES", VariableValue.json("[{\"" + "n".repeat(51) + "\":1}]"))
        .with("NO_ROWS", VariableValue.json("[]"));
  }

  private List<Map<String, VariableValue>> rounds(ExpressionType type, String text) {
    var inside =
        type == ExpressionType.PROCESS_VARIABLE_LIST
            ? Optional.of("ITEM")
            : Optional.<String>empty();
    return input.rounds("A", new InputCollection(type, text, inside), scope());
  }

  @Test
  void shouldReadLists() {
    var rounds = rounds(ExpressionType.PROCESS_VARIABLE_LIST, "list");
    assertThat(rounds)
        .extracting(round -> round.get("ITEM").text())
        .containsExactly("a", "b", null, "c");
    assertThat(rounds(ExpressionType.PROCESS_VARIABLE_LIST, "EMPTY")).isEmpty();
    assertThat(rounds(ExpressionType.PROCESS_VARIABLE_LIST, "MISSING")).isEmpty();
  }

  @Test
  void shouldReadArrays() {
    var rounds = rounds(ExpressionType.PROCESS_VARIABLE_ARRAY, "ROWS");
    assertThat(rounds).hasSize(2);
    assertThat(rounds.get(0).keySet()).containsExactly("T", "N", "O", "A", "B");
    assertThat(rounds.get(0).get("N").text()).isEqualTo("1.5");
    assertThat(rounds.get(0).get("O")).isEqualTo(VariableValue.json("{\"a\":1}"));
    assertThat(rounds.get(0).get("A")).isEqualTo(VariableValue.json("[1]"));
    assertThat(rounds.get(0).get("B")).isEqualTo(VariableValue.text("true"));
    assertThat(rounds.get(1)).isEmpty();
    assertThat(rounds(ExpressionType.PROCESS_VARIABLE_ARRAY, "NO_ROWS")).isEmpty();
    assertThat(rounds(ExpressionType.PROCESS_VARIABLE_ARRAY, "MISSING")).isEmpty();
  }

  @Test
  void shouldReadQueries() {
    var rounds =
        rounds(
            ExpressionType.SQL_QUERY_ARRAY,
            "select 'JONES' ename, 7566 empno from dual union all select 'SCOTT', 7788 from dual");
    assertThat(rounds).hasSize(2);
    assertThat(rounds.get(1))
        .containsEntry("ENAME", VariableValue.text("SCOTT"))
        .containsEntry("EMPNO", VariableValue.number(7788));
    assertThat(rounds(ExpressionType.SQL_QUERY_ARRAY, "")).isEmpty();
  }

  static Stream<Arguments> unreadable() {
    return Shown.table(
        """
        processVariableList NUM ==> is no text
        processVariableArray LIST ==> no JSON array
        processVariableArray OBJECT ==> no JSON array
        processVariableArray SCALARS ==> is no object
        processVariableArray BROKEN ==> cannot be read
        processVariableArray HUGE ==> overflow
        processVariableArray NAMES ==> too long
        sqlQueryArray select x from emp ==> No data source
        sqlQueryArray select 1 / 0 from dual ==> division by zero
        static x ==> not known
        """);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void shouldNameTheObjectOfAnUnreadableCollection(String row, String part) {
    String[] parts = row.split(" ", 2);
    assertThatThrownBy(() -> rounds(ExpressionType.of(parts[0]), parts[1]))
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("object A ")
        .hasMessageContaining(part)
        .extracting(e -> ((StepFailedException) e).engineMessage())
        .isEqualTo(EngineMessage.ITERATION_COLLECTION);
  }

  @Test
  void shouldNeedAnInsideVariableForLists() {
    var list = new InputCollection(ExpressionType.PROCESS_VARIABLE_LIST, "LIST", Optional.of(" "));
    assertThatThrownBy(() -> input.rounds("A", list, scope()))
        .hasMessageContaining("no inside variable");
  }

  @Test
  void shouldRefuseMoreItemsThanTheLimit() {
    for (var each :
        List.of(
            List.of(ExpressionType.PROCESS_VARIABLE_LIST, "LONG"),
            List.of(ExpressionType.PROCESS_VARIABLE_ARRAY, "FIVE"),
            List.of(
                ExpressionType.SQL_QUERY_ARRAY,
                "select 1 a from dual" + " union all select 2 from dual".repeat(4)))) {
      assertThatThrownBy(() -> rounds((ExpressionType) each.get(0), (String) each.get(1)))
          .isInstanceOf(StepFailedException.class)
          .extracting(e -> ((StepFailedException) e).engineMessage())
          .isEqualTo(EngineMessage.ITERATION_LIMIT);
    }
  }

  @Test
  void shouldPutResultsAtTheirPlace() {
    var values = new LinkedHashMap<String, VariableValue>();
    values.put("SKU", VariableValue.text("a"));
    values.put("QTY", VariableValue.number(2));
    values.put("NOTE", new VariableValue(VariableType.CLOB, null));
    var third = IterationOutput.with(Optional.empty(), 3, values);
    assertThat(third.text()).isEqualTo("[null,null,{\"SKU\":\"a\",\"QTY\":2,\"NOTE\":null}]");
    var first = IterationOutput.with(Optional.of(third), 1, Map.of());
    assertThat(first.text()).isEqualTo("[{},null,{\"SKU\":\"a\",\"QTY\":2,\"NOTE\":null}]");
    assertThat(IterationOutput.with(Optional.of(VariableValue.text("x")), 1, Map.of()).text())
        .isEqualTo("[{}]");
    assertThat(IterationOutput.with(Optional.of(VariableValue.json("{}")), 1, Map.of()).text())
        .isEqualTo("[{}]");
  }

  @Test
  void shouldFindPlacesBetweenAnyValues() {
    var array = VariableValue.json(" [1, \"a,]\\\"\", {\"b\":[2,3]} ] ");
    assertThat(IterationOutput.with(Optional.of(array), 2, Map.of()).text())
        .isEqualTo("[1,{}, {\"b\":[2,3]} ]");
    assertThat(IterationOutput.with(Optional.of(array), 3, Map.of()).text())
        .isEqualTo("[1, \"a,]\\\"\",{}]");
    assertThat(IterationOutput.with(Optional.of(array), 5, Map.of()).text())
        .isEqualTo("[1, \"a,]\\\"\", {\"b\":[2,3]} ,null,{}]");
  }

  @Tag("bounds")
  @Test
  void shouldCollectManyRoundsInTime() {
    long start = System.nanoTime();
    Optional<VariableValue> array = Optional.empty();
    for (int i = 1; i <= 10_000; i++) {
      array = Optional.of(IterationOutput.with(array, i, Map.of("N", VariableValue.number(i))));
    }
    assertThat(array.orElseThrow().text()).endsWith("{\"N\":9999},{\"N\":10000}]");
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
  }

  @Tag("bounds")
  @Test
  void shouldRefuseToGrowBeyondTheLimit() {
    var large = VariableValue.json("[\"" + "x".repeat(10 * 1024 * 1024) + "\"]");
    assertThatThrownBy(() -> IterationOutput.with(Optional.of(large), 2, Map.of()))
        .isInstanceOf(EvaluationException.class);
  }

  @Test
  void shouldSplitTheNamesCopiedOut() {
    assertThat(IterationOutput.names(Optional.of("SKU: QTY::"))).containsExactly("SKU", "QTY");
    assertThat(IterationOutput.names(Optional.empty())).isEmpty();
  }
}
