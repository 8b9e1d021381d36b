package flows4ee.cli;

import flows4ee.json.JsonArray;
import flows4ee.json.JsonNumber;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonString;
import flows4ee.json.JsonValue;
import flows4ee.oauth.PrivateFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a command shows its result: lines for people, or JSON. */
final class Printer {

  @Spec(Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  boolean isJson;

  /** Prints one line for each document: the named members, separated by tabs. */
  void list(List<JsonObject> documents, String... members) {
    if (isJson) {
      out().println(new JsonArray(List.copyOf(documents)).toJson());
      return;
    }
    for (JsonObject document : documents) {
      out()
          .println(
              List.of(members).stream()
                  .map(name -> text(document.find(name).orElse(JsonValue.of(""))))
                  .collect(Collectors.joining("\t")));
    }
  }

  /** Prints one document, a line for each member. */
  void one(JsonObject document) {
    if (isJson) {
      out().println(document.toJson());
    } else {
      document.members().forEach((name, value) -> out().println(name + ": " + text(value)));
    }
  }

  /**
   * Prints a document with a new secret, or writes the secret to a file that only the caller may
   * read.
   *
   * @param secretFile null to print it
   */
  void withSecret(JsonObject document, Path secretFile) throws IOException {
    if (secretFile == null) {
      one(document);
      return;
    }
    JsonValue secret = document.find("client_secret").orElseThrow();
    PrivateFile.write(secretFile.toAbsolutePath(), text(secret));
    one(document.without("client_secret"));
  }

  /** Says that a command is done. */
  void done(String message) {
    one(JsonObject.EMPTY.with("message", JsonValue.of(message)));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String text(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.text();
    }
    if (value instanceof JsonNumber number) {
      return number.text();
    }
    if (value instanceof JsonArray array) {
      return array.elements().stream().map(Printer::text).collect(Collectors.joining(", "));
    }
    return value.isNull() ? "" : value.toJson();
  }
}
