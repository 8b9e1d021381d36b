package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.QueryFailedException;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class RestrictedQueriesTest {

  private static final String CROSS_JOIN =
      "select count(*) from numbers a, numbers b, numbers c, numbers d, numbers e";

  private static final Map<TestVendor, TestDatabase> DATABASES = new EnumMap<>(TestVendor.class);

  @Parameter TestVendor vendor;
  private TestDatabase database;
  private RestrictedQueries queries;

  @BeforeEach
  void open() throws SQLException {
    boolean isNew = !DATABASES.containsKey(vendor);
    database = DATABASES.computeIfAbsent(vendor, RestrictedQueriesTest::database);
    queries = new RestrictedQueries(() -> database.dataSource(), false);
    if (isNew) {
      makeTables();
    }
    execute("delete from emp");
    execute(
        "insert into emp values (7839, 'KING', 5000.50, timestamp '1981-11-17 08:30:00',"
            + " timestamp with time zone '2025-01-02 03:04:05+00:00', 'tall')");
    execute("insert into emp values (7369, 'SMITH', 800, null, null, null)");
  }

  private static TestDatabase database(TestVendor vendor) {
    return vendor == TestVendor.H2 ? TestDatabase.h2() : TestDatabase.postgresql();
  }

  private void makeTables() throws SQLException {
    execute("alter table flow_processes rename to kept_processes");
    execute(
        "create table emp (empno integer, ename varchar(40), sal numeric(9,2), hired timestamp,"
            + " seen timestamp with time zone, notes "
            + (vendor == TestVendor.H2 ? "clob)" : "text)"));
    execute("create table numbers (n integer)");
    try (var connection = database.dataSource().getConnection();
        var statement = connection.prepareStatement("insert into numbers values (?)")) {
      for (int n = 0; n <= 1000; n++) {
        statement.setInt(1, n);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  @AfterAll
  static void close() throws IOException {
    for (var database : DATABASES.values()) {
      database.close();
    }
    DATABASES.clear();
  }

  @Test
  void shouldReadRowsWithTheirTypesAndNames() {
    // when
    var rows = query("select * from emp order by empno desc");
    // then
    assertThat(rows).hasSize(2);
    var king = rows.get(0);
    assertThat(king.keySet())
        .extracting(name -> name.toLowerCase(Locale.ROOT))
        .containsExactly("empno", "ename", "sal", "hired", "seen", "notes");
    assertThat(List.copyOf(king.values()))
        .containsExactly(
            VariableValue.number(7839),
            VariableValue.text("KING"),
            VariableValue.number(new BigDecimal("5000.50")),
            VariableValue.date(LocalDateTime.parse("1981-11-17T08:30:00")),
            VariableValue.timestamp(ZonedDateTime.parse("2025-01-02T03:04:05Z")),
            VariableValue.text("tall"));
    assertThat(rows.get(1).values()).filteredOn(VariableValue::isNull).hasSize(3);
  }

  @Test
  void shouldBindEveryTypeOfVariable() {
    // given
    Map<String, VariableValue> binds =
        Map.of(
            "NO", VariableValue.number(7839),
            "NAME", VariableValue.text("KING"),
            "HIRED", VariableValue.date(LocalDateTime.parse("1981-11-17T08:30:00")),
            "SEEN", VariableValue.timestamp(ZonedDateTime.parse("2025-01-02T04:04:05+01:00")),
            "NONE", new VariableValue(VariableType.VARCHAR2, null));
    // when
    var rows =
        queries.query(
            "select ename from emp where empno = :F4A$NO and ename = :F4A$name"
                + " and hired = :F4A$HIRED and seen = :F4A$SEEN and coalesce(:F4A$NONE, 'x') = 'x'"
                + " and coalesce(:F4A$UNKNOWN, 'x') = 'x'",
            binds);
    // then
    assertThat(rows).hasSize(1);
  }

  @Test
  void shouldCompareATextWithANumber() {
    assertThat(
            queries.query(
                "select ename from emp where empno = :F4A$NO",
                Map.of("NO", VariableValue.text("7369"))))
        .hasSize(1);
  }

  @Test
  @DisplayName("EXP-2 the content of a variable is never part of the query")
  void shouldTakeTheContentOfBindsAsData() {
    for (String evil : List.of("' or 1=1 --", "x'; drop table emp; --", ":F4A$x", "'||'KING")) {
      assertThat(
              queries.query("select ename from emp where ename = :F4A$X", Map.of("X", text(evil))))
          .isEmpty();
    }
    assertThat(query("select ename from emp")).hasSize(2);
  }

  @Test
  @DisplayName("EXP-5 more rows than the limit are refused")
  void shouldRefuseTooManyRows() {
    assertThat(query("select n from numbers where n < 1000")).hasSize(1000);
    assertFails("select n from numbers", "The query returns more than 1000 rows.");
  }

  @Test
  @DisplayName("EXP-3 a result beyond the limit of characters is refused")
  void shouldRefuseTooManyCharacters() throws SQLException {
    execute("insert into emp (empno, notes) values (1, '" + "x".repeat(3000) + "')");
    assertFails(
        "select notes from emp, numbers where empno = 1 and n < 400",
        "The query returns more than 1048576 characters.");
  }

  @Test
  @DisplayName("EXP-5 a query that runs longer than the limit is ended")
  void shouldEndALongQuery() {
    long begin = System.nanoTime();
    assertThatThrownBy(() -> query(CROSS_JOIN))
        .isInstanceOf(QueryFailedException.class)
        .hasMessageMatching("The database did not answer the query \\(SQLSTATE 57014\\)\\.");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  @DisplayName("EXP-5 an account that can read the engine's tables is refused")
  void shouldRefuseTheEnginesAccount() throws SQLException {
    execute("alter table kept_processes rename to flow_processes");
    try {
      assertFails(
          "select ename from emp",
          "The account of the data source for queries can read the engine's tables.");
    } finally {
      execute("alter table flow_processes rename to kept_processes");
    }
  }

  @Test
  @DisplayName("EXP-7 a failure shows neither values nor the database's text")
  void shouldNotShowValuesInFailures() {
    assertThatThrownBy(
            () ->
                queries.query(
                    "select ename from emp where empno = :F4A$NO", Map.of("NO", text("secret"))))
        .isInstanceOf(QueryFailedException.class)
        .hasMessageStartingWith("The database did not answer the query (SQLSTATE 22")
        .hasMessageNotContaining("secret")
        .hasNoCause();
    assertThatThrownBy(() -> query("select x from nowhere"))
        .isInstanceOf(QueryFailedException.class)
        .hasMessageStartingWith("The database did not answer the query (SQLSTATE 42");
  }

  @Test
  void shouldLeaveTheConnectionAsItWas() throws SQLException {
    // when
    query("select ename from emp");
    assertThatThrownBy(() -> query("select x from nowhere"))
        .isInstanceOf(QueryFailedException.class);
    // then
    execute("update emp set sal = sal + 1");
    try (Connection connection = database.dataSource().getConnection()) {
      assertThat(connection.isReadOnly()).isFalse();
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void shouldRefuseBinaryColumns() throws SQLException {
    execute("create table files (content " + (vendor == TestVendor.H2 ? "blob" : "bytea") + ")");
    execute("insert into files values (" + (vendor == TestVendor.H2 ? "X'01'" : "'\\x01'") + ")");
    assertFails("select content from files", "The query returns a column of binary data.");
  }

  private List<Map<String, VariableValue>> query(String sql) {
    return queries.query(sql, Map.of());
  }

  private void assertFails(String sql, String message) {
    assertThatThrownBy(() -> query(sql))
        .isInstanceOf(QueryFailedException.class)
        .hasMessage(message);
  }

  private static VariableValue text(String text) {
    return VariableValue.text(text);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
