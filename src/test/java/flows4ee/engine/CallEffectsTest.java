package flows4ee.engine;

import static flows4ee.engine.ActivityFlowTest.assignment;
import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.extended;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.message;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.setting;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a call leaves beyond the steps it runs: commits, marks of change, messages. */
class CallEffectsTest {

  private static final Caller CLERK = new Caller("clerk");
  private static final String HANDLED =
      nodes("startEvent:S task:B endEvent:E")
          + extended(
              "userTask:A", "", assignment("afterTask", "V", "plsqlExpression", ":F4A$V || 'a'"))
          + "<bpmn:serviceTask id=\"H\" f4ee:handler=\"work\"/>"
          + flows("S>A A>H H>B B>E");

  private final EngineFixture engine = new EngineFixture();
  private final List<VariableValue> seen = new ArrayList<>();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldCommitWhatCameBeforeAHandler() {
    // given
    var process = handled();
    engine.handlers.put(
        "work",
        context -> {
          assertThat(process.steps()).containsExactly("H created");
          assertThat(process.completed()).containsExactly("S", "A");
          seen.add(context.variable("V").orElseThrow());
        });
    // when
    process.complete("A");
    // then
    assertThat(seen).containsExactly(VariableValue.text("a"));
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldShowAHandlerWhatOthersHaveChangedMeanwhile() {
    // given
    var process = handled();
    meanwhile(
        () ->
            engine.database.tables.variables.replaceAll(
                (key, row) ->
                    new ProcessVariable(
                        row.processId(), row.scope(), row.name(), VariableValue.text("new"))));
    // when
    process.complete("A");
    // then
    assertThat(seen).containsExactly(VariableValue.text("new"));
  }

  @Test
  void shouldRunNoHandlerWhenTheInstanceIsGoneMeanwhile() {
    // given
    var process = handled();
    meanwhile(() -> engine.database.begin().instances().delete(process.id()));
    // when
    process.complete("A");
    // then
    assertThat(seen).isEmpty();
    assertThat(engine.database.tables.instances).isEmpty();
  }

  @Test
  void shouldRunNoHandlerOfAStepThatHasGoneOnMeanwhile() {
    // given
    var process = handled();
    meanwhile(() -> changeSubflow(row -> row.stepKey = "anotherkey"));
    // when
    process.complete("A");
    // then
    assertThat(seen).isEmpty();
    // when
    engine.clock.advance(Duration.ofMinutes(3));
    engine.assembly.strandedSteps().handle();
    // then
    assertThat(process.at("H").stepKey()).isEqualTo("anotherkey");
    assertThat(process.errorKeys()).containsExactly("step-interrupted");
  }

  @Test
  void shouldRunNoHandlerOfAStepThatIsNoLongerPlanned() {
    // given
    var process = handled();
    meanwhile(
        () -> {
          changeSubflow(row -> row.status = SubflowStatus.ERROR);
          engine.database.tables.instances.replaceAll(
              (id, row) -> row.with(changed -> changed.status = ProcessStatus.ERROR));
        });
    // when
    process.complete("A");
    // then
    assertThat(seen).isEmpty();
    assertThat(process.steps()).containsExactly("H error");
  }

  @Test
  void shouldTellWhoChangedTheInstanceLast() {
    // given
    var process = engine.start(engine.deployProcess(simple()));
    engine.clock.advance(Duration.ofMinutes(5));
    // when
    var step = process.at("A");
    engine.engine().startWork(step.id(), step.stepKey(), CLERK);
    // then
    assertThat(process.row().lastUpdateBy()).isEqualTo("clerk");
    assertThat(process.row().lastUpdate()).isEqualTo(engine.clock.instant());
  }

  @Test
  void shouldNotMarkAnInstanceThatACallLeavesAsItIs() {
    // given
    var process = engine.start(engine.deployProcess(simple()));
    var before = process.row();
    engine.clock.advance(Duration.ofMinutes(5));
    // when
    var step = process.at("A");
    engine.engine().pauseWork(step.id(), step.stepKey(), CLERK);
    // then
    assertThat(process.row()).isEqualTo(before);
  }

  @Test
  void shouldLetTheReceiverOfAMessageGoOnAtOnce() {
    // given
    var receiver =
        engine.start(
            engine
                .deploy(
                    "receiver",
                    Bpmn.process(
                        nodes("startEvent:S task:A endEvent:E")
                            + catchEvent("C", message("paid", "order", "1", "PAYMENT"))
                            + flows("S>C C>A A>E")),
                    false)
                .diagram()
                .id());
    // when
    var sender =
        engine.start(
            engine.deployProcess(
                sender(
                    setting("messageName", "paid")
                        + setting("correlationKey", "order")
                        + setting("correlationValue", "1"))));
    // then
    assertThat(sender.steps()).containsExactly("A running");
    assertThat(receiver.steps()).containsExactly("A running");
    assertThat(receiver.variable("PAYMENT")).contains(VariableValue.clob("12 EUR"));
    assertThat(engine.database.tables.deliveries).isEmpty();
  }

  @Test
  void shouldStartAnInstanceByTheMessageOfAnother() {
    // given
    long orders =
        engine
            .deploy(
                "orders",
                Bpmn.process(
                    "<bpmn:startEvent id=\"S\" apex:type=\"simpleMessage\">"
                        + "<bpmn:messageEventDefinition><bpmn:extensionElements>"
                        + setting("messageName", "ordered")
                        + "<apex:payloadVariable>ORDER</apex:payloadVariable>"
                        + "</bpmn:extensionElements></bpmn:messageEventDefinition></bpmn:startEvent>"
                        + nodes("task:A endEvent:E")
                        + flows("S>A A>E")),
                true)
            .diagram()
            .id();
    // when
    var sender = engine.start(engine.deployProcess(sender(setting("messageName", "ordered"))));
    // then
    assertThat(sender.steps()).containsExactly("A running");
    var started =
        engine.database.tables.instances.values().stream()
            .filter(row -> row.diagramId() == orders)
            .map(row -> new Instance(engine, row.id()))
            .toList();
    assertThat(started)
        .singleElement()
        .satisfies(
            process -> {
              assertThat(process.steps()).containsExactly("A running");
              assertThat(process.variable("ORDER")).contains(VariableValue.clob("12 EUR"));
            });
  }

  @Test
  void shouldTakeThePriorityOfTheProcessFromItsVariables() {
    // given
    String priority =
        "<bpmn:extensionElements><apex:priority>"
            + "<apex:expressionType>processVariable</apex:expressionType>"
            + "<apex:expression>URGENCY</apex:expression></apex:priority></bpmn:extensionElements>";
    var process = engine.create(engine.deployProcess(priority + simple()));
    process.set("URGENCY", VariableValue.number(2));
    // when
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    // then
    assertThat(process.row().priority()).isEqualTo(2);
  }

  /** An instance before a handler, which notes the variable V. */
  private Instance handled() {
    engine.handlers.put("work", context -> seen.add(context.variable("V").orElseThrow()));
    return engine.start(engine.deployProcess(HANDLED));
  }

  /** Lets another transaction do something at the next commit. */
  private void meanwhile(Runnable work) {
    engine.database.meanwhile =
        () -> {
          engine.database.meanwhile = () -> {};
          work.run();
        };
  }

  private void changeSubflow(Consumer<Subflow.Builder> change) {
    engine.database.tables.subflows.replaceAll((id, row) -> row.with(change));
  }

  private static String simple() {
    return nodes("startEvent:S task:A endEvent:E") + flows("S>A A>E");
  }

  private static String sender(String settings) {
    return nodes("startEvent:S task:A endEvent:E")
        + "<bpmn:intermediateThrowEvent id=\"T\" apex:type=\"simpleMessage\">"
        + "<bpmn:messageEventDefinition><bpmn:extensionElements>"
        + setting("endpoint", "local")
        + settings
        + setting("payload", "12 EUR")
        + "</bpmn:extensionElements></bpmn:messageEventDefinition></bpmn:intermediateThrowEvent>"
        + flows("S>T T>A A>E");
  }
}
