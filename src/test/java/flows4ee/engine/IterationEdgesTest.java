package flows4ee.engine;

import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.setting;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.StepEvent;
import flows4ee.engine.state.Subflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where iterations begin, stop and may not be. */
class IterationEdgesTest {

  private static final String COUNTED_SCRIPT =
      """
      <bpmn:scriptTask id="A" apex:type="executePlsql">
        <bpmn:extensionElements><apex:executePlsql>
          <apex:engine>true</apex:engine>
          <apex:plsqlCode>flow_process_vars.set_var(pi_prcs_id =&gt; :F4A$PROCESS_ID,
            pi_var_name =&gt; 'ROUNDS', pi_num_value =&gt; nvl(:F4A$ROUNDS, 0) + 1);</apex:plsqlCode>
        </apex:executePlsql></bpmn:extensionElements>
        %s
      </bpmn:scriptTask>
      """;

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldStopALoopAfterTheThousandthRound() {
    // given
    engine.settings.stepBudget = 10_000;
    // when
    var process = countedLoop("1 = 2");
    // then
    assertThat(process.errorKeys()).containsExactly("iteration-limit");
    assertThat(process.steps()).containsExactly("A error", "A waiting iterations");
    assertThat(process.variable("ROUNDS")).contains(VariableValue.number(1000));
  }

  @Test
  void shouldLetALoopEndWithTheThousandthRound() {
    // given
    engine.settings.stepBudget = 10_000;
    // when
    var process = countedLoop(":F4A$LOOP_COUNTER = 1000");
    // then
    assertThat(process.status()).isEqualTo("completed");
  }

  @Test
  void shouldBeginTheOutputAnewEachTimeTheActivityIsEntered() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S exclusiveGateway:X task:Z endEvent:E")
                    + userTask(collection("multiInstanceLoopCharacteristics", output()))
                    + flows("S>Z Z>X X>A A>Z")));
    process.set("ITEMS", VariableValue.text("a:b:c")).complete("Z");
    completeRounds(process, 3);
    assertThat(process.variable("RESULT").orElseThrow().text())
        .isEqualTo("[{\"ITEM\":\"a\"},{\"ITEM\":\"b\"},{\"ITEM\":\"c\"}]");
    // when
    process.set("ITEMS", VariableValue.text("d")).complete("Z");
    completeRounds(process, 1);
    // then
    assertThat(process.variable("RESULT").orElseThrow().text()).isEqualTo("[{\"ITEM\":\"d\"}]");
  }

  @Test
  void shouldNotIterateBehindAnEventGateway() {
    // when
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S eventBasedGateway:G endEvent:E")
                    + "<bpmn:receiveTask id=\"R\" apex:type=\"simpleMessage\">"
                    + "<bpmn:extensionElements>"
                    + setting("messageName", "paid")
                    + "</bpmn:extensionElements>"
                    + loop("1 = 1")
                    + "</bpmn:receiveTask>"
                    + catchEvent("W", timer("timeDuration", "PT1H"))
                    + flows("S>G G>R G>W R>E W>E")));
    // then
    assertThat(process.steps()).containsExactly("R error", "W waiting for timer");
    assertThat(process.errorKeys()).containsExactly("engine-unsupported-object");
  }

  @Test
  void shouldKnowTheRoundInScriptsOfTheActivityAndBelowIt() {
    // given
    String script =
        """
        <bpmn:scriptTask id="N" apex:type="executePlsql"><bpmn:extensionElements>
          <apex:executePlsql><apex:engine>true</apex:engine><apex:plsqlCode>
            flow_process_vars.set_var(pi_prcs_id =&gt; :F4A$PROCESS_ID, pi_var_name =&gt; 'SEEN',
              pi_vc2_value =&gt; :F4A$SEEN || flow_globals.loop_counter);
          </apex:plsqlCode></apex:executePlsql>
        </bpmn:extensionElements>%s</bpmn:scriptTask>
        """;
    // when
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S endEvent:E task:Z")
                    + script.replace("\"N\"", "\"A\"").formatted(loop(":F4A$LOOP_COUNTER = 2"))
                    + "<bpmn:subProcess id=\"B\">"
                    + loop(":F4A$LOOP_COUNTER = 3")
                    + nodes("startEvent:S1 endEvent:E1")
                    + script.formatted("")
                    + flows("S1>N N>E1")
                    + "</bpmn:subProcess>"
                    + flows("S>A A>B B>Z Z>E")));
    // then
    assertThat(process.variable("SEEN").orElseThrow().text()).isEqualTo("12123");
  }

  @Test
  void shouldLogBeginAndEndOfEachRound() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:Z endEvent:E")
                    + userTask(
                        collection(
                            "multiInstanceLoopCharacteristics",
                            "<apex:completionCondition>"
                                + "<apex:expressionType>plsqlExpression</apex:expressionType>"
                                + "<apex:expression>:F4A$COMPLETED_INSTANCES = 1</apex:expression>"
                                + "</apex:completionCondition>"))
                    + flows("S>Z Z>A A>E")));
    process.set("ITEMS", VariableValue.text("a:b")).complete("Z");
    // when
    completeRounds(process, 1);
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(engine.database.tables.stepEvents)
        .extracting(StepEvent::event)
        .filteredOn(event -> event.startsWith("iteration"))
        .containsExactly(
            "iteration started",
            "iteration started",
            "iteration completed",
            "iteration terminated");
  }

  private Instance countedLoop(String condition) {
    return engine.start(
        engine.deployProcess(
            nodes("startEvent:S endEvent:E")
                + COUNTED_SCRIPT.formatted(loop(condition))
                + flows("S>A A>E")));
  }

  private void completeRounds(Instance process, int count) {
    for (int i = 0; i < count; i++) {
      Subflow step =
          process.subflows().stream()
              .filter(subflow -> subflow.status().literal().equals("running"))
              .findFirst()
              .orElseThrow();
      engine
          .engine()
          .completeStep(step.id(), step.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER);
    }
  }

  private static String userTask(String iteration) {
    return "<bpmn:userTask id=\"A\" name=\"A\">" + iteration + "</bpmn:userTask>";
  }

  private static String loop(String condition) {
    return "<bpmn:standardLoopCharacteristics><bpmn:extensionElements><apex:completionCondition>"
        + "<apex:expressionType>plsqlExpression</apex:expressionType><apex:expression>"
        + condition
        + "</apex:expression></apex:completionCondition></bpmn:extensionElements>"
        + "</bpmn:standardLoopCharacteristics>";
  }

  private static String collection(String element, String more) {
    return "<bpmn:%1$s><bpmn:extensionElements>%2$s%3$s</bpmn:extensionElements></bpmn:%1$s>"
        .formatted(
            element,
            "<apex:inputCollection>"
                + "<apex:expressionType>processVariableList</apex:expressionType>"
                + "<apex:expression>ITEMS</apex:expression>"
                + "<apex:insideVariable>ITEM</apex:insideVariable></apex:inputCollection>",
            more);
  }

  private static String output() {
    return "<apex:outputCollection>"
        + "<apex:expressionType>processVariableArray</apex:expressionType>"
        + "<apex:expression>RESULT</apex:expression>"
        + "<apex:insideVariable>ITEM</apex:insideVariable></apex:outputCollection>";
  }
}
