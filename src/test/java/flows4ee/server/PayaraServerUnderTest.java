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

/**
 * Payara Server on PostgreSQL, in a domain of its own on the loopback interface, set up by {@code
 * server-config/payara/flows4apex.sh} as operators do.
 */
final class PayaraServerUnderTest {

  private static final List<String> OTHER_PORTS =
      List.of("8181", "3700", "3820", "3920", "8686", "7676");

  private final Path home = TestFiles.path("flows.payara-server");
  private final Path folder;
  private final Path domain;
  private final TestClients clients = new TestClients();
  private final int port = FreePort.find();
  private final int adminPort = FreePort.find();
  private final URI base = URI.create("http://127.0.0.1:" + port + "/flows4apex");

  private PayaraServerUnderTest(Path folder) {
    this.folder = folder;
    this.domain = folder.resolve("domains/domain1");
  }

  static TestServer start() throws Exception {
    return new PayaraServerUnderTest(TestFiles.emptyFolder("payara-server")).run();
  }

  private TestServer run() throws Exception {
    TestFiles.copyTree(home.resolve("glassfish/domains/domain1"), domain);
    usePorts();
    var database = TestDatabaseServer.start(folder);
    var server = ServerProcess.start(command());
    server.awaitAnswer(URI.create("http://127.0.0.1:" + port + "/index.html"));
    long first = server.javaProcessId();
    SetupScript.run("payara", writeParameters(database), folder, "http", "datasource", "deploy");
    if (server.javaProcessId() == first) {
      throw new IllegalStateException("The script did not restart " + domain);
    }
    server.awaitAnswer(URI.create(base + "/health/ready"));
    return new TestServer(
        base,
        folder.resolve(FirstClient.FILE_NAME),
        clients,
        new TestUsers(folder),
        new Inside(
            Optional.of(server),
            Optional.of(database.address()),
            Optional.of(new Asadmin(home, adminPort, folder))));
  }

  /** Free ports, no other interface, no search for other servers. */
  private void usePorts() throws IOException {
    var file = domain.resolve("config/domain.xml");
    var text =
        Files.readString(file)
            .replace("0.0.0.0", "127.0.0.1")
            .replace("<network-listener port=", "<network-listener address=\"127.0.0.1\" port=")
            .replace(
                "<hazelcast-config-specific-configuration>",
                "<hazelcast-config-specific-configuration enabled=\"false\">")
            .replace("port=\"8080\"", "port=\"" + port + "\"")
            .replace("port=\"4848\"", "port=\"" + adminPort + "\"");
    for (var other : OTHER_PORTS) {
      text = text.replace("=\"" + other + "\"", "=\"" + FreePort.find() + "\"");
    }
    Files.writeString(file, text);
  }

  private ProcessBuilder command() {
    var command =
        new ProcessBuilder(
            home.resolve("bin/asadmin").toString(),
            "--interactive=false",
            "start-domain",
            "--domaindir=" + domain.getParent(),
            "--verbose",
            domain.getFileName().toString());
    command.environment().putAll(clients.environment());
    return command.redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile());
  }

  private Path writeParameters(TestDatabaseServer database) throws IOException {
    var lines =
        new ArrayList<>(
            List.of(
                "PAYARA_HOME=" + home,
                "DOMAIN=" + domain.getFileName(),
                "DOMAIN_DIR=" + domain.getParent(),
                "ADMIN_HOST=127.0.0.1",
                "ADMIN_PORT=" + adminPort,
                "ADMIN_PASSWORD_FILE=",
                "WAR=" + System.getProperty("flows.war"),
                "ISSUER=" + base,
                "MASTER_KEY_FILE=" + folder.resolve("master.key")));
    lines.addAll(database.parameters());
    return Files.write(folder.resolve("flows4apex.properties"), lines);
  }
}
