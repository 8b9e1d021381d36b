package flows4ee.server;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** MicroProfile Config properties of a Payara domain, set with {@code asadmin}. */
final class Asadmin implements OperatorTool {

  private final CommandFile commands;

  Asadmin(Path home, int port, Path folder) {
    this.commands =
        new CommandFile(
            folder,
            List.of(
                home.resolve("bin/asadmin").toString(),
                "--host=127.0.0.1",
                "--port=" + port,
                "--interactive=false",
                "multimode"));
  }

  @Override
  public void add(Map<String, String> properties) {
    commands.run(properties.entrySet().stream().map(e -> set(e.getKey(), e.getValue())).toList());
  }

  @Override
  public void change(String key, String value) {
    commands.run(List.of(set(key, value)));
  }

  @Override
  public void remove(Collection<String> keys) {
    commands.run(
        keys.stream()
            .map(key -> "delete-config-property --propertyName=" + key + " --source=domain")
            .toList());
  }

  private static String set(String key, String value) {
    return "set-config-property --propertyName=%s --propertyValue=\"%s\" --source=domain"
        .formatted(key, value);
  }
}
