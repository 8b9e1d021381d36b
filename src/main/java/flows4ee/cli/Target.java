package flows4ee.cli;

import flows4ee.config.DirectDatabase;
import flows4ee.config.DirectOAuth;
import flows4ee.config.SettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The options that say where a command works: a running server over HTTP, a database, or the
 * embedded database of a stopped server. Each may come from the environment.
 */
final class Target {

  @Option(names = "--url", description = "Address of a running server's application.")
  String url;

  @Option(names = "--login", description = "Client that calls the server; needs the role Admin.")
  String login;

  @Option(names = "--login-secret-file", description = "File with the secret of that client.")
  Path loginSecretFile;

  @Option(names = "--db-url", description = "JDBC address of the database.")
  String databaseUrl;

  @Option(names = "--db-user", description = "Account at the database.")
  String databaseUser;

  @Option(names = "--db-password-file", description = "File with the password of that account.")
  Path databasePasswordFile;

  @Option(
      names = "--data-dir",
      description = "Data folder with the embedded database of a stopped server.")
  Path dataFolder;

  @Option(names = "--master-key-file", description = "File with the master key.")
  Path masterKeyFile;

  private final Map<String, String> environment = System.getenv();

  /** Opens the database or the API. */
  ClientDoor open() throws IOException, SQLException {
    Optional<String> address = either(url, "FLOWSCTL_URL");
    return address.isPresent() ? overHttp(address.get()) : onDatabase();
  }

  private ClientDoor onDatabase() throws IOException, SQLException {
    DirectDatabase database = openDatabase();
    try {
      return new DatabaseDoor(database, DirectOAuth.on(database, settings(), dataFolder()));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private ClientDoor overHttp(String address) throws IOException {
    String client = require(either(login, "FLOWSCTL_LOGIN"), "--login");
    String secret = secret(loginSecretFile, "FLOWSCTL_LOGIN_SECRET", "--login-secret-file");
    return new RestDoor(new RestCaller(address, client, secret));
  }

  /** Opens the database. */
  DirectDatabase openDatabase() throws IOException, SQLException {
    Optional<String> address = either(databaseUrl, "FLOWSCTL_DB_URL");
    if (address.isPresent()) {
      String user = require(either(databaseUser, "FLOWSCTL_DB_USER"), "--db-user");
      String password = secret(databasePasswordFile, "FLOWSCTL_DB_PASSWORD", "--db-password-file");
      return DirectDatabase.at(address.get(), user, password);
    }
    return DirectDatabase.embedded(
        dataFolder()
            .orElseThrow(
                () ->
                    new CommandException(
                        ExitCode.USAGE, "Missing option: --url, --db-url or --data-dir")));
  }

  /** The folder of the embedded database; none when a database server is named. */
  private Optional<Path> dataFolder() {
    if (either(databaseUrl, "FLOWSCTL_DB_URL").isPresent()) {
      return Optional.empty();
    }
    String option = dataFolder == null ? null : dataFolder.toString();
    return either(option, "F4A_DATA_DIR").map(text -> Path.of(text).toAbsolutePath().normalize());
  }

  /** The server's deployment keys as far as they are in the environment, by their names there. */
  private SettingsReader settings() {
    return new SettingsReader(
        key ->
            key.equals("f4a.oauth_master_key.file") && masterKeyFile != null
                ? Optional.of(masterKeyFile.toString())
                : Optional.ofNullable(environment.get(variable(key))));
  }

  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private String secret(Path file, String variable, String option) throws IOException {
    Optional<String> given = Optional.ofNullable(environment.get(variable));
    return file == null ? require(given, option) : SecretText.read(file, System.in);
  }

  private Optional<String> either(String option, String variable) {
    return Optional.ofNullable(option)
        .or(() -> Optional.ofNullable(environment.get(variable)))
        .filter(text -> !text.isBlank());
  }

  private static String require(Optional<String> value, String option) {
    return value.orElseThrow(
        () -> new CommandException(ExitCode.USAGE, "Missing option: " + option));
  }
}
