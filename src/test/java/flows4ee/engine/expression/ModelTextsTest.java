package flows4ee.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.expression.ModelTexts.Text;
import flows4ee.engine.model.Condition;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.Script;
import flows4ee.engine.model.Setting;
import flows4ee.engine.model.VariableExpression;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.QueryFailedException;
import flows4ee.engine.state.SqlQueries;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every program text of the test diagrams. */
class ModelTextsTest {

  /** Texts that are wrong on purpose or need what is out of reach, by a part of them. */
  private static final Set<String> FAILING =
      Set.of(
          "not really plsql",
          "Not really a function body",
          "test_constants.",
          "from user_tables",
          "flow_pro_vars.");

  private static final Set<String> RAISING =
      Set.of(
          "raise flow_globals.throw_bpmn_error_event",
          "raise flow_globals.request_stop_engine",
          "raise flow_plsql_runner_pkg.e_plsql_script_requested_stop");

  private final Evaluator evaluator = new Evaluator(SqlQueries.NONE);

  private static VariablesScope scope() {
    return new VariablesScope()
        .with("VCA", "A")
        .with("VCB", "B")
        .with("NUMA", 10)
        .with("NUMB", 20)
        .with("NUMC", 30)
        .with("DateA", VariableValue.date(LocalDateTime.of(2022, 6, 15, 15, 30, 15)))
        .with("DateB", VariableValue.date(LocalDateTime.of(2022, 7, 20, 9, 30, 15)))
        .with("DateC", VariableValue.date(LocalDateTime.of(2022, 8, 10, 3, 30, 15)))
        .with("IncomingPONumber", "17")
        .with("SupplierSalesOrder", "1251")
        .with("MyVC2_Fred", "fred")
        .with("MyNum_42", 42)
        .with("MyDate_23Feb24", VariableValue.date(LocalDateTime.of(2024, 2, 23, 1, 2, 3)))
        .with("MyJSON", VariableValue.json("{\"myObj\":\"thisObject\"}"))
        .in(new LoopCounters(2, 4, 1, 1, 0));
  }

  static Stream<Text> programs() {
    return ModelTexts.all().stream()
        .filter(text -> text.type().matches("plsql.*|feel.*"))
        .filter(text -> !text.place().equals("conditionExpression"))
        .distinct();
  }

  static Stream<Text> conditions() {
    return ModelTexts.all().stream().filter(text -> text.place().equals("conditionExpression"));
  }

  static Stream<Text> scripts() {
    return ModelTexts.all().stream().filter(text -> text.type().equals("script"));
  }

  static Stream<Text> dualQueries() {
    return ModelTexts.all().stream()
        .filter(text -> text.type().startsWith("sqlQuery"))
        .filter(text -> text.text().toLowerCase().contains("dual"));
  }

  static Stream<Text> tableQueries() {
    return ModelTexts.all().stream()
        .filter(text -> text.type().startsWith("sqlQuery"))
        .filter(text -> !text.text().toLowerCase().contains("dual"));
  }

  private static boolean isOneOf(Set<String> parts, Text text) {
    return parts.stream().anyMatch(text.text()::contains);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void shouldEvaluateTheProgramsOfTheDiagrams(Text text) {
    if (isOneOf(FAILING, text)) {
      assertThatThrownBy(() -> evaluate(text)).isInstanceOf(StepFailedException.class);
    } else {
      assertThatCode(() -> evaluate(text)).doesNotThrowAnyException();
    }
  }

  private void evaluate(Text text) {
    var type = ExpressionType.of(text.type());
    var settings = new SettingValues(evaluator);
    if (!text.dataType().isEmpty()) {
      new VariableExpressions(evaluator)
          .run(ExpressionSet.BEFORE_TASK, List.of(assignment(text, type)), scope(), (n, v) -> {});
    } else if (text.place().equals("completionCondition")) {
      new Conditions(evaluator).isComplete("A", new Condition(text.type(), text.text()), scope());
    } else if (text.place().equals("priority")) {
      assertThat(settings.priority(Setting.of(type, text.text()), scope())).isPresent();
    } else if (text.place().equals("dueOn")) {
      assertThat(settings.dueOn(Setting.of(type, text.text()), scope())).isPresent();
    } else {
      settings.text(Setting.of(type, text.text()), scope());
    }
  }

  private static VariableExpression assignment(Text text, ExpressionType type) {
    var dataType = VariableType.of(text.dataType()).orElseThrow();
    return new VariableExpression(BigDecimal.ONE, text.place(), dataType, type, text.text());
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void shouldEvaluateTheConditionsOfTheDiagrams(Text text) {
    var flow = VariablesScope.flow("F", new Condition(text.type(), text.text()));
    assertThatCode(() -> new Conditions(evaluator).holds(flow, scope())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void shouldRunTheScriptsOfTheDiagrams(Text text) {
    var scope = scope();
    var script = new Script(text.text(), true);
    if (isOneOf(RAISING, text)) {
      assertThatThrownBy(() -> new Scripts(evaluator).run("S", script, scope))
          .isInstanceOfAny(BpmnErrorRaised.class, StopEngineRequested.class);
    } else if (isOneOf(FAILING, text)) {
      assertThatThrownBy(() -> new Scripts(evaluator).run("S", script, scope))
          .isInstanceOf(StepFailedException.class)
          .hasMessageContaining("FLOW_PRO_VARS".toLowerCase());
    } else {
      new Scripts(evaluator).run("S", script, scope);
      for (int i = 1; text.text().contains("RESULT_OK_" + i); i++) {
        assertThat(scope.variable("RESULT_OK_" + i)).contains(VariableValue.text("OK"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dualQueries")
  void shouldAnswerQueriesOnDual(Text text) {
    assertThat(evaluator.query(text.text(), scope())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("tableQueries")
  void shouldRefuseQueriesOnTablesWithoutDataSource(Text text) {
    assertThatThrownBy(() -> evaluator.query(text.text(), scope()))
        .isInstanceOf(QueryFailedException.class);
  }
}
