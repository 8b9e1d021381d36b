package flows4ee.admin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.Browser;
import flows4ee.server.Browser.Visit;
import flows4ee.server.ConsoleUser;
import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs tours of the console in a browser. Every tour ends without an error on the console or a
 * violation of the content security policy; what it shows has no fault of accessibility in either
 * theme. With the system property {@code flows.screens}, a folder, the tours leave pictures of the
 * pages there.
 */
final class ConsoleTour {

  private final TestServer server;
  private final ConsoleUser user;

  ConsoleTour(TestServer server, ConsoleUser user) {
    this.server = server;
    this.user = user;
  }

  /** Runs a tour with what it needs to know besides the server and its user. */
  Visit visit(String program, JsonObject more) {
    var visit = look(program, more);
    assertThat(visit.problems()).isEmpty();
    return visit;
  }

  /** The same for a tour in which something is to go wrong. */
  Visit look(String program, JsonObject more) {
    var input =
        Json.createObjectBuilder(more)
            .add("base", server.base().toString())
            .add("name", user.name())
            .add("password", user.password());
    var screens = System.getProperty("flows.screens");
    if (screens != null) {
      input.add("screens", Path.of(screens).toAbsolutePath().toString());
    }
    return Browser.visit(program, input.build());
  }

  /** The same for a tour that looks for faults of accessibility in what it shows. */
  Visit inspect(String program, JsonObject more) {
    var visit = visit(program, more);
    assertThat(texts(visit, "faults")).isEmpty();
    return visit;
  }

  static List<String> texts(Visit visit, String key) {
    return visit.seen().getJsonArray(key).getValuesAs(JsonString::getString);
  }
}
