package flows4ee.engine.parser;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.Location;
import flows4ee.engine.model.ModelProblem;
import flows4ee.engine.model.StartEvent;
import flows4ee.engine.model.UnsupportedElement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What will fail at start or run time is accepted and named. */
class ModelWarningsTest {

  @Test
  void shouldNotWarnOfAGoodDiagram() {
    assertThat(Bpmn.warnings(Bpmn.around("<bpmn:task id='X'/>"))).isEmpty();
  }

  @Test
  void shouldNameElementAndPlaceOfAWarning() {
    assertThat(Bpmn.model(Bpmn.around("<bpmn:complexGateway id='X'/>")).warnings())
        .containsExactly(
            new ModelProblem(
                "bpmn warning",
                "The engine does not support bpmn:complexGateway; a token that arrives there fails.",
                Optional.of("X"),
                Optional.of("bpmn:complexGateway"),
                new Location(9, 1)));
  }

  @Test
  void shouldWarnOfADiagramWithoutProcess() {
    var parsed = new DiagramParser().parse(Bpmn.definitions(""));
    assertThat(parsed.model().warnings())
        .extracting(ModelProblem::value)
        .containsExactly("The diagram has no process, so no instance can start.");
    assertThat(parsed.mainProcessName()).isEmpty();
  }

  @Test
  void shouldWarnWithoutAMainStartEvent() {
    assertThat(Bpmn.warnings(Bpmn.process("<bpmn:endEvent id='E'/>")))
        .containsExactly("P: No starting event is defined in the Flow diagram.");
    assertThat(Bpmn.warnings(Bpmn.process(start("S", "signalEventDefinition"))))
        .containsExactly(
            "P: No starting event is defined in the Flow diagram.",
            "S: A start event of type bpmn:signalEventDefinition is not supported; it never starts"
                + " an instance.",
            "S: The element has no outgoing sequence flow to leave it by.");
    assertThat(
            Bpmn.warnings(
                Bpmn.around("<bpmn:task id='X'/>")
                    .replace("<bpmn:startEvent id=\"S\"/>", start("S", "messageEventDefinition"))))
        .containsExactly(
            "P: No none or timer start event is defined; only a message can start it.",
            "S: Only messages of type simpleMessage are supported, not (none).");
  }

  @Test
  void shouldWarnOfSeveralMainStartEventsInAllProcesses() {
    String process = "<bpmn:process id='P%s'><bpmn:startEvent id='S%s'/></bpmn:process>";
    String xml = Bpmn.definitions(process.formatted(1, 1) + process.formatted(2, 2));
    assertThat(Bpmn.warnings(xml))
        .contains(
            "S2: You have multiple starting events defined. Make sure your diagram has only one"
                + " start event.");
  }

  @Test
  void shouldWarnOfWrongStartEventsInASubProcess() {
    assertThat(Bpmn.warnings(Bpmn.around("<bpmn:subProcess id='X'/>")))
        .containsExactly("X: Sub-process X has no start event.");
    String inner =
        "<bpmn:startEvent id='A'/>"
            + start("B", "timerEventDefinition")
            + "<bpmn:endEvent id='C'/>"
            + "<bpmn:sequenceFlow id='FA' sourceRef='A' targetRef='C'/>"
            + "<bpmn:sequenceFlow id='FB' sourceRef='B' targetRef='C'/>";
    assertThat(
            Bpmn.warnings(Bpmn.around("<bpmn:subProcess id='X'>" + inner + "</bpmn:subProcess>")))
        .contains(
            "X: Sub-process X has more than one start event.",
            "B: The start event of a sub-process must be a none event, not"
                + " bpmn:timerEventDefinition.");
  }

  @ParameterizedTest
  @CsvSource({"transaction", "adHocSubProcess", "complexGateway", "callChoreography"})
  void shouldWarnOfUnsupportedElementsAndKeepThem(String element) {
    var model = Bpmn.model(Bpmn.around("<bpmn:" + element + " id='X'/>"));
    assertThat(model.element("X")).isInstanceOf(UnsupportedElement.class);
    assertThat(model.warnings()).hasSize(1);
  }

  @Test
  void shouldWarnOfEventSubProcesses() {
    String xml =
        Bpmn.around(
            "<bpmn:task id='X'/><bpmn:subProcess id='ESP' triggeredByEvent='true'>"
                + "<bpmn:task id='T'/></bpmn:subProcess>");
    var model = Bpmn.model(xml);
    assertThat(model.element("ESP")).isInstanceOf(UnsupportedElement.class);
    assertThat(model.elementsIn("ESP")).hasSize(1);
    assertThat(Bpmn.warnings(xml))
        .contains("ESP: Event sub-processes are not supported; it never starts.");
  }

  @Test
  void shouldPassOverDataAndArtifactsSilently() {
    String xml =
        Bpmn.around(
            """
            <bpmn:task id="X"/><bpmn:dataObjectReference id="DO"/><bpmn:dataObject id="DO1"/>
            <bpmn:dataStoreReference id="DS"/><bpmn:textAnnotation id="TA"/><bpmn:group id="GR"/>
            <bpmn:association id="AS" sourceRef="X" targetRef="TA"/>
            <bpmn:documentation>text</bpmn:documentation>""");
    assertThat(Bpmn.warnings(xml)).isEmpty();
    assertThat(Bpmn.model(xml).elements()).containsOnlyKeys("S", "X", "E");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | a date, duration or cycle",
        "<bpmn:timeDate/> | bpmn:timeDate",
        "<bpmn:timeCycle> </bpmn:timeCycle> | bpmn:timeCycle",
        "<bpmn:extensionElements><apex:oracleDate><apex:date>1</apex:date></apex:oracleDate></bpmn:extensionElements> | formatMask",
        "<bpmn:extensionElements><apex:oracleDuration/></bpmn:extensionElements> | intervalYM or intervalDS",
        "<bpmn:extensionElements><apex:oracleCycle><apex:startIntervalDS>1</apex:startIntervalDS></apex:oracleCycle></bpmn:extensionElements> | repeatIntervalDS",
      })
  void shouldWarnOfIncompleteTimers(String children, String missing) {
    String xml =
        Bpmn.around(
            "<bpmn:intermediateCatchEvent id='X'><bpmn:timerEventDefinition>"
                + children
                + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>");
    assertThat(Bpmn.warnings(xml))
        .containsExactly("X: The timer definition is incomplete: " + missing + " is missing.");
  }

  @Test
  void shouldWarnOfIncompleteMessages() {
    assertThat(Bpmn.warnings(Bpmn.around("<bpmn:sendTask id='X' apex:type='simpleMessage'/>")))
        .containsExactly(
            "X: The message definition is incomplete: endpoint, messageName, correlationKey,"
                + " correlationValue is missing.");
    assertThat(Bpmn.warnings(Bpmn.around("<bpmn:receiveTask id='X' apex:type='simpleMessage'/>")))
        .containsExactly(
            "X: The message definition is incomplete: messageName, correlationKey,"
                + " correlationValue is missing.");
    assertThat(Bpmn.warnings(Bpmn.around("<bpmn:receiveTask id='X'/>")))
        .containsExactly(
            "X: A task of this kind needs the type simpleMessage or executePlsql, or a handler.");
    assertThat(Bpmn.warnings(Bpmn.around("<bpmn:sendTask id='X' f4ee:handler='h'/>"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "endEvent,linkEventDefinition",
    "intermediateThrowEvent,signalEventDefinition",
    "intermediateThrowEvent,compensateEventDefinition",
    "intermediateCatchEvent,conditionalEventDefinition",
    "intermediateCatchEvent,errorEventDefinition"
  })
  void shouldWarnOfDefinitionsAnEventCannotHave(String event, String definition) {
    String xml =
        Bpmn.around("<bpmn:%s id='X'><bpmn:%s/></bpmn:%s>".formatted(event, definition, event));
    assertThat(Bpmn.warnings(xml))
        .contains("X: An event definition of type bpmn:" + definition + " is not supported here.");
  }

  @Test
  void shouldUseTheFirstOfSeveralDefinitions() {
    String xml =
        Bpmn.around(
            "<bpmn:endEvent id='X'><bpmn:terminateEventDefinition/><bpmn:errorEventDefinition/>"
                + "</bpmn:endEvent>");
    assertThat(Bpmn.warnings(xml))
        .contains(
            "X: The event has more than one event definition; only the first is used.",
            "X: An end event cannot have an outgoing sequence flow; a token ends here.");
    assertThat(Bpmn.model(xml).element("X").node().subtag())
        .contains("bpmn:terminateEventDefinition");
  }

  @Test
  void shouldWarnOfBoundaryEventsThatCompeteOrHaveNoEffect() {
    String timer =
        "<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>";
    String xml =
        Bpmn.around(
            "<bpmn:task id='X'/>"
                + boundary("B1", "X", timer)
                + boundary("B2", "X", timer)
                + boundary("B3", "X", "<bpmn:errorEventDefinition/>")
                + boundary("B4", "X", "<bpmn:errorEventDefinition/>")
                + boundary("B5", "E", timer)
                + boundary("B6", "X", ""));
    assertThat(Bpmn.warnings(xml))
        .filteredOn(line -> !line.contains("outgoing"))
        .containsExactly(
            "X: The activity has more than one interrupting timer event.",
            "X: The activity has more than one boundary event for the same error.",
            "B5: The event is attached to E, which is no activity that can carry it.",
            "B6: An event definition of type none is not supported here.");
    String automatic = Bpmn.around("<bpmn:serviceTask id='X'/>" + boundary("B", "X", timer));
    assertThat(Bpmn.warnings(automatic))
        .contains("B: A boundary event of this type has no effect on bpmn:serviceTask.");
  }

  @Test
  void shouldNotWarnOfCatchersWithDifferentCodes() {
    String xml =
        Bpmn.around(
                "<bpmn:task id='X'/>"
                    + boundary("B1", "X", "<bpmn:errorEventDefinition errorRef='E1'/>")
                    + boundary("B2", "X", "<bpmn:errorEventDefinition errorRef='E2'/>")
                    + boundary("B3", "X", "<bpmn:errorEventDefinition/>"))
            .replace(
                Bpmn.TAIL,
                "<bpmn:error id='E1' errorCode='1'/><bpmn:error id='E2' errorCode='2'/>"
                    + Bpmn.TAIL);
    assertThat(Bpmn.warnings(xml)).noneMatch(line -> line.contains("more than one boundary"));
  }

  @Test
  void shouldWarnOfLinksWithoutExactlyOneTarget() {
    String link = "<bpmn:linkEventDefinition/>";
    String xml =
        Bpmn.process(
            "<bpmn:startEvent id='S'/>"
                + "<bpmn:intermediateThrowEvent id='T1' name='A'>"
                + link
                + "</bpmn:intermediateThrowEvent>"
                + "<bpmn:intermediateThrowEvent id='T2' name='B'>"
                + link
                + "</bpmn:intermediateThrowEvent>"
                + "<bpmn:intermediateThrowEvent id='T3' name='C'>"
                + link
                + "</bpmn:intermediateThrowEvent>"
                + "<bpmn:intermediateCatchEvent id='C1' name='B'>"
                + link
                + "</bpmn:intermediateCatchEvent>"
                + "<bpmn:intermediateCatchEvent id='C2' name='B'>"
                + link
                + "</bpmn:intermediateCatchEvent>"
                + "<bpmn:intermediateCatchEvent id='C3' name='C'>"
                + link
                + "</bpmn:intermediateCatchEvent>"
                + "<bpmn:subProcess id='SP'><bpmn:intermediateCatchEvent id='C4' name='A'>"
                + link
                + "</bpmn:intermediateCatchEvent></bpmn:subProcess>");
    assertThat(Bpmn.warnings(xml))
        .filteredOn(line -> line.startsWith("T"))
        .containsExactly(
            "T1: No link catch event of the name \"A\" stands in the same process.",
            "T2: More than one link catch event of the name \"B\" stands here.");
  }

  @Test
  void shouldWarnOfFlowsATokenCannotTake() {
    String xml =
        Bpmn.process(
            """
            <bpmn:startEvent id="S"/><bpmn:task id="A"/><bpmn:endEvent id="E"/>
            <bpmn:subProcess id="SP"><bpmn:startEvent id="SPS"/><bpmn:task id="B"/></bpmn:subProcess>
            <bpmn:sequenceFlow id="F1" sourceRef="S" targetRef="A"/>
            <bpmn:sequenceFlow id="F2" sourceRef="A" targetRef="E"/>
            <bpmn:sequenceFlow id="F3" sourceRef="A" targetRef="S"/>
            <bpmn:sequenceFlow id="F4" sourceRef="SPS" targetRef="E"/>
            <bpmn:sequenceFlow id="F5" sourceRef="SP" targetRef="SP"/>""");
    assertThat(Bpmn.warnings(xml))
        .containsExactly(
            "S: A start event cannot have an incoming sequence flow.",
            "A: The element is no gateway but has more than one outgoing sequence flow.",
            "B: The element has no outgoing sequence flow to leave it by.",
            "F4: The sequence flow leaves its process or sub-process.");
  }

  @Test
  void shouldWarnOfConditionsThatCannotDecide() {
    String xml =
        Bpmn.process(
            """
            <bpmn:startEvent id="S"/><bpmn:exclusiveGateway id="G" default="F1"/>
            <bpmn:endEvent id="E"/>
            <bpmn:sequenceFlow id="F1" sourceRef="S" targetRef="G"/>
            <bpmn:sequenceFlow id="F2" sourceRef="G" targetRef="E">
              <bpmn:conditionExpression>${x}</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="F3" sourceRef="G" targetRef="E"/>""");
    assertThat(Bpmn.warnings(xml))
        .containsExactly(
            "G: The default flow F1 does not leave this element; it has no effect.",
            "F2: A condition in language \"\" is not supported; it counts as false.",
            "F3: The flow needs a condition, since other flows of gateway G have one.");
  }

  @Test
  void shouldWarnOfWhatAnEventBasedGatewayCannotWaitFor() {
    String xml = Bpmn.around("<bpmn:eventBasedGateway id='X'/>");
    assertThat(Bpmn.warnings(xml)).containsExactly("X: An event-based gateway cannot wait at E.");
  }

  @Test
  void shouldWarnOfCallsScriptsMailsAndIterationsThatLackSomething() {
    assertThat(Bpmn.warnings(Bpmn.around("<bpmn:callActivity id='X'/>")))
        .containsExactly("X: The call activity names no diagram to call.");
    assertThat(
            Bpmn.warnings(
                Bpmn.around(
                    "<bpmn:callActivity id='X' apex:calledDiagram='D'"
                        + " apex:calledDiagramVersionSelection='namedVersion'>"
                        + "<bpmn:multiInstanceLoopCharacteristics/></bpmn:callActivity>")))
        .containsExactlyInAnyOrder(
            "X: The multi-instance activity has no complete input collection.",
            "X: The call activity asks for a named version but names none.");
    assertThat(Bpmn.warnings(Bpmn.around("<bpmn:scriptTask id='X'/>")))
        .containsExactly("X: The task has no script and no handler to run.");
    assertThat(
            Bpmn.warnings(
                Bpmn.around(
                    "<bpmn:serviceTask id='X'><bpmn:extensionElements><apex:sendMail/>"
                        + "</bpmn:extensionElements></bpmn:serviceTask>")))
        .containsExactly("X: The mail is incomplete: emailTo, bodyText is missing.");
    assertThat(
            Bpmn.warnings(
                Bpmn.around(
                    "<bpmn:serviceTask id='X'><bpmn:extensionElements><apex:sendMail>"
                        + "<apex:emailTo>a@example.org</apex:emailTo>"
                        + "<apex:useTemplate>true</apex:useTemplate></apex:sendMail>"
                        + "</bpmn:extensionElements></bpmn:serviceTask>")))
        .containsExactly("X: Mail templates are not supported; the task fails when it is reached.");
    assertThat(
            Bpmn.warnings(
                Bpmn.around("<bpmn:task id='X'><bpmn:standardLoopCharacteristics/></bpmn:task>")))
        .containsExactly("X: The loop has no completion condition.");
  }

  @Test
  void shouldWarnOfLiteralsItDoesNotKnowAndLetThemFailLater() {
    String xml =
        Bpmn.around(
            """
            <bpmn:userTask id="X"><bpmn:extensionElements>
              <apex:priority><apex:expressionType>python</apex:expressionType>
                <apex:expression>2</apex:expression></apex:priority>
              <apex:beforeTask><apex:processVariable>
                <apex:varSequence>first</apex:varSequence><apex:varName>V</apex:varName>
                <apex:varDataType>BLOB</apex:varDataType>
                <apex:varExpressionType>static</apex:varExpressionType>
              </apex:processVariable></apex:beforeTask>
            </bpmn:extensionElements></bpmn:userTask>""");
    assertThat(Bpmn.warnings(xml))
        .containsExactlyInAnyOrder(
            "X: The expression type python of priority is not known.",
            "X: The data type BLOB of variable V in beforeTask is not known.",
            "X: The value first of varSequence is not a number the engine can read; it is ignored.");
    assertThat(Bpmn.model(xml).element("X").expressions(ExpressionSet.BEFORE_TASK))
        .extracting(expression -> expression.type())
        .containsExactly(ExpressionType.UNKNOWN);
  }

  @Test
  void shouldIgnoreNumbersItCannotRead() {
    String xml =
        Bpmn.around("<bpmn:task id='X'/>")
            .replace("id=\"P\"", "id=\"P\" apex:minLoggingLevel=\"9\"")
            .replace("id=\"F1\"", "id=\"F1\" apex:sequence=\"1e999999999\"");
    assertThat(Bpmn.warnings(xml))
        .containsExactly(
            "P: The value 9 of minLoggingLevel is not a number the engine can read; it is ignored.",
            "F1: The value 1e999999999 of sequence is not a number the engine can read; it is"
                + " ignored.");
  }

  @Test
  void shouldKeepErrorEventsOfUnknownErrorsAsThoseWithoutCode() {
    String xml =
        Bpmn.process(
            "<bpmn:startEvent id='S'><bpmn:errorEventDefinition errorRef='GONE'/></bpmn:startEvent>"
                + "<bpmn:startEvent id='S2'><bpmn:eventDefinitionRef>GONE</bpmn:eventDefinitionRef>"
                + "</bpmn:startEvent>");
    assertThat(Bpmn.warnings(xml))
        .contains(
            "S: The error or escalation GONE does not exist; it is read as one without code.",
            "S2: The event definition GONE does not exist.");
    assertThat(((StartEvent) Bpmn.model(xml).element("S")).definition())
        .isEqualTo(new EventDefinition.Error(Optional.empty()));
  }

  private static String start(String id, String definition) {
    return "<bpmn:startEvent id='%s'><bpmn:%s/></bpmn:startEvent>".formatted(id, definition);
  }

  private static String boundary(String id, String attachedTo, String definition) {
    return "<bpmn:boundaryEvent id='%s' attachedToRef='%s'>%s</bpmn:boundaryEvent>"
        .formatted(id, attachedTo, definition);
  }

  @Test
  void shouldAddWarningsBehindItsOwn() {
    var model = Bpmn.model(Bpmn.around("<bpmn:complexGateway id='X'/>"));
    var more =
        new ModelProblem(
            ModelProblem.BPMN_WARNING,
            "more",
            Optional.empty(),
            Optional.empty(),
            Location.UNKNOWN);
    assertThat(model.withWarnings(List.of(more)).warnings())
        .extracting(ModelProblem::value)
        .containsExactly(
            "The engine does not support bpmn:complexGateway; a token that arrives there fails.",
            "more");
  }
}
