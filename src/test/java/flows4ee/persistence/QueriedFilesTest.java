package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.QueriedFile;
import flows4ee.engine.state.QueryFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource
class QueriedFilesTest {

  private static final int MIB = 1024 * 1024;
  private static final String ALL = "select name, type, content from files order by id";
  private static final String NOTES = "select name, type, notes from files order by id";

  private static final Map<TestVendor, TestDatabase> DATABASES = new EnumMap<>(TestVendor.class);

  @Parameter TestVendor vendor;
  private TestDatabase database;
  private RestrictedQueries queries;

  @BeforeEach
  void open() throws SQLException {
    boolean isNew = !DATABASES.containsKey(vendor);
    database = DATABASES.computeIfAbsent(vendor, QueriedFilesTest::database);
    queries = new RestrictedQueries(() -> database.dataSource(), false);
    if (isNew) {
      execute("alter table flow_processes rename to kept_processes");
      boolean isH2 = vendor == TestVendor.H2;
      execute(
          "create table files (id integer, name varchar(300), type varchar(300), content "
              + (isH2 ? "blob, notes clob)" : "bytea, notes text)"));
    }
    execute("delete from files");
  }

  private static TestDatabase database(TestVendor vendor) {
    return vendor == TestVendor.H2 ? TestDatabase.h2() : TestDatabase.postgresql();
  }

  @AfterAll
  static void close() throws IOException {
    for (var database : DATABASES.values()) {
      database.close();
    }
    DATABASES.clear();
  }

  @Test
  void shouldReadBinaryFilesInOrder() throws SQLException {
    // given
    byte[] picture = {0, 1, (byte) 0xff};
    insert(2, "b.png", "image/png", picture, null);
    insert(1, "a.bin", null, new byte[] {7}, null);
    insert(3, "empty.txt", "text/plain", null, null);
    // when
    var files = files(ALL);
    // then
    assertThat(files).extracting(QueriedFile::name).containsExactly("a.bin", "b.png", "empty.txt");
    assertThat(files)
        .extracting(QueriedFile::mediaType)
        .containsExactly("application/octet-stream", "image/png", "text/plain");
    assertThat(files.get(0).content()).containsExactly(7);
    assertThat(files.get(1).content()).isEqualTo(picture);
    assertThat(files.get(2).content()).isEmpty();
  }

  @Test
  void shouldReadTextsAsUtf8() throws SQLException {
    // given
    String text = "Größe € 𝄞 ".repeat(3000);
    insert(1, "notes.txt", "text/plain", null, text);
    insert(2, "notes.json", "application/json", null, "{}");
    // when
    var files = files(NOTES);
    // then
    assertThat(files)
        .extracting(QueriedFile::mediaType)
        .containsExactly("text/plain; charset=UTF-8", "application/json");
    assertThat(new String(files.get(0).content(), StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @Test
  void shouldBindVariables() throws SQLException {
    insert(1, "a.txt", "text/plain", new byte[1], null);
    insert(2, "b.txt", "text/plain", new byte[1], null);
    assertThat(
            queries.files(
                "select name, type, content from files where id = :F4A$ID",
                Map.of("ID", VariableValue.number(2))))
        .extracting(QueriedFile::name)
        .containsExactly("b.txt");
  }

  @Test
  void shouldReadNoMoreThanTenFiles_SEC_EXP_5() throws SQLException {
    for (int i = 1; i <= 10; i++) {
      insert(i, i + ".txt", "text/plain", new byte[1], null);
    }
    assertThat(files(ALL)).hasSize(10);
    insert(11, "11.txt", "text/plain", new byte[1], null);
    assertFails(ALL, "The query returns more than 10 files.");
  }

  @Test
  void shouldReadNoMoreThanTenMebibytes_SEC_EXP_5() throws SQLException {
    insert(1, "a.bin", null, new byte[9 * MIB], null);
    insert(2, "b.bin", null, new byte[MIB], null);
    assertThat(files(ALL)).hasSize(2);
    insert(3, "c.bin", null, new byte[1], null);
    assertFails(ALL, "The query returns files of more than 10485760 bytes.");
  }

  @Test
  void shouldCountTheBytesOfTexts_SEC_EXP_5() throws SQLException {
    insert(1, "a.txt", "text/plain", null, "é".repeat(5 * MIB));
    assertThat(files(NOTES).get(0).content()).hasSize(10 * MIB);
    insert(2, "b.txt", "text/plain", null, "x");
    assertFails(NOTES, "The query returns files of more than 10485760 bytes.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\r\nBcc: x@example.org", "a\u0000"})
  void shouldRefuseNamesThatAreNone_SEC_INJ_4(String name) {
    assertThatThrownBy(() -> new QueriedFile(name, "text/plain", new byte[0]))
        .isInstanceOf(QueryFailedException.class)
        .hasMessage("The query returns a file without a usable name.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "text", "text/plain\r\nBcc: x@example.org", "text/plain; name=\"x\"", "a/b/c"})
  void shouldRefuseMediaTypesThatAreNone_SEC_INJ_4(String type) throws SQLException {
    insert(1, "a.txt", type, new byte[1], null);
    assertFails(ALL, "The query returns a file without a usable media type.");
  }

  @Test
  void shouldRefuseOtherColumns() {
    for (String columns : List.of("name, content", "id, name, type, content")) {
      assertFails(
          "select " + columns + " from files",
          "The query returns other than name, media type and content.");
    }
  }

  @Test
  void shouldRefuseAnythingButASelect_SEC_EXP_5() throws SQLException {
    insert(1, "a.txt", "text/plain", new byte[1], null);
    assertThatThrownBy(() -> files("delete from files")).isInstanceOf(QueryFailedException.class);
    assertThat(files(ALL)).hasSize(1);
  }

  private List<QueriedFile> files(String sql) {
    return queries.files(sql, Map.of());
  }

  private void assertFails(String sql, String message) {
    assertThatThrownBy(() -> files(sql))
        .isInstanceOf(QueryFailedException.class)
        .hasMessage(message);
  }

  private void insert(int id, String name, String type, byte[] content, String notes)
      throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.prepareStatement("insert into files values (?, ?, ?, ?, ?)")) {
      statement.setInt(1, id);
      statement.setString(2, name);
      statement.setString(3, type);
      statement.setBytes(4, content);
      statement.setString(5, notes);
      statement.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
