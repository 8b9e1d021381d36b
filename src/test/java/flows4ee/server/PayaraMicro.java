package flows4ee.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command line of Payara Micro with the application, on the loopback interface only.
 *
 * @param jar the server
 * @param war the application
 * @param configuration folder with {@code pre-boot.asadmin} and {@code logging.properties}
 */
record PayaraMicro(Path jar, Path war, Path configuration) {

  ProcessBuilder command(int port, Map<String, String> settings) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-jar", jar.toString(), "--nocluster"));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(List.of("--prebootcommandfile", file("pre-boot.asadmin")));
    command.addAll(List.of("--logproperties", file("logging.properties")));
    command.addAll(List.of("--deploy", war.toString()));
    return new ProcessBuilder(command);
  }

  private String file(String name) {
    return configuration.resolve(name).toString();
  }
}
