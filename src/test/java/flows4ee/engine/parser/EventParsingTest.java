package flows4ee.engine.parser;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.model.Event;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.EventDefinition.Timer;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.Setting;
import flows4ee.engine.model.TimerKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events, their definitions, timers and messages. */
class EventParsingTest {

  private static final String DEFINITION =
      "<bpmn:intermediateCatchEvent id='X'>%s</bpmn:intermediateCatchEvent>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timeDate | 20250901T13:30:20 | DATE",
        "timeDuration | PT20s | DURATION",
        "timeCycle | R3/PT4H | CYCLE",
      })
  void shouldReadStandardTimers(String element, String text, TimerKind kind) {
    var definition =
        define(
            "<bpmn:timerEventDefinition><bpmn:%s xsi:type='bpmn:tFormalExpression'> %s\n</bpmn:%s></bpmn:timerEventDefinition>"
                .formatted(element, text, element));
    assertThat(definition)
        .isEqualTo(new Timer(kind, Optional.of(text), Optional.empty(), Optional.empty()));
  }

  @Test
  void shouldReadOracleTimersBeforeStandardOnes() {
    String timer =
        """
        <bpmn:timerEventDefinition><bpmn:extensionElements>%s</bpmn:extensionElements>
        <bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>""";
    assertThat(
            define(
                timer.formatted(
                    "<apex:oracleDate><apex:date>31.12.2026</apex:date>"
                        + "<apex:formatMask>DD.MM.YYYY</apex:formatMask></apex:oracleDate>")))
        .isEqualTo(
            new Timer(
                TimerKind.ORACLE_DATE,
                Optional.of("31.12.2026"),
                Optional.of("DD.MM.YYYY"),
                Optional.empty()));
    assertThat(
            define(
                timer.formatted(
                    "<apex:oracleDuration><apex:intervalDS>001 00:00:10</apex:intervalDS>"
                        + "</apex:oracleDuration>")))
        .isEqualTo(
            new Timer(
                TimerKind.ORACLE_DURATION,
                Optional.empty(),
                Optional.of("001 00:00:10"),
                Optional.empty()));
    assertThat(
            define(
                timer.formatted(
                    "<apex:oracleCycle><apex:startIntervalDS>000 00:01:10</apex:startIntervalDS>"
                        + "<apex:repeatIntervalDS>000 00:00:20</apex:repeatIntervalDS>"
                        + "<apex:maxRuns>5</apex:maxRuns></apex:oracleCycle>")))
        .isEqualTo(
            new Timer(
                TimerKind.ORACLE_CYCLE,
                Optional.of("000 00:01:10"),
                Optional.of("000 00:00:20"),
                Optional.of("5")));
    assertThat(define(timer.formatted("<apex:other/>")))
        .isEqualTo(
            new Timer(TimerKind.DURATION, Optional.of("PT1H"), Optional.empty(), Optional.empty()));
  }

  @Test
  void shouldReadATimerWithoutAnyFormAsMissing() {
    assertThat(define("<bpmn:timerEventDefinition/>"))
        .isEqualTo(
            new Timer(TimerKind.MISSING, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void shouldReadMessagesOfEvents() {
    String xml =
        """
        <bpmn:intermediateCatchEvent id="X" apex:type="simpleMessage">
          <bpmn:messageEventDefinition><bpmn:extensionElements>
            <apex:messageName><apex:expressionType>static</apex:expressionType>
              <apex:expression>paid</apex:expression></apex:messageName>
            <apex:correlationKey><apex:expressionType>static</apex:expressionType>
              <apex:expression>orderNo</apex:expression></apex:correlationKey>
            <apex:correlationValue><apex:expressionType>processVariable</apex:expressionType>
              <apex:expression>BUSINESS_REF</apex:expression></apex:correlationValue>
            <apex:payloadVariable>PAYMENT</apex:payloadVariable>
          </bpmn:extensionElements></bpmn:messageEventDefinition>
        </bpmn:intermediateCatchEvent>""";
    var message = ((EventDefinition.Message) event(xml).definition()).message();
    assertThat(message.isSimpleMessage()).isTrue();
    assertThat(message.messageName()).contains(Setting.of(ExpressionType.STATIC, "paid"));
    assertThat(message.correlationKey()).contains(Setting.of(ExpressionType.STATIC, "orderNo"));
    assertThat(message.correlationValue())
        .contains(Setting.of(ExpressionType.PROCESS_VARIABLE, "BUSINESS_REF"));
    assertThat(message.payloadVariable()).contains("PAYMENT");
    assertThat(event(xml).node().subtag()).contains("bpmn:messageEventDefinition");
  }

  @Test
  void shouldReadAnEventWithoutDefinitionAsNone() {
    assertThat(define("")).isEqualTo(new EventDefinition.None());
    assertThat(event(DEFINITION.formatted("")).node().subtag()).isEmpty();
  }

  @Test
  void shouldReadTheOtherDefinitions() {
    assertThat(define("<bpmn:linkEventDefinition name='L'/>"))
        .isEqualTo(new EventDefinition.Link());
    assertThat(define("<bpmn:signalEventDefinition/>"))
        .isEqualTo(new EventDefinition.Unsupported("bpmn:signalEventDefinition"));
    assertThat(define("<bpmn:terminateEventDefinition/>"))
        .isEqualTo(new EventDefinition.Terminate(false));
    assertThat(
            define(
                "<bpmn:terminateEventDefinition><apex:processStatus>terminated"
                    + "</apex:processStatus></bpmn:terminateEventDefinition>"))
        .isEqualTo(new EventDefinition.Terminate(true));
  }

  @Test
  void shouldReadCodesAndSharedDefinitionsFromTheRoots() {
    String xml =
        Bpmn.definitions(
            """
            <bpmn:process id="P" xmlns:t="urn:t">
              <bpmn:endEvent id="A"><bpmn:errorEventDefinition errorRef="ERR"/></bpmn:endEvent>
              <bpmn:endEvent id="B"><bpmn:escalationEventDefinition escalationRef="t:ESC"/>
              </bpmn:endEvent>
              <bpmn:endEvent id="C"><bpmn:errorEventDefinition/></bpmn:endEvent>
              <bpmn:endEvent id="D1"><bpmn:eventDefinitionRef>TERM</bpmn:eventDefinitionRef>
              </bpmn:endEvent>
            </bpmn:process>
            <bpmn:error id="ERR" errorCode="E-17"/>
            <bpmn:escalation id="ESC" escalationCode="LATE"/>
            <bpmn:terminateEventDefinition id="TERM"/>
            """);
    var model = Bpmn.model(xml);
    assertThat(((Event) model.element("A")).definition())
        .isEqualTo(new EventDefinition.Error(Optional.of("E-17")));
    assertThat(((Event) model.element("B")).definition())
        .isEqualTo(new EventDefinition.Escalation(Optional.of("LATE")));
    assertThat(((Event) model.element("C")).definition())
        .isEqualTo(new EventDefinition.Error(Optional.empty()));
    assertThat(((Event) model.element("D1")).definition())
        .isEqualTo(new EventDefinition.Terminate(false));
    assertThat(model.element("D1").node().subtag()).contains("bpmn:terminateEventDefinition");
  }

  @ParameterizedTest
  @CsvSource({"'',true", "cancelActivity='true',true", "cancelActivity='false',false"})
  void shouldReadBoundaryEvents(String attribute, boolean isInterrupting) {
    var model =
        Bpmn.model(
            Bpmn.around(
                "<bpmn:task id='X'/><bpmn:boundaryEvent id='B' attachedToRef='X' %s>"
                        .formatted(attribute)
                    + "<bpmn:errorEventDefinition/></bpmn:boundaryEvent>"));
    var boundary = (BoundaryEvent) model.element("B");
    assertThat(boundary.isInterrupting()).isEqualTo(isInterrupting);
    assertThat(boundary.attachedTo()).isEqualTo("X");
    assertThat(model.boundaryEventsOf("X")).containsExactly(boundary);
  }

  private static EventDefinition define(String definition) {
    return event(DEFINITION.formatted(definition)).definition();
  }

  private static Event event(String xml) {
    return (Event) Bpmn.model(Bpmn.around(xml)).element("X");
  }
}
