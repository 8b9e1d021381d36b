package flows4ee.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What an operator decides when deploying ({@code f4a.*} of MicroProfile Config), read once at
 * start.
 *
 * @param mode strictness
 * @param dataDirectory absolute folder of the embedded database and of generated keys
 * @param database where the data lies
 * @param nodeId name of this node in claims and logs
 * @param shutdownGrace how long running calls may go on once the application is told to stop
 */
public record DeploymentSettings(
    RunMode mode,
    Path dataDirectory,
    DatabaseSettings database,
    String nodeId,
    Duration shutdownGrace) {

  static DeploymentSettings from(SettingsReader reader) {
    return new DeploymentSettings(
        reader.choice("f4a.mode", RunMode.PRODUCTION),
        reader.path("f4a.data.dir").orElseGet(DeploymentSettings::defaultDataDirectory),
        DatabaseSettings.from(reader),
        reader.text("f4a.node.id").orElseGet(() -> UUID.randomUUID().toString()),
        reader.duration("f4a.shutdown.grace", Duration.ofSeconds(30)));
  }

  /** Tells whether the first start may create a client: only on a machine for trying out. */
  public boolean allowsFirstClient() {
    return mode == RunMode.DEVELOPMENT && database.isEmbedded();
  }

  /** WildFly names its data folder, Payara Server its domain; else the working folder is used. */
  private static Path defaultDataDirectory() {
    return Optional.ofNullable(System.getProperty("jboss.server.data.dir"))
        .or(() -> Optional.ofNullable(System.getProperty("com.sun.aas.instanceRoot")))
        .map(Path::of)
        .filter(path -> !path.startsWith(System.getProperty("java.io.tmpdir")))
        .orElseGet(() -> Path.of(""))
        .resolve("flows4apex")
        .toAbsolutePath()
        .normalize();
  }
}
