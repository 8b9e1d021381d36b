package flows4ee.config;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the data lies and how it is reached.
 *
 * @param dataSource JNDI name of the server's data source; empty means the embedded database
 * @param migrationDataSource JNDI name of a data source whose account owns the schema
 * @param migration what to do with the schema at start
 * @param lockTimeout how long a statement of the embedded database waits for a row lock
 * @param poolSize most connections of the embedded database
 */
public record DatabaseSettings(
    Optional<String> dataSource,
    Optional<String> migrationDataSource,
    MigrationMode migration,
    Duration lockTimeout,
    int poolSize) {

  static DatabaseSettings from(SettingsReader reader) {
    return new DatabaseSettings(
        reader.text("f4a.datasource"),
        reader.text("f4a.db.migration.datasource"),
        reader.choice("f4a.db.migrate", MigrationMode.AUTO),
        reader.duration("f4a.db.lock.timeout", Duration.ofSeconds(2)),
        reader.integer("f4a.db.pool.max", 10, 2, 1000));
  }

  /** Tells whether this application opens and owns the database itself. */
  public boolean isEmbedded() {
    return dataSource.isEmpty();
  }
}
