package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.state.QueryFailedException;
import flows4ee.engine.state.SqlQueries;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QuerySourceTest {

  @Test
  @DisplayName("EXP-5 without a data source of its own every query is refused")
  void shouldAnswerNothingByDefault() {
    var queries = from(Map.of());
    assertThat(queries).isSameAs(SqlQueries.NONE);
    assertThatThrownBy(() -> queries.query("select 1 from emp", Map.of()))
        .isInstanceOf(QueryFailedException.class)
        .hasMessage("No data source for queries is configured.");
  }

  @Test
  void shouldRefuseTheEnginesOwnDataSource() {
    var values = Map.of("f4a.datasource", "jdbc/flows", "f4a.sql.datasource", "jdbc/flows");
    assertThatThrownBy(() -> from(values))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("f4a.sql.datasource");
  }

  @Test
  void shouldAllowSubstitutionOnlyWhenTold() {
    assertThat(from(Map.of("f4a.sql.datasource", "jdbc/hr")).allowsSubstitution()).isFalse();
    assertThat(
            from(Map.of("f4a.sql.datasource", "jdbc/hr", "f4a.sql.substitution", "true"))
                .allowsSubstitution())
        .isTrue();
  }

  @Test
  void shouldFailTheQueryWhenTheServerHasNoSuchDataSource() {
    var queries = from(Map.of("f4a.sql.datasource", "jdbc/none"));
    assertThatThrownBy(() -> queries.query("select 1 from emp", Map.of()))
        .isInstanceOf(QueryFailedException.class)
        .hasMessage("The server has no data source jdbc/none.");
  }

  private static SqlQueries from(Map<String, String> values) {
    var reader = new SettingsReader(key -> Optional.ofNullable(values.get(key)));
    return QuerySource.from(reader, DatabaseSettings.from(reader));
  }
}
