package flows4ee.cli;

import flows4ee.json.JsonArray;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonString;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Runs the command line with fixed options that say where it works. */
final class FlowsctlRun {

  private final List<String> target;

  FlowsctlRun(List<String> target) {
    this.target = target;
  }

  /** How a command ended and what it wrote. */
  record Result(int code, String out, String err) {

    JsonObject object() {
      return (JsonObject) JsonReader.parse(out);
    }

    List<JsonObject> objects() {
      return ((JsonArray) JsonReader.parse(out))
          .elements().stream().map(JsonObject.class::cast).toList();
    }

    String text(String member) {
      return ((JsonString) object().find(member).orElseThrow()).text();
    }
  }

  Result json(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    return run(all.toArray(String[]::new));
  }

  Result run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(target);
    int code =
        Flowsctl.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Result(code, out.toString(), err.toString());
  }
}
