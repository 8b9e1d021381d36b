package flows4ee.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.expression.Frame.Access;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.SqlQueries;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Program text reaches nothing but its scope, and ends within its bounds. */
class SecurityTest {

  private static final List<String> REACHES =
      List.of(
          "java.lang.Runtime.getRuntime()",
          "java.lang.Runtime.getRuntime().exec('id')",
          "java.lang.System.exit(0)",
          "System.getProperty('user.home')",
          "System.getenv('PATH')",
          "Runtime",
          "new java.io.File('/etc/passwd')",
          "new ProcessBuilder('id').start()",
          "getClass()",
          "getClass().forName('java.lang.Runtime')",
          "''.getClass()",
          "\"\".getClass().getClassLoader()",
          "x.getClass().getProtectionDomain()",
          "this",
          "this.getClass()",
          "super",
          "class",
          "java",
          "javax.script.ScriptEngineManager()",
          "T(java.lang.Runtime)",
          "#{7*7}",
          "${7*7}",
          "${jndi:ldap://127.0.0.1/a}",
          "@java.lang.Runtime@getRuntime()",
          "Class.forName('java.lang.System')",
          "Thread.sleep(10000)",
          "java.lang.Thread.sleep(10000)",
          "org.camunda.feel.FeelEngine",
          "flows4ee.engine.expression.Evaluator",
          "function(x) external {java: {class: \"java.lang.Runtime\", method signature: \"x()\"}}",
          "{f: function(x) f(x), r: f(1)}.r",
          "utl_http.request('http://127.0.0.1/')",
          "utl_file.fopen('/', 'x', 'r')",
          "utl_inaddr.get_host_address('localhost')",
          "utl_tcp.open_connection('localhost', 80)",
          "utl_smtp.open_connection('localhost')",
          "dbms_lock.sleep(10)",
          "dbms_session.sleep(10)",
          "dbms_pipe.receive_message('x', 10)",
          "dbms_sql.open_cursor",
          "dbms_xmlquery.getxml('select 1 from dual')",
          "dbms_java.runjava('x')",
          "dbms_scheduler.create_job('x')",
          "dbms_metadata.get_ddl('TABLE', 'X')",
          "dbms_output.put_line('x')",
          "dbms_crypto.hash('x', 1)",
          "dbms_utility.exec_ddl_statement('drop table x')",
          "dbms_random.seed(1)",
          "dbms_random.nosuch",
          "apex_util.get_session_state('P1')",
          "apex_web_service.make_rest_request('http://127.0.0.1/')",
          "owa_util.get_cgi_env('X')",
          "sys.utl_http.request('x')",
          "sys.sys_context",
          "sys.nosuch('x')",
          "user",
          "uid",
          "userenv('SESSIONID')",
          "sys_guid()",
          "xmltype('<a/>')",
          "extractvalue(xmltype('<a/>'), '/a')",
          "httpuritype('http://127.0.0.1/').getclob()",
          "dburitype('/x')",
          "bfilename('X', 'Y')",
          "ora_hash('x')",
          "sqlcode",
          "sqlerrm",
          "rownum",
          "rowid",
          "level",
          "table_name",
          "execute immediate 'drop table x'",
          "begin execute immediate 'x'; end",
          "declare pragma autonomous_transaction; begin null; end",
          "commit",
          "rollback",
          "savepoint x",
          "lock table x",
          "insert into x values (1)",
          "update x set y = 1",
          "delete from x",
          "drop table x",
          "alter session set x = y",
          "grant dba to x",
          "create table x (y number)",
          "select * from flows",
          "(select 1 from dual)",
          "exists (select 1 from dual)",
          "1 in (select 1 from dual)",
          "cursor(select 1 from dual)",
          "x@dblink",
          "x.y.z.a.b.c",
          "\"user\"",
          "for i in 1..10 loop null; end loop",
          "while true loop null; end loop",
          "loop exit; end loop",
          "goto x",
          "<<label>>",
          "forall i in 1..3 x",
          "regexp_like('aaaaaaaaaaaaaaaaaaaaaaaa!', '(a+)+$')",
          "regexp_replace('a', 'a', 'b')",
          "regexp_substr('a', 'a')",
          "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")",
          "replace(\"a\", \"(a+)+\", \"b\", \"c\")",
          "split(\"a\", \"(a+)+$\")",
          "extract(\"a\", \"(a+)+$\")",
          "power(10, 1000000)",
          "exp(1000000)",
          "10 ** 1000000",
          "2 ** 2 ** 2 ** 2 ** 2 ** 2",
          "random number()",
          "uuid()",
          "assert(1, false)",
          "env(\"PATH\")",
          "sort([1, 2], function(x, y) x < y)",
          "function(x) x",
          "a.b(1)",
          "partial",
          "{a: [1, 2], b: concatenate(a, a)}",
          "for x in 1..3 return partial",
          "for x in 1..n return x",
          "for x in 1..1000000000 return x",
          "for x in 1..1000, y in 1..1000, z in 1..1000 return x",
          "some x in 1..1000000000 satisfies x < 0",
          "every x in 1..1000000000 satisfies x > 0",
          "count([1, 2][for y in 1..10000000 return y])",
          "decimal(1, 999999999)",
          "round up(1.5, 999999999)",
          "floor(number(\"1e999999999\"))",
          "number(string(1))",
          "string join([1], a)",
          "distinct values([1])",
          "union([1], [1])",
          "\u0000",
          "\uD800",
          "\u202E1",
          "1\u20282",
          "%",
          "?",
          "\\",
          "`id`",
          "$(id)",
          "'; drop table x; --",
          "' or '1'='1",
          "{\"@type\":\"java.lang.Runtime\"}",
          "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==",
          "file:///etc/passwd",
          "jar:http://127.0.0.1!/",
          "ldap://127.0.0.1/x",
          "1 = 1; java.lang.System.exit(0)",
          "flow_api_pkg.flow_complete_step(1, 2)",
          "flow_admin_api.purge_instance_logs",
          "flow_engine_util.x",
          "flow_globals.set_context(1)",
          "flow_globals.nosuch",
          "flow_process_vars.delete_all_for_process(7)",
          "flow_process_vars.get_var_vc2(8, 'A')",
          "flow_process_vars.set_var(7, 'A', 'B')",
          "flow_process_vars.delete_var(7, 'A')",
          "flow_process_vars.set_business_ref(7, 'A')");

  static List<String> reaches() {
    return REACHES;
  }

  @ParameterizedTest
  @MethodSource("reaches")
  void shouldReachNothingFromAnExpression_SEC_EXP_1(String text) {
    assertFails(ExpressionType.PLSQL_EXPRESSION, text);
  }

  @ParameterizedTest
  @MethodSource("reaches")
  void shouldReachNothingFromABody_SEC_EXP_1(String text) {
    assertFails(ExpressionType.PLSQL_FUNCTION_BODY, "declare x number; begin " + text + "; end;");
  }

  /** FEEL yields null for names it does not know; two of the texts are plain FEEL literals. */
  @ParameterizedTest
  @MethodSource("reaches")
  void shouldReachNothingFromFeel_SEC_EXP_1(String text) {
    assertTimely(
        () -> {
          try {
            Object value = evaluate(ExpressionType.FEEL_EXPRESSION, text, new VariablesScope());
            assertThat(value).isIn(null, false, "user", "{\"@type\":\"java.lang.Runtime\"}");
          } catch (StepFailedException e) {
            assertThat(e).isInstanceOf(EvaluationException.class);
          }
        });
  }

  private static Object evaluate(ExpressionType type, String text, ExpressionScope scope) {
    return new Evaluator(SqlQueries.NONE).evaluate(type, text, scope, Access.TYPED);
  }

  private static void assertFails(ExpressionType type, String text) {
    assertTimely(
        () ->
            assertThatThrownBy(() -> evaluate(type, text, new VariablesScope()))
                .isInstanceOf(EvaluationException.class));
  }

  private static void assertTimely(Runnable work) {
    long start = System.nanoTime();
    work.run();
    Assertions.assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(Duration.ofMillis(1500));
  }

  static Stream<String> exhaustions() {
    return Stream.of(
        "rpad('x', 1e9)",
        "lpad('x', 2147483647)",
        "rpad('x', 1048577)",
        "rpad('x', 1000000) || rpad('x', 1000000)",
        "replace(rpad('x', 1000000), 'x', 'yy')",
        "'x'" + " || 'x'".repeat(1000),
        "1" + " + 1".repeat(1500),
        "(".repeat(1000) + "1" + ")".repeat(1000),
        "(".repeat(201) + "1" + ")".repeat(201),
        "case when 1 = 1 then ".repeat(180) + "1" + " end".repeat(180),
        "upper(".repeat(300) + "'x'" + ")".repeat(300),
        "1e99 * 1e99",
        "1e125 * 10",
        "to_dsinterval('PT1S') * 1e18",
        "date '2024-01-01' + 1e18",
        "add_months(sysdate, 2147483647)",
        "substr('x', 1e40)",
        "dbms_random.string('X', 1e9)",
        ":F4A$BIG like '%a%a%a%a%a%a%a%a%b%' || rpad('c', 3900, 'a')",
        "x".repeat(4001));
  }

  @Tag("bounds")
  @ParameterizedTest
  @MethodSource("exhaustions")
  void shouldEndWithinABound_SEC_EXP_3(String text) {
    var scope = new VariablesScope().with("BIG", VariableValue.clob("a".repeat(1_000_000)));
    assertTimely(
        () -> {
          try {
            assertThat(evaluate(ExpressionType.PLSQL_EXPRESSION, text, scope)).isNotEqualTo("?");
          } catch (EvaluationException e) {
            assertThat(e.detail()).isNotEmpty();
          }
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = ExpressionType.class,
      names = {"PLSQL_EXPRESSION", "PLSQL_FUNCTION_BODY", "FEEL_EXPRESSION"})
  void shouldNameTheLimitThatIsExceeded_SEC_EXP_3(ExpressionType type) {
    assertThatThrownBy(() -> evaluate(type, "x".repeat(32_001), new VariablesScope()))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("longer than");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 / 0", "1 / (2 - 2)", "1e100 * 1e100", "power(10, 200)"})
  void shouldRefuseNumbersOutOfRange_SEC_EXP_4(String text) {
    assertThatThrownBy(() -> evaluate(ExpressionType.PLSQL_EXPRESSION, text, new VariablesScope()))
        .isInstanceOf(EvaluationException.class);
  }

  @Tag("bounds")
  @Test
  void shouldStopABodyOfTooManySteps_SEC_EXP_3() {
    String text = "declare a number := 0; begin " + "a:=a+1;".repeat(4500) + "return a; end;";
    assertThatThrownBy(() -> Shown.body(text, new VariablesScope()))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("more than 10000 steps");
  }

  @Test
  void shouldStopTextsThatGrowInABody_SEC_EXP_3() {
    String text =
        "declare a clob := 'xxxxxxxxxxxxxxxx'; begin "
            + "a := a || a; ".repeat(30)
            + "return a; end;";
    assertThatThrownBy(() -> Shown.body(text, new VariablesScope()))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("1048576 characters");
  }

  static Stream<String> hostileValues() {
    return Stream.of(
        "' or 1=1 --",
        "' || 'x",
        "&F4A$OTHER.",
        ":F4A$OTHER",
        "'||:F4A$OTHER||'",
        "\\",
        "''",
        "'; return 1; --",
        "/*",
        "\n",
        "${x}",
        "%0");
  }

  @ParameterizedTest
  @MethodSource("hostileValues")
  void shouldKeepVariableContentAsData_SEC_EXP_2(String value) {
    var scope = new VariablesScope().with("V", value).with("OTHER", "secret");
    assertThat(Shown.expression(":F4A$V", scope)).isEqualTo("'" + value + "'");
    assertThat(Shown.expression("'&F4A$V.'", scope)).isEqualTo("'" + value + "'");
    assertThat(Shown.expression("'[&F4A$V.]' = '['||:F4A$V||']'", scope)).isEqualTo("true");
    assertThat(Shown.body("return '&F4A$V.';", scope)).isEqualTo("'" + value + "'");
    assertThat(Shown.feel("V", scope)).isEqualTo("'" + value + "'");
    assertThat(Substitution.inLongText("[&F4A$V.]", scope)).isEqualTo("[" + value + "]");
  }

  @ParameterizedTest
  @MethodSource("hostileValues")
  void shouldKeepVariableContentAsDataAfterTwoRounds_SEC_EXP_2(String value) {
    var scope = new VariablesScope().with("V", value).with("OTHER", "secret");
    scope.with("W", (String) evaluate(ExpressionType.PLSQL_EXPRESSION, "'&F4A$V.'", scope));
    assertThat(Shown.expression("'&F4A$W.'", scope)).isEqualTo("'" + value + "'");
  }

  @Test
  void shouldNotShowValuesInErrors() {
    var scope = new VariablesScope().with("V", "topsecret");
    for (String text : List.of(":F4A$V + 1", "to_date(:F4A$V)", "&F4A$V.", "'&F4A$V.' and true")) {
      assertThatThrownBy(() -> Shown.expression(text, scope))
          .isInstanceOf(EvaluationException.class)
          .hasMessageNotContaining("topsecret");
    }
  }
}
