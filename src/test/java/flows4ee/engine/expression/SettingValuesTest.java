package flows4ee.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.Setting;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.SqlQueries;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingValuesTest {

  private final SettingValues settings = new SettingValues(new Evaluator(SqlQueries.NONE));

  private static VariablesScope scope() {
    return new VariablesScope()
        .with("USERS", "ANN:BOB")
        .with("NUM", 4)
        .with("TEXTNUM", "2")
        .with("NOTHING", "")
        .with("NOTE", VariableValue.clob("note"))
        .with("HOURS", "PT2H")
        .with(
            "DEADLINE", VariableValue.timestamp(ZonedDateTime.parse("2032-06-21T23:59:59+01:00")));
  }

  private static Setting setting(String row) {
    String[] parts = row.split(" ", 2);
    String[] texts = parts.length < 2 ? new String[] {""} : parts[1].split(" @ ", 2);
    return new Setting(
        ExpressionType.of(parts[0]),
        texts[0],
        texts.length < 2 ? Optional.empty() : Optional.of(texts[1]));
  }

  static Stream<Arguments> texts() {
    return Shown.table(
        """
        static ANN:BOB ==> ANN:BOB
        static &F4A$USERS.:CID[&F4A$NUM.] ==> ANN:BOB:CID[]
        static ==> NULL
        processVariable users ==> ANN:BOB
        processVariable NUM ==> 4
        processVariable NOTE ==> note
        processVariable DEADLINE ==> 2032-06-21 23:59:59 +01:00
        processVariable MISSING ==> NULL
        processVariable PROCESS_PRIORITY ==> 3
        sqlQuerySingle select 'BILL:TED' as value from dual; ==> BILL:TED
        sqlQuerySingle select 5 from dual ==> 5
        sqlQueryList select 'A' from dual union select 'B' from dual ==> A:B
        plsqlExpression 'SMITH'||':'||'JONES' ==> SMITH:JONES
        plsqlFunctionBody return 'X'; ==> X
        plsqlRawExpression '{"no":"' || &F4A$TEXTNUM.||'"}' ==> {"no":"2"}
        plsqlRawFunctionBody return :F4A$NUM; ==> 4
        feelExpression USERS ==> ANN:BOB
        interval PT1H ==> fails settings-error
        plsqlExpression 1 + ==> fails settings-error
        plsqlExpression true ==> fails settings-error
        plsqlExpression rpad('x', 4001) ==> fails settings-error
        sqlQuerySingle select ename from emp ==> fails settings-error
        sqlQuerySingle select 1 a, 2 b from dual ==> fails exec_sql_too_many_values
        """);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("texts")
  void shouldEvaluateTexts(String row, String expected) {
    check(expected, () -> settings.text(setting(row), scope()).orElse("NULL"));
  }

  private static void check(String expected, java.util.function.Supplier<String> evaluation) {
    if (expected.startsWith("fails ")) {
      assertThatThrownBy(evaluation::get)
          .isInstanceOf(StepFailedException.class)
          .extracting(e -> ((StepFailedException) e).engineMessage().key())
          .isEqualTo(expected.substring("fails ".length()));
    } else {
      assertThat(evaluation.get()).isEqualTo(expected);
    }
  }

  @Test
  void shouldFillLongTextsWithEveryType() {
    var payload = setting("static {\"n\":&F4A$NUM.,\"due\":\"&F4A$DEADLINE.\"}");
    assertThat(settings.longText(payload, scope()))
        .contains("{\"n\":4,\"due\":\"2032-06-21 23:59:59 +01:00\"}");
    var scope = scope().with("BIG", VariableValue.clob("x".repeat(100_000)));
    assertThat(settings.longText(setting("processVariable BIG"), scope).orElseThrow())
        .hasSize(100_000);
    assertThat(settings.longText(setting("static [&F4A$BIG.]"), scope).orElseThrow()).hasSize(4002);
    assertThatThrownBy(() -> settings.text(setting("processVariable BIG"), scope))
        .isInstanceOf(StepFailedException.class);
  }

  static Stream<Arguments> priorities() {
    return Shown.table(
        """
        static 2 ==> 2
        static ==> NULL
        static &F4A$TEXTNUM. ==> 2
        processVariable NUM ==> 4
        processVariable TEXTNUM ==> 2
        processVariable MISSING ==> NULL
        processVariable PROCESS_PRIORITY ==> 3
        sqlQuerySingle select 4 from dual ==> 4
        plsqlRawExpression (2+2)/2+1 ==> 3
        plsqlRawFunctionBody return 5; ==> 5
        plsqlExpression '1' ==> 1
        feelExpression NUM + 1 ==> 5
        sqlQuerySingle select 6 from dual ==> fails apex-task-priority-error
        static 0 ==> fails apex-task-priority-error
        static 2.5 ==> fails apex-task-priority-error
        static high ==> fails settings-priority-error
        processVariable NOTE ==> fails settings-priority-error
        plsqlExpression 1 / 0 ==> fails settings-priority-error
        """);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("priorities")
  void shouldEvaluatePriorities(String row, String expected) {
    check(
        expected,
        () -> {
          var priority = settings.priority(setting(row), scope());
          return priority.isPresent() ? Integer.toString(priority.getAsInt()) : "NULL";
        });
  }

  static Stream<Arguments> dueDates() {
    return Shown.table(
        """
        static 2023-05-23 14:00:23 EUROPE/PARIS @ YYYY-MM-DD HH24:MI:SS TZR ==> 2023-05-23 14:00:23 Europe/Paris
        static 24-JUN-2023 09:15 @ DD-MON-YYYY HH24:MI ==> 2023-06-24 09:15:00 +00:00
        static 2024-06-21 09:15:05 GMT ==> 2024-06-21 09:15:05 GMT
        static ==> NULL
        static &F4A$NOTHING. ==> NULL
        interval 000 12:00:00 ==> 2024-02-29 22:15:30.123456 +00:00
        interval P1D ==> 2024-03-01 10:15:30.123456 +00:00
        interval pt10s ==> 2024-02-29 10:15:40.123456 +00:00
        interval &F4A$HOURS. ==> 2024-02-29 12:15:30.123456 +00:00
        interval ==> NULL
        oracleScheduler FREQ=HOURLY;INTERVAL=1 ==> 2024-02-29 11:15:30 +00:00
        processVariable DEADLINE ==> 2032-06-21 23:59:59 +01:00
        processVariable MISSING ==> NULL
        sqlQuerySingle select systimestamp + to_dsinterval('PT6H') from dual ==> 2024-02-29 16:15:30.123456 +00:00
        plsqlRawExpression systimestamp + to_dsinterval('001 12:00:00') ==> 2024-03-01 22:15:30.123456 +00:00
        plsqlExpression '2024-06-21 09:15:05 GMT' ==> 2024-06-21 09:15:05 GMT
        plsqlRawFunctionBody return sysdate; ==> 2024-02-29 10:15:30 +00:00
        feelExpression now() + duration("PT1H") ==> 2024-02-29 11:15:30.123456 +00:00
        interval P1M ==> fails due-on-interval-error
        interval tomorrow ==> fails due-on-interval-error
        interval P999999999D ==> fails due-on-interval-error
        static tomorrow ==> fails due-on-error
        static 2024-06-21 @ nonsense ==> fails due-on-error
        oracleScheduler FREQ=OFTEN ==> fails due-on-error
        oracleScheduler FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 ==> fails due-on-error
        processVariable NUM ==> fails due-on-error
        plsqlRawExpression 'x' ==> fails due-on-error
        sqlQuerySingle select x from y ==> fails due-on-error
        """);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("dueDates")
  void shouldEvaluateDueDates(String row, String expected) {
    check(
        expected,
        () ->
            settings
                .dueOn(setting(row), scope())
                .map(due -> VariableValue.timestamp(due).text())
                .orElse("NULL"));
  }

  @Test
  void shouldWarnOfAStaticDueDateWithoutMask() {
    assertThat(settings.dueOnWarning(setting("static 2024-06-21 09:15:05 GMT"))).isPresent();
    assertThat(settings.dueOnWarning(setting("static 2024 @ YYYY"))).isEmpty();
    assertThat(settings.dueOnWarning(setting("static"))).isEmpty();
    assertThat(settings.dueOnWarning(setting("interval PT1H"))).isEmpty();
  }

  static Stream<Arguments> starters() {
    return Shown.table(
        """
        static SMITH:JONES ==> SMITH:JONES
        sqlQuerySingle select 'SALES' from dual ==> SALES
        plsqlRawExpression 'SMITH'||':'||'JONES' ==> SMITH:JONES
        plsqlRawExpression nvl(:F4A$X, 'NOBODY') ==> NOBODY
        plsqlRawExpression :F4A$STEP_KEY ==> NULL
        plsqlRawExpression :F4A$PROCESS_PRIORITY || :F4A$SUBFLOW_ID ==> NULL
        plsqlRawExpression flow_globals.process_id ==> 0
        plsqlRawFunctionBody declare l varchar2(50); begin l := 'SCOTT'||':'||'KING'; return l; end; ==> SCOTT:KING
        processVariable USERS ==> fails settings-procvar-no-prcs
        sqlQuerySingle select ename from emp ==> fails settings-error
        """);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("starters")
  void shouldEvaluateStartersWithoutAnInstance(String row, String expected) {
    check(
        expected,
        () -> settings.starters(setting(row), VariablesScope.NOW, new Random(1)).orElse("NULL"));
  }

  @Test
  void shouldHaveNoVariablesWithoutAnInstance() {
    var scope = new NoProcessScope(VariablesScope.NOW, new Random(1));
    var value = new VariableValue(VariableType.VARCHAR2, null);
    assertThatThrownBy(() -> scope.setVariable(java.util.OptionalLong.empty(), "A", value))
        .isInstanceOf(StepFailedException.class);
    assertThatThrownBy(() -> scope.deleteVariable(java.util.OptionalLong.empty(), "A"))
        .isInstanceOf(StepFailedException.class);
    assertThat(scope.scope()).isZero();
    assertThat(scope.loop()).isEmpty();
  }
}
