package flows4ee.config;

import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database schema to the version of this release, from the scripts in {@code
 * db/migration/<vendor>}.
 */
final class SchemaMigration {

  private final Flyway flyway;

  SchemaMigration(DataSource dataSource) throws SQLException {
    this.flyway =
        Flyway.configure(SchemaMigration.class.getClassLoader())
            .dataSource(dataSource)
            .locations("classpath:db/migration/" + vendor(dataSource))
            .failOnMissingLocations(true)
            .table("flow_schema_history")
            .load();
  }

  /** Applies or checks the scripts as the mode says; an outdated schema is an error afterwards. */
  void run(MigrationMode mode) {
    if (mode == MigrationMode.OFF) {
      return;
    }
    if (mode == MigrationMode.AUTO) {
      flyway.migrate();
    }
    flyway.validate();
    var info = flyway.info();
    if (info.current() == null || info.pending().length > 0) {
      throw new IllegalStateException(
          "The database schema lacks " + info.pending().length + " migrations of this release");
    }
  }

  private static String vendor(DataSource dataSource) throws SQLException {
    try (var connection = dataSource.getConnection()) {
      var product = connection.getMetaData().getDatabaseProductName();
      var vendor = product.toLowerCase(Locale.ROOT);
      return switch (vendor) {
        case "h2", "postgresql", "oracle" -> vendor;
        default -> throw new IllegalStateException("No schema scripts for database " + product);
      };
    }
  }
}
