package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityFlowTest {

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  static String assignment(String set, String variable, String type, String text) {
    return """
        <apex:%s><apex:processVariable><apex:varSequence>0</apex:varSequence>
        <apex:varName>%s</apex:varName><apex:varDataType>VARCHAR2</apex:varDataType>
        <apex:varExpressionType>%s</apex:varExpressionType>
        <apex:varExpression>%s</apex:varExpression></apex:processVariable></apex:%s>
        """
        .formatted(set, variable, type, text, set);
  }

  static String callActivity(String id, String called, String sets) {
    return ("<bpmn:callActivity id=\"%s\" apex:calledDiagram=\"%s\""
            + " apex:calledDiagramVersionSelection=\"latestVersion\">"
            + "<bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:callActivity>")
        .formatted(id, called, sets);
  }

  static String multiInstance(String kind, String input, String output, String end) {
    return """
        <bpmn:multiInstanceLoopCharacteristics %s><bpmn:extensionElements>
        <apex:inputCollection><apex:expressionType>processVariableList</apex:expressionType>
        <apex:expression>%s</apex:expression><apex:insideVariable>ITEM</apex:insideVariable>
        </apex:inputCollection>
        <apex:outputCollection><apex:expressionType>processVariableArray</apex:expressionType>
        <apex:expression>%s</apex:expression><apex:insideVariable>ITEM:DONE</apex:insideVariable>
        </apex:outputCollection>%s
        </bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>
        """
        .formatted(kind, input, output, end);
  }

  static String until(String condition) {
    return "<apex:completionCondition><apex:expressionType>plsqlExpression</apex:expressionType>"
        + "<apex:expression>"
        + condition
        + "</apex:expression></apex:completionCondition>";
  }

  @Test
  void shouldRunACalledDiagramInItsOwnScope() {
    // given
    engine.deploy(
        "called",
        Bpmn.process(nodes("startEvent:S2 task:A2 endEvent:E2") + flows("S2>A2 A2>E2")),
        false);
    String call =
        callActivity(
            "C",
            "called",
            assignment("inVariables", "GIVEN", "static", "in")
                + assignment("outVariables", "BACK", "processVariable", "RESULT"));
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E") + call + flows("S>C C>B B>E")));
    assertThat(process.steps()).containsExactly("A2 running", "C in call activity");
    long scope = process.at("A2").scope();
    assertThat(scope).isNotZero();
    assertThat(process.variable(scope, "GIVEN")).contains(VariableValue.text("in"));
    assertThat(process.variable("GIVEN")).isEmpty();
    // when
    process.set(scope, "RESULT", VariableValue.text("out")).complete("A2");
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.variable("BACK")).contains(VariableValue.text("out"));
  }

  @Test
  void shouldRefuseADiagramThatCallsItself() {
    // given
    long diagram =
        engine.deployProcess(
            nodes("startEvent:S endEvent:E") + callActivity("C", "test", "") + flows("S>C C>E"));
    // when
    String refusal = Instance.refusal(() -> engine.create(diagram));
    // then
    assertThat(refusal).isEqualTo("start-diagram-calls-itself");
  }

  @Test
  void shouldCallADiagramInEachRoundWithoutWarning() {
    // given
    engine.deploy(
        "called",
        Bpmn.process(nodes("startEvent:S2 task:A2 endEvent:E2") + flows("S2>A2 A2>E2")),
        false);
    String call =
        "<bpmn:callActivity id=\"C\" apex:calledDiagram=\"called\"><bpmn:extensionElements>"
            + assignment("inVariables", "GIVEN", "processVariable", "ITEM")
            + assignment("outVariables", "DONE", "processVariable", "GIVEN")
            + "</bpmn:extensionElements>"
            + multiInstance("", "ITEMS", "PICKED", "")
            + "</bpmn:callActivity>";
    var deployed =
        engine.deploy(
            "test",
            Bpmn.process(nodes("startEvent:S task:B endEvent:E") + call + flows("S>C C>B B>E")),
            true);
    var process = engine.create(deployed.diagram().id());
    process.set("ITEMS", VariableValue.text("x:y"));
    // when
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    // then
    assertThat(deployed.warnings()).isEmpty();
    assertThat(process.steps())
        .containsExactly(
            "A2 running", "A2 running", "C in call activity", "C in call activity", "C iterating");
    // when
    for (var step : process.subflows()) {
      if (step.current().equals("A2")) {
        engine
            .engine()
            .completeStep(step.id(), step.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER);
      }
    }
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.variable("PICKED").orElseThrow().text())
        .isEqualTo("[{\"ITEM\":\"x\",\"DONE\":\"x\"},{\"ITEM\":\"y\",\"DONE\":\"y\"}]");
  }

  @Test
  void shouldRunTheRoundsSideBySide() {
    // given
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + "<bpmn:userTask id=\"A\" name=\"Pick\">"
                    + multiInstance("", "ITEMS", "PICKED", "")
                    + "</bpmn:userTask>"
                    + flows("S>A A>B B>E")));
    process.set("ITEMS", VariableValue.text("x:y"));
    // when
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    // then
    assertThat(process.steps()).containsExactly("A iterating", "A running", "A running");
    var rounds = process.subflows().stream().filter(step -> step.iteration() != null).toList();
    assertThat(rounds).extracting(step -> step.currentName()).containsExactly("Pick[1]", "Pick[2]");
    // when
    for (var round : rounds) {
      process.set(round.scope(), "DONE", VariableValue.text("yes"));
      engine
          .engine()
          .completeStep(round.id(), round.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER);
    }
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.variable("PICKED").orElseThrow().text())
        .isEqualTo("[{\"ITEM\":\"x\",\"DONE\":\"yes\"},{\"ITEM\":\"y\",\"DONE\":\"yes\"}]");
  }

  @Test
  void shouldRunTheRoundsInTurnUntilTheConditionHolds() {
    // given
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + "<bpmn:userTask id=\"A\" name=\"Pick\">"
                    + multiInstance(
                        "isSequential=\"true\"",
                        "ITEMS",
                        "PICKED",
                        until(":F4A$COMPLETED_INSTANCES >= 2"))
                    + "</bpmn:userTask>"
                    + flows("S>A A>B B>E")));
    process.set("ITEMS", VariableValue.text("x:y:z"));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    // when
    for (int round = 1; round <= 2; round++) {
      var step =
          process.subflows().stream().filter(s -> s.iteration() != null).findFirst().orElseThrow();
      assertThat(step.iteration().loopCounter()).isEqualTo(round);
      engine
          .engine()
          .completeStep(step.id(), step.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER);
    }
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.variable("PICKED").orElseThrow().text())
        .isEqualTo("[{\"ITEM\":\"x\"},{\"ITEM\":\"y\"}]");
  }

  @Test
  void shouldRepeatALoopOverASubProcess() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + "<bpmn:subProcess id=\"P1\"><bpmn:standardLoopCharacteristics>"
                    + "<bpmn:extensionElements>"
                    + until(":F4A$LOOP_COUNTER >= 2")
                    + "</bpmn:extensionElements></bpmn:standardLoopCharacteristics>"
                    + nodes("startEvent:S1 task:A1 endEvent:E1")
                    + flows("S1>A1 A1>E1")
                    + "</bpmn:subProcess>"
                    + flows("S>P1 P1>B B>E")));
    // when
    process.complete("A1");
    assertThat(process.steps()).containsExactly("A1 running", "P1 in subprocess", "P1 iterating");
    process.complete("A1");
    // then
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldPassOverAnEmptyCollection() {
    // when
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + "<bpmn:userTask id=\"A\">"
                    + multiInstance("", "NOTHING", "PICKED", "")
                    + "</bpmn:userTask>"
                    + flows("S>A A>B B>E")));
    // then
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldRunAHandlerByName() {
    // given
    engine.handlers.put(
        "rate",
        context -> context.setVariable("RATING", VariableValue.text("A" + context.taskId())));
    // when
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + "<bpmn:serviceTask id=\"H\" f4ee:handler=\"rate\"/>"
                    + flows("S>H H>B B>E")));
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.variable("RATING")).contains(VariableValue.text("AH"));
  }

  @Test
  void shouldStopAnEndlessLoopOfAutomaticSteps_SEC_DOS_1() {
    // when
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:W exclusiveGateway:M serviceTask:H")
                    + flows("S>W W>M M>H H>M")));
    process.complete("W");
    // then
    assertThat(process.status()).isEqualTo("error");
    assertThat(process.errorKeys()).containsExactly("step-budget-exceeded");
  }

  @Test
  void shouldGoBackToTheLastStepOnResume() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E") + flows("S>A A>B B>E")));
    process.complete("A");
    engine.engine().suspendInstance(process.id(), Optional.empty(), EngineFixture.TESTER);
    var step = process.at("B");
    // when
    engine
        .engine()
        .rewindStep(
            step.id(),
            step.stepKey(),
            RewindTarget.LAST_STEP,
            Optional.empty(),
            Optional.empty(),
            EngineFixture.TESTER);
    assertThat(process.steps()).containsExactly("A restart on resume");
    engine.engine().resumeInstance(process.id(), Optional.empty(), EngineFixture.TESTER);
    // then
    assertThat(process.steps()).containsExactly("A running");
    assertThat(process.row().isAltered()).isTrue();
  }

  @Test
  void shouldGoBackToTheOpeningGatewayOfASplit() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes(
                        "startEvent:S parallelGateway:G task:A task:B parallelGateway:M task:C"
                            + " endEvent:E")
                    + flows("S>G G>A G>B A>M B>M M>C C>E")));
    process.complete("A");
    engine.engine().suspendInstance(process.id(), Optional.empty(), EngineFixture.TESTER);
    var step = process.at("B");
    // when
    engine
        .engine()
        .rewindStep(
            step.id(),
            step.stepKey(),
            RewindTarget.PRIOR_GATEWAY,
            Optional.empty(),
            Optional.empty(),
            EngineFixture.TESTER);
    engine.engine().resumeInstance(process.id(), Optional.empty(), EngineFixture.TESTER);
    // then
    assertThat(process.steps()).containsExactly("A running", "B running");
    // when
    process.complete("A").complete("B");
    assertThat(process.steps()).containsExactly("C running");
  }
}
