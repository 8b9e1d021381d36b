package flows4ee.cli;

import flows4ee.admin.console.ConsoleUserView;
import flows4ee.json.JsonWriter;
import flows4ee.oauth.Role;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Prints users, one a line: name, state, time of the last sign-in, roles. As JSON: objects {@code
 * {"name", "roles", "disabled", "last_login_at", "created_at", "created_by"}}, a list as an array.
 */
final class UserOutput {

  private final PrintWriter out;
  private final boolean json;

  UserOutput(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void print(ConsoleUserView user) {
    if (json) {
      JsonWriter writer = new JsonWriter();
      write(writer, user);
      println(writer);
    } else {
      out.println(line(user));
    }
  }

  void print(List<ConsoleUserView> users) {
    if (json) {
      JsonWriter writer = new JsonWriter().beginArray();
      users.forEach(user -> write(writer, user));
      println(writer.endArray());
    } else {
      users.forEach(user -> out.println(line(user)));
    }
  }

  private void println(JsonWriter writer) {
    out.println(new String(writer.toBytes(), StandardCharsets.UTF_8));
  }

  private static String line(ConsoleUserView user) {
    return String.join(
        "\t",
        user.name(),
        user.disabled() ? "disabled" : "enabled",
        user.lastLoginAt().map(Object::toString).orElse("-"),
        String.join(", ", Role.namesOf(user.roles())));
  }

  private static void write(JsonWriter writer, ConsoleUserView user) {
    writer.beginObject().name("name").value(user.name()).name("roles").beginArray();
    Role.namesOf(user.roles()).forEach(writer::value);
    writer.endArray().name("disabled").value(user.disabled());
    writer
        .name("last_login_at")
        .value(user.lastLoginAt().map(Object::toString).orElse(null))
        .name("created_at")
        .value(user.createdAt().toString())
        .name("created_by")
        .value(user.createdBy())
        .endObject();
  }
}
