package flows4ee.config;

import flows4ee.engine.state.QueryFailedException;
import flows4ee.engine.state.SqlQueries;
import flows4ee.persistence.RestrictedQueries;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The data source for queries of diagrams: {@code f4a.sql.datasource} is its JNDI name, {@code
 * f4a.sql.substitution} lets variables become part of the text. None is configured by default.
 */
final class QuerySource {

  private static final String KEY = "f4a.sql.datasource";

  private QuerySource() {}

  /**
   * What answers queries on real tables.
   *
   * @throws InvalidSettingException when the name is that of the engine's own data source
   */
  static SqlQueries from(SettingsReader reader, DatabaseSettings own) {
    Optional<String> name = reader.text(KEY);
    if (name.isPresent() && isOwn(name, own)) {
      throw new InvalidSettingException(KEY, "another data source than the engine's", name.get());
    }
    boolean allowsSubstitution = reader.flag("f4a.sql.substitution", false);
    return name.<SqlQueries>map(
            jndi -> new RestrictedQueries(() -> lookUp(jndi), allowsSubstitution))
        .orElse(SqlQueries.NONE);
  }

  private static boolean isOwn(Optional<String> name, DatabaseSettings own) {
    return name.equals(own.dataSource()) || name.equals(own.migrationDataSource());
  }

  private static DataSource lookUp(String name) {
    try {
      return InitialContext.doLookup(name);
    } catch (NamingException e) {
      throw new QueryFailedException("The server has no data source " + name + ".", e);
    }
  }
}
