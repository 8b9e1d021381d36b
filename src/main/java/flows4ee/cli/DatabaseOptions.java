package flows4ee.cli;

import flows4ee.config.DirectDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options that name the database a command works on: an embedded one or a server's. */
final class DatabaseOptions {

  @ArgGroup(multiplicity = "1")
  Place place;

  /** Either of the two kinds. */
  static final class Place {

    @Option(
        names = "--data-dir",
        paramLabel = "FOLDER",
        description = "Data folder with the embedded database; the server must be stopped.")
    Path dataDirectory;

    @ArgGroup(exclusive = false)
    Server server;
  }

  /** A database server. */
  static final class Server {

    @Option(names = "--db-url", required = true, description = "JDBC address of the database.")
    String url;

    @Option(names = "--db-user", required = true, description = "Account at the database.")
    String user;

    @Option(
        names = "--db-password-file",
        required = true,
        paramLabel = "FILE",
        description = "File with the password of the account.")
    Path passwordFile;
  }

  /** Opens the database. */
  DirectDatabase open() throws SQLException, IOException {
    if (place.server == null) {
      return DirectDatabase.embedded(place.dataDirectory.toAbsolutePath().normalize());
    }
    String password = Files.readString(place.server.passwordFile).strip();
    return DirectDatabase.at(place.server.url, place.server.user, password);
  }
}
