package flows4ee.server;

import static org.junit.jupiter.api.Assumptions.abort;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Chromium without a window, for tests of pages. The environment variable {@code CHROME_PATH} names
 * its executable; else the usual places are looked at.
 */
public final class Browser {

  private static final List<String> USUAL_PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/snap/bin/chromium",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "C:/Program Files/Google/Chrome/Application/chrome.exe");
  private static final String HOW_TO_GET_ONE =
      "No browser was found. Install Chromium (on Debian: apt-get install chromium)"
          + " or set CHROME_PATH to the executable of Chromium or Chrome.";

  private Browser() {}

  /**
   * What a tour of pages brought home.
   *
   * @param seen what the tour returned
   * @param problems errors on the console and of scripts, failed requests, answers of 400 and more,
   *     violations of the content security policy
   */
  public record Visit(JsonObject seen, List<String> problems) {}

  /**
   * Runs a tour, a program under {@code src/test/node} that uses {@code browser.mjs}. Without a
   * browser the test is skipped; where the environment variable {@code CI} is set, it fails.
   *
   * @param input what the tour needs to know
   * @throws AssertionError when the tour does not reach its end
   */
  public static Visit visit(String program, JsonObject input) {
    var chrome = executable();
    var asked = Json.createObjectBuilder(input).add("chrome", chrome.toString()).build();
    var result = NodePrograms.run(asked.toString(), program);
    if (result.exitCode() != 0) {
      throw new AssertionError(program + " failed: " + result.output());
    }
    return read(result.output());
  }

  private static Path executable() {
    var found = find();
    if (found.isEmpty() && System.getenv("CI") == null) {
      abort(HOW_TO_GET_ONE);
    }
    return found.orElseThrow(() -> new AssertionError(HOW_TO_GET_ONE));
  }

  private static Optional<Path> find() {
    var named = System.getenv("CHROME_PATH");
    var places = named == null ? USUAL_PLACES : List.of(named);
    return places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  private static Visit read(String output) {
    try (var reader = Json.createReader(new StringReader(output))) {
      var visit = reader.readObject();
      return new Visit(
          visit.getJsonObject("seen"),
          visit.getJsonArray("problems").getValuesAs(JsonString::getString));
    }
  }
}
