package flows4ee.server;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** System properties of a WildFly server, set with {@code jboss-cli}. */
final class JbossCli implements OperatorTool {

  private final CommandFile commands;

  JbossCli(Path home, int managementPort, Path folder) {
    this.commands =
        new CommandFile(
            folder,
            List.of(
                home.resolve("bin/jboss-cli.sh").toString(),
                "--connect",
                "--controller=remote+http://127.0.0.1:" + managementPort));
  }

  @Override
  public void add(Map<String, String> properties) {
    commands.run(
        properties.entrySet().stream()
            .map(e -> "/system-property=%s:add(value=\"%s\")".formatted(e.getKey(), e.getValue()))
            .toList());
  }

  @Override
  public void change(String key, String value) {
    commands.run(
        List.of(
            "/system-property=%s:write-attribute(name=value,value=\"%s\")".formatted(key, value)));
  }

  @Override
  public void remove(Collection<String> keys) {
    commands.run(keys.stream().map(key -> "/system-property=" + key + ":remove").toList());
  }
}
