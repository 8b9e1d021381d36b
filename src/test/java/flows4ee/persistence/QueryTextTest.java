package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.state.QueryFailedException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select ename from emp",
        "SELECT count(*) FROM emp WHERE sal > 100.5",
        "with top as (select max(sal) m from emp) select m from top",
        "select ename || ' (' || job || ')' as label from emp order by ename desc",
        "select 'delete; drop -- it''s /* text */' from emp",
        "select \"Name\", \"a\"\"b\" from \"Emp\" where deptno in (10, 20)",
        "select * from emp e join dept d on (d.deptno = e.deptno)",
        "select cast(sal as decimal(10, 2)) from emp",
        "select last_update, deleted, updated from emp",
        "select ename from emp where hiredate > date '1981-01-01'",
        "select sal::text from emp",
        "select case when sal > 1 then (1) else (2) end from emp",
        "select row_number() over (partition by job order by sal) from emp",
      })
  void shouldTakeAPlainSelectAsItIs(String text) {
    assertThat(QueryText.of(text)).isEqualTo(new QueryText(text, List.of()));
  }

  @Test
  void shouldMakeParametersOfBinds() {
    // when
    var text =
        QueryText.of("select ':F4A$no' from emp where a=:F4A$Low and b=:f4a$Gateway_1:route");
    // then
    assertThat(text.sql()).isEqualTo("select ':F4A$no' from emp where a= ?  and b= ? ");
    assertThat(text.binds()).containsExactly("LOW", "GATEWAY_1:ROUTE");
  }

  @ParameterizedTest(name = "[{index}]")
  @DisplayName("EXP-5 whatever is not one plain select is refused")
  @ValueSource(
      strings = {
        "",
        "  ",
        "insert into emp values (1)",
        "(select 1 from emp)",
        "update emp set sal = 1",
        "delete from emp",
        "call proc()",
        "begin null end",
        "select 1 from emp; delete from emp",
        "select 1 from emp;",
        "select 1 -- comment\n from emp",
        "select 1 /* comment */ from emp",
        "select 1 from emp # comment",
        "with gone as (delete from emp returning *) select * from gone",
        "with made as (insert into emp values (1) returning *) select * from made",
        "with changed as (update emp set a = 1 returning *) select * from changed",
        "select * into other from emp",
        "select * from emp for update",
        "select * from emp for share",
        "select * from final table (merge into emp values (1))",
        "select next value for seq",
        "select seq.nextval from dual",
        "select nextval('seq') from emp",
        "select setval('seq', 1)",
        "select pg_sleep(10)",
        "select pg_catalog.pg_read_file('/etc/passwd')",
        "select \"pg_sleep\"(10)",
        "select pg_sleep (10)",
        "select a.count(1) from emp",
        "select set_config('role', 'x', false)",
        "select csvread('/etc/passwd')",
        "select file_read('/etc/passwd')",
        "select * from system_range(1, 1000000000)",
        "select generate_series(1, 1000000000)",
        "select lo_import('/etc/passwd')",
        "select rpad('x', 1000000000) from emp",
        "select replace(ename, 'a', 'bb') from emp",
        "select $$text$$ from emp",
        "select $t$text$t$ from emp",
        "select E'\\' || 1' from emp",
        "select U&'x' from emp",
        "select q'[it's]' from emp",
        "select 'a\\' from emp",
        "select 'a\\' or ''b' from emp",
        "select 'no end from emp",
        "select \"no end from emp",
        "select ? from emp",
        "select :x from emp",
        "select {fn now()} from emp",
        "select * from emp@remote",
        "select @variable from emp",
        "select `a` from emp",
        "select 1 from emp\u0000",
        "with function f return number is begin return 1 end select f() from emp",
        "select x.v from xmltable('a' passing doc) x",
        "declare x number",
        "explain select 1",
        "table emp",
        "values (1)",
        "grant all on emp to public",
      })
  void shouldRefuseEverythingElse(String text) {
    assertThatThrownBy(() -> QueryText.of(text)).isInstanceOf(QueryFailedException.class);
  }

  @Test
  void shouldTellWhatItRefuses() {
    assertThatThrownBy(() -> QueryText.of("select pg_sleep(1)"))
        .hasMessage("A query must not call pg_sleep.");
    assertThatThrownBy(() -> QueryText.of("select 1; select 2"))
        .hasMessage("A query must not contain the character ;.");
    assertThatThrownBy(() -> QueryText.of("select * from emp for update"))
        .hasMessage("A query must not contain the word update.");
  }
}
