package flows4ee.server;

import flows4ee.oauth.FirstClient;
import flows4ee.server.TestServer.Inside;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Payara Micro with the embedded database, set up as the run command does. */
final class PayaraMicroUnderTest {

  private PayaraMicroUnderTest() {}

  static TestServer start() throws Exception {
    return start(TestFiles.emptyFolder("payara-micro"), TestFiles.path("flows.war"));
  }

  /** Starts another one. */
  static TestServer start(Path folder, Path war) throws Exception {
    int port = FreePort.find();
    var base = URI.create("http://127.0.0.1:" + port + "/flows4apex");
    var command =
        new PayaraMicro(
                TestFiles.path("flows.payara"),
                war,
                TestFiles.path("flows.server-config").resolve("payara/micro"))
            .command(
                port,
                Map.of(
                    "f4a.mode", "development",
                    "f4a.data.dir", folder.toString(),
                    "f4a.oauth_issuer", base.toString()));
    var clients = new TestClients();
    command.environment().putAll(clients.environment());
    var users = new TestUsers(folder);
    users.createReader("--data-dir", folder.toString());
    var server = ServerProcess.start(logging(command, folder.resolve("server.log")));
    server.awaitAnswer(URI.create(base + "/health/ready"));
    return new TestServer(
        base,
        folder.resolve(FirstClient.FILE_NAME),
        clients,
        users,
        new Inside(Optional.of(server), Optional.empty(), Optional.empty()));
  }

  private static ProcessBuilder logging(ProcessBuilder command, Path log) {
    return command.redirectErrorStream(true).redirectOutput(log.toFile());
  }
}
