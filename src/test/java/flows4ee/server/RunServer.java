package flows4ee.server;

import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The run command {@code mvn -Prun}: the application on Payara Micro, in the foreground. */
public final class RunServer {

  private static final int STOPPED_BY_SIGNAL = 128;
  private static final Pattern NOISE = Pattern.compile(" INFO (?!flows4ee)\\S");
  private static final String DEPLOYMENT_FAILED = "Exception while loading the app";

  private RunServer() {}

  /**
   * Runs the server until it is stopped.
   *
   * @param args server jar, WAR, server configuration folder, port, data folder
   */
  public static void main(String[] args) throws InterruptedException {
    var payara = new PayaraMicro(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    int port = Integer.parseInt(args[3]);
    var data = Path.of(args[4]).toAbsolutePath().normalize();
    FreePort.require(port);
    var base = "http://127.0.0.1:" + port + "/flows4apex";
    var command = payara.command(port, settings(base, data));
    try (var server = ServerProcess.start(command.redirectOutput(Redirect.DISCARD))) {
      server.readErrors(line -> relay(line, server));
      server.awaitAnswer(URI.create(base + "/health/ready"));
      System.out.print(greeting(base, data));
      int code = server.awaitEnd();
      if (code != 0 && code < STOPPED_BY_SIGNAL) {
        throw new IllegalStateException("The server ended with code " + code);
      }
    }
  }

  /** Any {@code -Df4a.*} given to Maven reaches the server and wins. */
  private static Map<String, String> settings(String base, Path data) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("f4a.mode", "development");
    settings.put("f4a.data.dir", data.toString());
    settings.put("f4a.oauth_issuer", base);
    System.getProperties().stringPropertyNames().stream()
        .filter(key -> key.startsWith("f4a."))
        .forEach(key -> settings.put(key, System.getProperty(key)));
    return settings;
  }

  /** Shows what matters: warnings, and what the application says of itself. */
  private static void relay(String line, ServerProcess server) {
    if (!line.isBlank() && !NOISE.matcher(line).find()) {
      System.out.println(line);
    }
    if (line.contains(DEPLOYMENT_FAILED)) {
      server.stop();
    }
  }

  private static String greeting(String base, Path data) {
    return """

        Flows for Jakarta EE is running. Ctrl-C stops it.
          Base URL      %1$s
          Console       %1$s/console/ (the lines above hold the link for a first account)
          Credentials   %2$s (made at the first start)
          Try           curl %1$s/health/ready
                        curl -u <client_id>:<client_secret> -d grant_type=client_credentials %1$s/oauth/token
                        curl -H 'Authorization: Bearer <access_token>' %1$s/v1/diagrams

        """
        .formatted(base, data.resolve("first-client.json"));
  }
}
