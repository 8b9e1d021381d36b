package flows4ee.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.model.Script;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.SqlQueries;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Function bodies and scripts. */
class BodyTest {

  private final Scripts scripts = new Scripts(new Evaluator(SqlQueries.NONE));

  static Stream<Arguments> bodies() {
    return Shown.table(
        """
        return 1; ==> 1
        return 1 ==> 1
        return; ==> NULL
        begin return 'x'; end; ==> 'x'
        begin return 'x'; end name; ==> 'x'
        declare a number := 2; b number; begin b := a * 3; return b; end; ==> 6
        declare a constant number := 2; begin return a; end; ==> 2
        declare a constant number := 2; begin a := 3; return a; end; ==> fails
        declare a number default 4; begin return a; end; ==> 4
        declare a number; begin return a; end; ==> NULL
        declare a number; a number; begin return 1; end; ==> fails
        declare a number := 1; begin declare a number := 2; begin null; end; return a; end; ==> 1
        declare a number := 1; begin begin a := 5; end; return A; end; ==> 5
        declare "a b" number := 1; begin return "a b"; end; ==> 1
        begin declare a number := 1; begin null; end; return a; end; ==> fails
        if 1 = 1 then return 'a'; else return 'b'; end if; ==> 'a'
        if null then return 'a'; elsif 2 > 1 then return 'b'; else return 'c'; end if; ==> 'b'
        if 1 = 2 then return 'a'; end if; return 'z'; ==> 'z'
        case 2 when 1 then return 'a'; when 2 then return 'b'; else return 'c'; end case; ==> 'b'
        case when 1 = 2 then return 'a'; else return 'c'; end case; ==> 'c'
        case 3 when 1 then return 'a'; end case; return 1; ==> fails
        case 1 when 1 then null; end case; return 1; ==> 1
        null; ==> fails
        declare a varchar2(3); begin a := 'abc'; return a; end; ==> 'abc'
        declare a varchar2(3 char); begin a := 'abcd'; return a; end; ==> fails
        declare a varchar2(10) := 12; begin return a || 'x'; end; ==> '12x'
        declare a clob := 'x'; begin return a; end; ==> 'x'
        declare a number := '12'; begin return a + 1; end; ==> 13
        declare a number := 'x'; begin return a; end; ==> fails
        declare a number(10,2) := 1.5; begin return a; end; ==> 1.5
        declare a pls_integer := 1.5; begin return a; end; ==> 2
        declare a boolean := 1 = 1; begin return a; end; ==> true
        declare a boolean := 'x'; begin return a; end; ==> fails
        declare a date := '2024-01-02 03:04:05'; begin return a; end; ==> date 2024-01-02 03:04:05
        declare a timestamp(6) with time zone := date '2024-01-02'; begin return a; end; ==> timestamp 2024-01-02 00:00:00 +00:00
        declare a timestamp with local time zone := date '2024-01-02'; begin return a; end; ==> timestamp 2024-01-02 00:00:00 +00:00
        declare a timestamp := date '2024-01-02'; begin return a; end; ==> timestamp 2024-01-02 00:00:00 +00:00
        declare a interval day(3) to second(0) := '1 00:00:00'; begin return a; end; ==> interval +000000001 00:00:00.000000000
        declare a interval year to month := to_yminterval('01-02'); begin return a; end; ==> interval +01-02
        declare a interval year to month := 'P1Y'; begin return a; end; ==> interval +01-00
        declare a flow_processes.prcs_id%type := 5; begin return a; end; ==> 5
        declare a nosuchtype; begin return a; end; ==> fails
        a := 1; ==> fails
        loop null; end loop; ==> fails
        execute immediate 'x'; ==> fails
        select 1 into a from dual; ==> fails
        raise no_data_found; ==> fails
        raise flow_globals.throw_bpmn_error_event; ==> fails
        raise flow_plsql_runner_pkg.e_plsql_script_failed; ==> fails
        flow_process_vars.set_var(7, 'x', 'y'); return 1; ==> fails
        return return; ==> fails
        """);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("bodies")
  void shouldEvaluate(String text, String expected) {
    if (expected.equals("fails")) {
      assertThatThrownBy(() -> Shown.body(text, new VariablesScope()))
          .isInstanceOf(EvaluationException.class);
    } else {
      assertThat(Shown.body(text, new VariablesScope())).isEqualTo(expected);
    }
  }

  private void run(String code, VariablesScope scope) {
    scripts.run("S", new Script(code, true), scope);
  }

  @Test
  void shouldSetVariablesOfEveryType() {
    var scope = new VariablesScope();
    run(
        """
        begin
          flow_process_vars.set_var(pi_prcs_id => 7, pi_var_name => 'T', pi_vc2_value => 'x');
          flow_process_vars.set_var(pi_prcs_id => 7, pi_var_name => 'N', pi_num_value => '1.5');
          flow_process_vars.set_var(pi_prcs_id => 7, pi_var_name => 'D', pi_date_value => date '2024-01-02');
          flow_process_vars.set_var(pi_prcs_id => 7, pi_var_name => 'Z', pi_tstz_value => to_timestamp_tz('2024-01-02 00:00:00 UTC'));
          flow_process_vars.set_var(pi_prcs_id => 7, pi_var_name => 'C', pi_clob_value => 'long');
          flow_process_vars.set_var(pi_prcs_id => 7, pi_var_name => 'J', pi_json_value => '[1]');
          flow_process_vars.set_var(7, 'P', 12);
          flow_process_vars.set_var(7, 'E', null);
          flow_process_vars.set_business_ref(7, 'REF');
        end;
        """,
        scope);
    assertThat(scope.variable("T")).contains(VariableValue.text("x"));
    assertThat(scope.variable("N").orElseThrow().text()).isEqualTo("1.5");
    assertThat(scope.variable("D"))
        .contains(VariableValue.date(LocalDateTime.of(2024, 1, 2, 0, 0)));
    assertThat(scope.variable("Z").orElseThrow().text()).isEqualTo("2024-01-02 00:00:00 UTC");
    assertThat(scope.variable("C")).contains(VariableValue.clob("long"));
    assertThat(scope.variable("J")).contains(VariableValue.json("[1]"));
    assertThat(scope.variable("P")).contains(VariableValue.number(12));
    assertThat(scope.variable("E")).contains(new VariableValue(VariableType.VARCHAR2, null));
    assertThat(scope.variable("BUSINESS_REF")).contains(VariableValue.text("REF"));
  }

  @Test
  void shouldSetAndDeleteVariablesInTheGivenScope() {
    var scope = new VariablesScope(5).with("OWN", "1");
    run(
        """
        flow_process_vars.set_var(pi_prcs_id => 7, pi_sbfl_id => 8, pi_var_name => 'A', pi_vc2_value => 'own');
        flow_process_vars.set_var(pi_prcs_id => 7, pi_scope => 5, pi_var_name => 'B', pi_vc2_value => 'five');
        flow_process_vars.set_var(pi_prcs_id => 7, pi_var_name => 'C', pi_vc2_value => 'main');
        flow_process_vars.delete_var(7, 'OWN', 5);
        """,
        scope);
    assertThat(scope.variable("A")).contains(VariableValue.text("own"));
    assertThat(scope.variable("B")).contains(VariableValue.text("five"));
    assertThat(scope.variable("C")).isEmpty();
    assertThat(scope.variable(java.util.OptionalLong.of(0), "C"))
        .contains(VariableValue.text("main"));
    assertThat(scope.variable("OWN")).isEmpty();
  }

  static Stream<Arguments> failingScripts() {
    return Shown.table(
        """
        flow_process_vars.set_var(pi_prcs_id => 7, pi_var_name => 'A', pi_scope => 0); ==> no value
        flow_process_vars.set_var(7, 'A', 'x', 5000); ==> Invalid scope
        flow_process_vars.delete_var(7, 'A'); ==> Error deleting
        flow_process_vars.set_var(9, 'A', 'x'); ==> another process instance
        flow_process_vars.set_var(7, rpad('A', 51), 'x'); ==> too long
        flow_process_vars.set_var(pi_prcs_id => 7, pi_var_name => 'A', pi_json_value => '{'); ==> not valid JSON
        flow_process_vars.set_var(7, 'A', rpad('x', 4001)); ==> longer than 4000
        flow_process_vars.set_var(pi_prcs_id => 7, pi_what => 'A', pi_vc2_value => 'x'); ==> do not fit
        raise_application_error(-20001, 'secret'); ==> raised error -20001
        raise flow_plsql_runner_pkg.e_plsql_script_failed; ==> own failure
        nosuch.call(1); ==> nosuch.call is not known
        begin ==> syntax error in line 1
        """);
  }

  @ParameterizedTest
  @MethodSource("failingScripts")
  void shouldFailTheStep(String code, String part) {
    assertThatThrownBy(() -> run(code, new VariablesScope()))
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("The script of object S failed")
        .hasMessageContaining(part)
        .hasMessageNotContaining("secret")
        .extracting(e -> ((StepFailedException) e).engineMessage())
        .isEqualTo(EngineMessage.SCRIPT_FAILED);
  }

  @Test
  void shouldRefuseBindsWithoutEngineBinding() {
    var script = new Script("flow_process_vars.set_var(7, 'A', :F4A$B);", false);
    assertThatThrownBy(() -> scripts.run("S", script, new VariablesScope().with("B", "x")))
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("binds are not available");
  }

  @Test
  void shouldSubstituteWithoutEngineBinding() {
    var scope = new VariablesScope().with("B", "it's");
    scripts.run("S", new Script("flow_process_vars.set_var(7, 'A', '&F4A$B.');", false), scope);
    assertThat(scope.variable("A")).contains(VariableValue.text("it's"));
  }

  @Test
  void shouldDoNothingForAnEmptyBlock() {
    var scope = new VariablesScope();
    run("begin null; end;", scope);
    assertThat(scope.variable("A")).isEmpty();
  }
}
