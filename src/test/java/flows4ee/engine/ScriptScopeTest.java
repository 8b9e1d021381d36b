package flows4ee.engine;

import static flows4ee.engine.ActivityFlowTest.callActivity;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.VariableEvent;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a script sees of its step and instance, and which variables it changes. */
class ScriptScopeTest {

  private static final VariableValue ONE = VariableValue.text("one");

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  private static String script(String code) {
    return """
        <bpmn:scriptTask id="X" apex:type="executePlsql"><bpmn:extensionElements>
        <apex:executePlsql><apex:engine>true</apex:engine>
        <apex:plsqlCode><![CDATA[%s]]></apex:plsqlCode></apex:executePlsql>
        </bpmn:extensionElements></bpmn:scriptTask>
        """
        .formatted(code);
  }

  private static String set(String name, String value, String scope) {
    return ("flow_process_vars.set_var(pi_prcs_id => :F4A$PROCESS_ID, pi_var_name => '%s',"
            + " pi_vc2_value => %s, pi_scope => %s);")
        .formatted(name, value, scope);
  }

  /** Task {@code A}, then the script, then task {@code B}. */
  private Instance scripted(String code) {
    return engine.start(
        engine.deployProcess(
            nodes("startEvent:S task:A task:B endEvent:E")
                + script(code)
                + flows("S>A A>X X>B B>E")));
  }

  /** The same in a called diagram. */
  private Instance called(String code) {
    engine.deploy(
        "called",
        Bpmn.process(
            nodes("startEvent:S task:A task:B endEvent:E")
                + script(code)
                + flows("S>A A>X X>B B>E")),
        false);
    return engine.start(
        engine
            .deploy(
                "calling",
                Bpmn.process(
                    nodes("startEvent:S endEvent:E")
                        + callActivity("C", "called", "")
                        + flows("S>C C>E")),
                false)
            .diagram()
            .id());
  }

  @Test
  void shouldKnowItsInstanceStepAndScope() {
    // given
    String code =
        set("IDS", ":F4A$PROCESS_ID || '/' || :F4A$SUBFLOW_ID || '/' || :F4A$SCOPE", "0")
            + set("KEY", ":F4A$STEP_KEY", "0");
    var process = called(code);
    var step = process.at("A");
    // when
    process.complete("A");
    // then
    assertThat(process.variable("IDS"))
        .contains(VariableValue.text(process.id() + "/" + step.id() + "/" + step.scope()));
    String keyOfTheScript =
        process.stepEvents().stream()
            .filter(event -> event.objectId().equals("X"))
            .findFirst()
            .orElseThrow()
            .stepKey();
    assertThat(process.variable("KEY")).contains(VariableValue.text(keyOfTheScript));
  }

  @Test
  void shouldKnowThePriorityOfTheInstance() {
    // given
    String code = set("PRIORITY", "nvl(to_char(:F4A$PROCESS_PRIORITY), 'none')", "0");
    var plain = scripted(code);
    var urgent = engine.start(plain.row().diagramId());
    engine
        .engine()
        .updateInstance(
            urgent.id(),
            new InstanceChange(
                Optional.empty(), Optional.of(1), Optional.empty(), Optional.empty()),
            EngineFixture.TESTER);
    // when
    plain.complete("A");
    urgent.complete("A");
    // then
    assertThat(plain.variable("PRIORITY")).contains(VariableValue.text("none"));
    assertThat(urgent.variable("PRIORITY")).contains(VariableValue.text("1"));
  }

  @Test
  void shouldKnowNoSubflowBeforeThereIsOne() {
    // given
    String xml =
        Bpmn.process(
            """
            <bpmn:extensionElements><apex:priority>
            <apex:expressionType>plsqlRawExpression</apex:expressionType>
            <apex:expression>case when :F4A$SUBFLOW_ID is null and :F4A$STEP_KEY is null
              then 2 else 5 end</apex:expression>
            </apex:priority></bpmn:extensionElements>
            """
                + nodes("startEvent:S task:A endEvent:E")
                + flows("S>A A>E"));
    // when
    var process = engine.start(engine.deploy("prioritized", xml, false).diagram().id());
    // then
    assertThat(process.row().priority()).isEqualTo(2);
  }

  @Test
  void shouldWriteToTheMainScopeAndItsOwn() {
    // given
    var process = called(set("V", "'main'", "0") + set("V", "'own'", ":F4A$SCOPE"));
    long scope = process.at("A").scope();
    // when
    process.complete("A");
    // then
    assertThat(process.variable("V")).contains(VariableValue.text("main"));
    assertThat(process.variable(scope, "V")).contains(VariableValue.text("own"));
    assertThat(engine.database.tables.variableEvents)
        .extracting(VariableEvent::objectId)
        .containsExactly("X", "X");
  }

  @Test
  void shouldReadItsOwnScope() {
    // given
    var process = called(set("SEEN", "nvl(:F4A$GIVEN, 'nothing')", "0"));
    process.set("GIVEN", VariableValue.text("main"));
    // when
    process.complete("A");
    // then
    assertThat(process.variable("SEEN")).contains(VariableValue.text("nothing"));
  }

  @Test
  void shouldFailWhenItWritesToAScopeThatIsNotThere() {
    // given
    var process = scripted(set("W", "'lost'", "0") + set("V", "'one'", "999999"));
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("X error");
    assertThat(process.errorKeys()).containsExactly("plsql_script_failed");
    assertThat(engine.database.tables.variables).isEmpty();
  }

  @Test
  void shouldDeleteAVariable() {
    // given
    String delete =
        "flow_process_vars.delete_var(pi_prcs_id => :F4A$PROCESS_ID, pi_var_name => 'v',"
            + " pi_scope => %s);";
    var own = called(delete.formatted(":F4A$SCOPE"));
    long scope = own.at("A").scope();
    own.set("V", ONE).set(scope, "V", ONE);
    var missing = scripted(delete.formatted("0"));
    // when
    own.complete("A");
    missing.complete("A");
    // then
    assertThat(own.variable("V")).contains(ONE);
    assertThat(own.variable(scope, "V")).isEmpty();
    assertThat(missing.errorKeys()).containsExactly("plsql_script_failed");
  }

  @Test
  void shouldDrawRandomTexts() {
    // given
    var process = scripted(set("CODE", "dbms_random.string('U', 12)", "0"));
    // when
    process.complete("A");
    // then
    assertThat(process.variable("CODE").orElseThrow().text()).matches("[A-Z]{12}");
  }
}
