package flows4ee.server;

import flows4ee.oauth.FirstClient;
import flows4ee.server.TestServer.Inside;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** WildFly on PostgreSQL, set up by {@code server-config/wildfly/flows4apex.sh} as operators do. */
final class WildFlyUnderTest {

  private final Path home = TestFiles.path("flows.wildfly");
  private final TestClients clients = new TestClients();
  private final Path folder;
  private final int port = FreePort.find();
  private final int managementPort = FreePort.find();
  private final URI base = URI.create("http://127.0.0.1:" + port + "/flows4apex");

  private WildFlyUnderTest(Path folder) {
    this.folder = folder;
  }

  static TestServer start() throws Exception {
    return new WildFlyUnderTest(TestFiles.emptyFolder("wildfly")).run();
  }

  private TestServer run() throws Exception {
    var database = TestDatabaseServer.start(folder);
    TestFiles.copyTree(home.resolve("standalone"), folder.resolve("standalone"));
    var server = ServerProcess.start(command());
    server.awaitAnswer(URI.create("http://127.0.0.1:" + managementPort + "/console/index.html"));
    SetupScript.run(
        "wildfly", writeParameters(database), folder, "http", "security", "datasource", "deploy");
    server.awaitAnswer(URI.create(base + "/health/ready"));
    return new TestServer(
        base,
        folder.resolve(FirstClient.FILE_NAME),
        clients,
        users(database),
        new Inside(
            Optional.of(server),
            Optional.of(database.address()),
            Optional.of(new JbossCli(home, managementPort, folder))));
  }

  private TestUsers users(TestDatabaseServer database) throws IOException {
    var users = new TestUsers(folder);
    users.createReader(database.options());
    users.createAdministrator(database.options());
    return users;
  }

  private ProcessBuilder command() {
    var command =
        new ProcessBuilder(
            home.resolve("bin/standalone.sh").toString(),
            "-b=127.0.0.1",
            "-bmanagement=127.0.0.1",
            "-Djboss.server.base.dir=" + folder.resolve("standalone"),
            "-Djboss.http.port=" + port,
            "-Djboss.https.port=" + FreePort.find(),
            "-Djboss.management.http.port=" + managementPort,
            "-Djboss.management.https.port=" + FreePort.find());
    command.environment().putAll(clients.environment());
    command.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
    return command.redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile());
  }

  private Path writeParameters(TestDatabaseServer database) throws IOException {
    var lines =
        new ArrayList<>(
            List.of(
                "WILDFLY_HOME=" + home,
                "CONTROLLER=remote+http://127.0.0.1:" + managementPort,
                "WAR=" + System.getProperty("flows.war"),
                "ISSUER=" + base,
                "MASTER_KEY_FILE=" + folder.resolve("master.key")));
    lines.addAll(database.parameters());
    return Files.write(folder.resolve("flows4apex.properties"), lines);
  }
}
