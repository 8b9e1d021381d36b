package flows4ee.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** The PostgreSQL server that a server under test stores its data on; it ends with the test run. */
final class TestDatabaseServer {

  private static final String NAME = "postgres";

  private final Path folder;
  private final EmbeddedPostgres database;

  private TestDatabaseServer(Path folder, EmbeddedPostgres database) {
    this.folder = folder;
    this.database = database;
  }

  /** Starts it in a folder of its own below that of the server under test. */
  static TestDatabaseServer start(Path folder) throws IOException {
    var data = folder.resolve("postgresql");
    return new TestDatabaseServer(
        folder, EmbeddedPostgres.builder().setDataDirectory(data).start());
  }

  /** Returns the JDBC address of the application's database. */
  String address() {
    return database.getJdbcUrl(NAME, NAME);
  }

  /** Returns the lines that tell an operators' script about the database. */
  List<String> parameters() throws IOException {
    return List.of(
        "DB_URL=" + address(),
        "DB_USER=" + NAME,
        "DB_PASSWORD=" + NAME,
        "DB_POOL_SIZE=20",
        "DB_DRIVER_JAR=" + driverOfTheApplication());
  }

  /** Returns the options that tell {@code flowsctl} about the database. */
  String[] options() throws IOException {
    var passwordFile = Files.writeString(folder.resolve("database.txt"), NAME);
    return new String[] {
      "--db-url", address(), "--db-user", NAME, "--db-password-file", passwordFile.toString()
    };
  }

  private Path driverOfTheApplication() throws IOException {
    try (var war = new ZipFile(System.getProperty("flows.war"))) {
      var entry =
          war.stream()
              .filter(e -> e.getName().matches("WEB-INF/lib/postgresql-.*\\.jar"))
              .findFirst()
              .orElseThrow();
      var jar = folder.resolve("postgresql.jar");
      Files.copy(war.getInputStream(entry), jar);
      return jar;
    }
  }
}
