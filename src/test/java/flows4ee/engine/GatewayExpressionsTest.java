package flows4ee.engine;

import static flows4ee.engine.ActivityFlowTest.assignment;
import static flows4ee.engine.Bpmn.conditional;
import static flows4ee.engine.Bpmn.extended;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which expressions run at gateways, and when. */
class GatewayExpressionsTest {

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parallelGateway", "inclusiveGateway"})
  void shouldRunExpressionsAfterTheMergeAndBeforeTheSplit(String kind) {
    // given
    var process =
        create(
            "S>G G>A G>B A>M B>M M>C M>D C>E D>E",
            nodes("parallelGateway:G")
                + extended(
                    kind + ":M",
                    "",
                    assignment("afterMerge", "MERGED", "static", "M_D")
                        + assignment("beforeSplit", "M:route", "processVariable", "MERGED")));
    start(process);
    process.complete("A");
    assertThat(process.variable("MERGED")).isEmpty();
    // when
    process.complete("B");
    // then
    assertThat(process.variable("MERGED")).contains(VariableValue.text("M_D"));
    assertThat(process.variable("M:route")).contains(VariableValue.text("M_D"));
    assertThat(process.steps()).contains("D running");
  }

  @Test
  void shouldMergeWhenTheLastBranchIsRestartedAfterItsExpressionsFailed() {
    // given
    String quotient = "to_char(1 / :F4A$D)";
    var process =
        create(
                "S>G G>A G>B A>M B>M M>C C>E",
                nodes("parallelGateway:G")
                    + extended(
                        "parallelGateway:M",
                        "",
                        assignment("afterMerge", "MERGED", "plsqlExpression", quotient)))
            .set("D", VariableValue.number(0));
    start(process);
    process.complete("A").complete("B");
    assertThat(process.steps()).containsExactly("M error", "M waiting at gateway");
    assertThat(process.errorKeys()).containsExactly("var_exp_plsql_error");
    // when
    process.set("D", VariableValue.number(1)).restart(process.failed());
    // then
    assertThat(process.status()).isEqualTo("running");
    assertThat(process.steps()).containsExactly("C running");
    assertThat(process.variable("MERGED")).contains(VariableValue.text("1"));
  }

  @Test
  void shouldRunExpressionsOfAnExclusiveGatewayBeforeItsRouteIsChosen() {
    // when
    var process =
        create(
            "S>G A>E B>E",
            extended(
                    "exclusiveGateway:G",
                    "",
                    assignment("beforeSplit", "V", "static", "B")
                        + assignment("afterMerge", "V", "static", "A"))
                + conditional("G>A", 1, ":F4A$V = 'A'")
                + conditional("G>B", 2, ":F4A$V = 'B'"));
    start(process);
    // then
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldRunOnlyTheExpressionsAfterTheMergeOfAnExclusiveGatewayThatDoesNotOpen() {
    // when
    var process =
        create(
            "S>G G>A A>E",
            extended(
                "exclusiveGateway:G",
                "",
                assignment("beforeSplit", "SPLIT", "static", "x")
                    + assignment("afterMerge", "MERGED", "static", "y")));
    start(process);
    // then
    assertThat(process.steps()).containsExactly("A running");
    assertThat(process.variable("SPLIT")).isEmpty();
    assertThat(process.variable("MERGED")).contains(VariableValue.text("y"));
  }

  private Instance create(String flows, String more) {
    return engine.create(
        engine.deployProcess(
            nodes("startEvent:S task:A task:B task:C task:D endEvent:E") + more + flows(flows)));
  }

  private void start(Instance process) {
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
  }
}
