package flows4ee.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.VariableExpression;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.QueriedFile;
import flows4ee.engine.state.QueryFailedException;
import flows4ee.engine.state.SqlQueries;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VariableExpressionsTest {

  private static VariablesScope scope() {
    return new VariablesScope()
        .with("NAME", "King")
        .with("AMOUNT", 12)
        .with("HIRED", VariableValue.date(LocalDateTime.of(2024, 1, 31, 8, 0)))
        .with("DOC", VariableValue.json("[1]"))
        .with("NOTE", VariableValue.clob("note"));
  }

  /** Answers one query with two rows, any other with an error. */
  private static final class Tables implements SqlQueries {

    private final List<String> asked = new ArrayList<>();

    @Override
    public List<Map<String, VariableValue>> query(String sql, Map<String, VariableValue> binds) {
      asked.add(sql + " " + binds);
      if (!sql.contains("from emp")) {
        throw new QueryFailedException("no such table");
      }
      var jones = new LinkedHashMap<String, VariableValue>();
      jones.put("ENAME", VariableValue.text("JONES"));
      if (sql.contains("empno")) {
        jones.put("EMPNO", VariableValue.number(7566));
        jones.put("HIREDATE", VariableValue.date(LocalDateTime.of(1981, 4, 2, 0, 0)));
        jones.put("COMM", new VariableValue(VariableType.NUMBER, null));
      }
      return List.of(jones, Map.of("ENAME", VariableValue.text("SCOTT")));
    }

    @Override
    public List<QueriedFile> files(String sql, Map<String, VariableValue> binds) {
      throw new QueryFailedException("no files");
    }
  }

  private static VariableValue run(SqlQueries queries, String type, String kind, String text) {
    var dataType = VariableType.of(type).orElseThrow();
    var expression =
        new VariableExpression(BigDecimal.ONE, "V", dataType, ExpressionType.of(kind), text);
    var results = new ArrayList<VariableValue>();
    new VariableExpressions(new Evaluator(queries))
        .run(
            ExpressionSet.BEFORE_TASK,
            List.of(expression),
            scope(),
            (name, value) -> results.add(value));
    return results.get(0);
  }

  static Stream<Arguments> values() {
    return Shown.table(
        """
        VARCHAR2 static StaticVC2 ==> StaticVC2
        VARCHAR2 static Dear &F4A$NAME., &F4A$AMOUNT. &F4A$NONE. ==> Dear King,  &F4A$NONE.
        VARCHAR2 static &F4A$PROCESS_PRIORITY. ==> 3
        VARCHAR2 static ==> NULL
        NUMBER static 2.10 ==> 2.1
        NUMBER static 1e3 ==> 1000
        NUMBER static ==> NULL
        DATE static 2021-08-15 15:16:17 ==> 2021-08-15 15:16:17
        TIMESTAMP_WITH_TIME_ZONE static 2023-03-21 14:35:30 gmt ==> 2023-03-21 14:35:30 GMT
        TIMESTAMP_WITH_TIME_ZONE static 2023-03-21 14:35:30.5 -05:30 ==> 2023-03-21 14:35:30.5 -05:30
        JSON static {"a":1} ==> {"a":1}
        CLOB static text ==> text
        VARCHAR2 processVariable name ==> King
        VARCHAR2 processVariable AMOUNT ==> NULL
        NUMBER processVariable AMOUNT ==> 12
        NUMBER processVariable PROCESS_PRIORITY ==> 3
        DATE processVariable HIRED ==> 2024-01-31 08:00:00
        JSON processVariable DOC ==> [1]
        CLOB processVariable NOTE ==> note
        CLOB processVariable MISSING ==> NULL
        VARCHAR2 sqlQuerySingle select 'SingleVC2' from sys.dual; ==> SingleVC2
        VARCHAR2 sqlQuerySingle select 'x' from dual where 1 = 2 ==> NULL
        VARCHAR2 sqlQuerySingle ==> NULL
        NUMBER sqlQuerySingle select '12' as value from dual ==> 12
        NUMBER sqlQuerySingle select 'abc' as value from dual ==> NULL
        DATE sqlQuerySingle select to_date('01/01/2022', 'DD/MM/YYYY') as value from dual ==> 2022-01-01 00:00:00
        TIMESTAMP_WITH_TIME_ZONE sqlQuerySingle select '2022-01-01 00:00:00 UTC' from dual ==> 2022-01-01 00:00:00 UTC
        VARCHAR2 sqlQueryList select 'b' from dual union select 'a' from dual union select 'b' from dual ==> a:b
        VARCHAR2 sqlQueryList select 'b' from dual union all select null from dual union all select 'b' from dual ==> b:b
        VARCHAR2 sqlQueryList select 1 from dual where :F4A$NAME = 'x' ==> NULL
        JSON sqlQueryArray select 1 a, 'x' "b", null c from dual union all select 2, 'y', date '2024-01-02' from dual ==> [{"A":1,"b":"x","C":null},{"A":2,"b":"y","C":"2024-01-02T00:00:00Z"}]
        JSON sqlQueryArray select 1 + 1 from dual where 1 = 2 ==> []
        JSON sqlQueryArray select 1 + 1 from dual ==> [{"1+1":2}]
        VARCHAR2 plsqlExpression upper('king')||' is UPPERCASE'; ==> KING is UPPERCASE
        VARCHAR2 plsqlExpression :F4A$AMOUNT + 1 ==> 13
        VARCHAR2 plsqlExpression '&F4A$AMOUNT.' ==> 12
        VARCHAR2 plsqlExpression ==> NULL
        NUMBER plsqlExpression 10.5 * 4.0 ==> 42
        DATE plsqlExpression :F4A$HIRED + 1 ==> 2024-02-01 08:00:00
        DATE plsqlExpression to_char(:F4A$HIRED, 'YYYY-MM-DD HH24:MI:SS') ==> 2024-01-31 08:00:00
        TIMESTAMP_WITH_TIME_ZONE plsqlExpression systimestamp ==> 2024-02-29 10:15:30 +00:00
        JSON plsqlExpression '{"a":1}' ==> {"a":1}
        NUMBER plsqlFunctionBody declare l number; begin l := 42 * 5.4; return to_char(l); end; ==> 226.8
        VARCHAR2 plsqlFunctionBody return to_char(to_date('01-09-2022','DD-MM-YYYY'), 'Month'); ==> September
        VARCHAR2 plsqlRawExpression 6 - 3 ==> 3
        DATE plsqlRawExpression systimestamp ==> 2024-02-29 10:15:30
        TIMESTAMP_WITH_TIME_ZONE plsqlRawExpression systimestamp ==> 2024-02-29 10:15:30.123456 +00:00
        TIMESTAMP_WITH_TIME_ZONE plsqlRawExpression :F4A$HIRED ==> 2024-01-31 08:00:00 +00:00
        NUMBER plsqlRawFunctionBody return '5'; ==> 5
        CLOB plsqlRawExpression rpad('x', 3, 'y') ==> xyy
        NUMBER feelExpression AMOUNT + 1 ==> 13
        JSON feelExpression [AMOUNT] ==> [12]
        VARCHAR2 feelExpression Name ==> King
        VARCHAR2 feelExpression NAME ==> King
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void shouldEvaluate(String row, String expected) {
    String[] parts = row.split(" ", 3);
    String text = parts.length > 2 ? parts[2] : "";
    var value = run(SqlQueries.NONE, parts[0], parts[1], text);
    assertThat(value.type()).isEqualTo(VariableType.of(parts[0]).orElseThrow());
    assertThat(value.isNull() ? "NULL" : value.text()).isEqualTo(expected);
  }

  static Stream<Arguments> failures() {
    return Shown.table(
        """
        NUMBER static ABC ==> var_exp_static_general
        VARCHAR2 static &F4A$BIG. ==> var_exp_static_general
        DATE static 12-FEB-2034 ==> var_exp_date_format
        DATE static 2021-08-15 ==> var_exp_date_format
        DATE static 2021-02-30 00:00:00 ==> var_exp_date_format
        TIMESTAMP_WITH_TIME_ZONE static 2024-32-32S00:34:23 ==> var_exp_date_format
        JSON static this is not json ==> var_exp_json_format
        VARCHAR2 interval PT1H ==> var_exp_static_general
        VARCHAR2 nosuchtype x ==> var_exp_static_general
        VARCHAR2 sqlQuerySingle select rubbish from a not existant table ==> var_exp_sql_other
        VARCHAR2 sqlQueryList more not sql text ==> var_exp_sql_other
        VARCHAR2 sqlQuerySingle select ename from emp ==> var_exp_sql_other
        VARCHAR2 sqlQuerySingle select rpad('x', 4001) from dual ==> var_exp_sql_other
        VARCHAR2 sqlQuerySingle select 1 from dual union select 1, 2 from dual ==> var_exp_sql_other
        VARCHAR2 sqlQuerySingle select 1 from dual union all select 2 from dual ==> exec_sql_too_many_rows
        VARCHAR2 sqlQuerySingle select 1 a, 2 b from dual ==> exec_sql_too_many_values
        VARCHAR2 sqlQueryList select 1 a, 2 b from dual ==> exec_sql_too_many_values
        JSON sqlQueryArray select 1 / 0 from dual ==> var_exp_sql_other
        VARCHAR2 plsqlExpression not really plsql ==> var_exp_plsql_error
        VARCHAR2 plsqlExpression 1 = 1 ==> var_exp_plsql_error
        VARCHAR2 plsqlExpression rpad('x', 4001) ==> var_exp_plsql_error
        NUMBER plsqlExpression 'abc' ==> var_exp_plsql_error
        DATE plsqlExpression 'abc' ==> var_exp_plsql_error
        VARCHAR2 plsqlFunctionBody Not really a function body ==> var_exp_plsql_error
        VARCHAR2 plsqlFunctionBody raise flow_globals.request_stop_engine; ==> var_exp_plsql_error
        NUMBER plsqlRawExpression 'abc' ==> var_exp_plsql_error
        JSON plsqlRawExpression '{' ==> var_exp_plsql_error
        NUMBER feelExpression "a" ==> var_exp_plsql_error
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void shouldFailWithTheKey(String row, String key) {
    String[] parts = row.split(" ", 3);
    String text = parts[2].replace("&F4A$BIG.", "x".repeat(4001));
    assertThatThrownBy(() -> run(SqlQueries.NONE, parts[0], parts[1], text))
        .isInstanceOf(StepFailedException.class)
        .extracting(e -> ((StepFailedException) e).engineMessage().key())
        .isEqualTo(key);
  }

  @Test
  void shouldNameVariableSetAndSubflow() {
    assertThatThrownBy(() -> run(SqlQueries.NONE, "NUMBER", "plsqlExpression", "1 +"))
        .hasMessage("The expression for variable V in beforeTask on subflow 8 failed.");
  }

  @Test
  void shouldSeeTheResultsOfFormerAssignments() {
    var scope = scope();
    var first =
        new VariableExpression(
            BigDecimal.ONE, "A", VariableType.NUMBER, ExpressionType.STATIC, "20");
    var second =
        new VariableExpression(
            BigDecimal.TEN,
            "B",
            VariableType.NUMBER,
            ExpressionType.PLSQL_RAW_EXPRESSION,
            ":F4A$A + 1");
    new VariableExpressions(new Evaluator(SqlQueries.NONE))
        .run(ExpressionSet.ON_EVENT, List.of(first, second), scope, scope::with);
    assertThat(scope.variable("B").orElseThrow().text()).isEqualTo("21");
  }

  @Test
  void shouldAskTheDataSourceForTables() {
    var tables = new Tables();
    assertThat(run(tables, "VARCHAR2", "sqlQueryList", "select ename from emp;").text())
        .isEqualTo("JONES:SCOTT");
    assertThat(
            run(tables, "JSON", "sqlQueryArray", "select ename, empno, hiredate, comm from emp")
                .text())
        .isEqualTo(
            "[{\"ENAME\":\"JONES\",\"EMPNO\":7566,\"HIREDATE\":\"1981-04-02T00:00:00Z\","
                + "\"COMM\":null},{\"ENAME\":\"SCOTT\"}]");
    run(
        tables,
        "VARCHAR2",
        "sqlQueryList",
        "select ename from emp where a = :f4a$Name and b=:F4A$X");
    assertThat(tables.asked.get(0)).isEqualTo("select ename from emp {}");
    assertThat(tables.asked.get(2)).contains("NAME=VariableValue[type=VARCHAR2, content=King]");
    assertThat(tables.asked.get(2)).contains("X=VariableValue[type=VARCHAR2, content=null]");
  }

  @Test
  void shouldNotSubstituteIntoQueriesUnlessAllowed() {
    var tables = new Tables();
    assertThatThrownBy(() -> run(tables, "VARCHAR2", "sqlQueryList", "select &F4A$NAME. from emp"))
        .hasRootCauseInstanceOf(QueryFailedException.class)
        .rootCause()
        .hasMessageContaining("not allowed");
    assertThatThrownBy(() -> run(tables, "VARCHAR2", "sqlQueryList", "select x".repeat(5000)))
        .rootCause()
        .hasMessageContaining("longer than");
    var asked = new ArrayList<String>();
    var allowing =
        new SqlQueries() {
          @Override
          public List<Map<String, VariableValue>> query(
              String sql, Map<String, VariableValue> binds) {
            asked.add(sql);
            return List.of();
          }

          @Override
          public List<QueriedFile> files(String sql, Map<String, VariableValue> binds) {
            throw new QueryFailedException("no files");
          }

          @Override
          public boolean allowsSubstitution() {
            return true;
          }
        };
    run(allowing, "VARCHAR2", "sqlQueryList", "select &F4A$NAME. from emp");
    assertThat(asked).containsExactly("select King from emp");
  }
}
