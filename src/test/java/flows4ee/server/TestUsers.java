package flows4ee.server;

import flows4ee.cli.Flowsctl;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The people at the console of a server under test: an administrator with all API roles and a
 * reader, made by {@code flowsctl}; in development mode the administrator redeems the setup link of
 * the server's log at his first use.
 */
public final class TestUsers {

  private static final Pattern LINK = Pattern.compile("(http\\S+/console/#/setup\\?token=(\\S+))");

  private final ConsoleUser administrator = new ConsoleUser("It.Admin", password());
  private final ConsoleUser reader = new ConsoleUser("it-reader", password());
  private final Path folder;
  private boolean isSetUp;

  TestUsers(Path folder) {
    this.folder = folder;
  }

  private static String password() {
    return "correct horse " + UUID.randomUUID();
  }

  public ConsoleUser reader() {
    return reader;
  }

  /** The administrator, who has an account from now on. */
  synchronized ConsoleUser administrator(URI base) {
    if (!isSetUp) {
      var response =
          new ConsoleClient(base)
              .post("session/setup", ConsoleClient.setupBody(setupToken(), administrator));
      if (response.statusCode() != 200) {
        throw new IllegalStateException("No set-up: " + response.body());
      }
      isSetUp = true;
    }
    return administrator;
  }

  /** The token of the setup link in the server's log. */
  String setupToken() {
    try {
      Matcher link = LINK.matcher(Files.readString(folder.resolve("server.log")));
      if (link.find()) {
        return link.group(2);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    throw new IllegalStateException("The server's log holds no setup link");
  }

  void createReader(String... database) throws IOException {
    create(reader, "read", database);
  }

  void createAdministrator(String... database) throws IOException {
    create(administrator, "read,write,messages,admin", database);
    isSetUp = true;
  }

  private void create(ConsoleUser user, String roles, String... database) throws IOException {
    var passwordFile = Files.writeString(folder.resolve("password.txt"), user.password());
    var arguments = new ArrayList<>(List.of("user", "create", user.name(), "--roles", roles));
    arguments.addAll(List.of("--password-file", passwordFile.toString()));
    arguments.addAll(List.of(database));
    var errors = new StringWriter();
    var line = Flowsctl.commandLine().setErr(new PrintWriter(errors, true));
    int code = line.execute(arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("flowsctl ended with " + code + ": " + errors);
    }
    Files.delete(passwordFile);
  }
}
