package flows4ee.config;

/** What happens to the database schema at start ({@code f4a.db.migrate}). */
public enum MigrationMode {
  /** Bring the schema to the version of this release. */
  AUTO,
  /** Refuse to serve when the schema is not of this release. */
  VALIDATE,
  /** Trust the schema as it is. */
  OFF
}
