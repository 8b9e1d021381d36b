package flows4ee.server;

import flows4ee.oauth.Role;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The server under test, running the packed application.
 *
 * <p>It starts when the first test asks for it and ends with the test run. The system property
 * {@code flows.server} chooses {@code payara-micro} (embedded database) or {@code wildfly} (on
 * PostgreSQL, set up by the operators' script). With {@code flows.base} and {@code
 * flows.credentials} (a {@code first-client.json}) a server that runs already is used; its one
 * client has all roles.
 */
public final class TestServer {

  private final Map<Set<Role>, String> tokens = new ConcurrentHashMap<>();
  private static TestServer current;
  private static TestServer configurable;
  private static RuntimeException failure;

  private final URI base;
  private final Path firstClientFile;
  private final KnownClients clients;
  private final TestUsers users;
  private final Inside inside;

  TestServer(URI base, Path firstClientFile, KnownClients clients, TestUsers users, Inside inside) {
    this.base = base;
    this.firstClientFile = firstClientFile;
    this.clients = clients;
    this.users = users;
    this.inside = inside;
  }

  /**
   * What tests may reach besides HTTP.
   *
   * @param process the server's process, if the tests started it
   * @param database JDBC address of a database that takes connections besides the server's
   * @param tool what its operators change its configuration with
   */
  record Inside(
      Optional<ServerProcess> process, Optional<String> database, Optional<OperatorTool> tool) {}

  /** Returns the running server, starting it if need be. */
  public static synchronized TestServer current() {
    if (current == null) {
      current = startOrRemember(TestServer::start);
    }
    return current;
  }

  /**
   * Returns a running server that operators configure with a tool of its own and whose database
   * takes other connections: the one under test, or a Payara Server beside Payara Micro, which has
   * no such tool and an embedded database.
   */
  public static synchronized TestServer configurable() {
    if (configurable == null) {
      configurable = startOrRemember(TestServer::findConfigurable);
    }
    return configurable;
  }

  /**
   * Starts a Payara Micro of its own whose application holds one more library, with these classes
   * as beans. Whoever starts it stops it.
   */
  public static TestServer startWithBeans(Class<?>... beans) throws Exception {
    var folder = TestFiles.emptyFolder("payara-micro-with-beans");
    var war = LibraryInWar.add(beans, TestFiles.path("flows.war"), folder);
    return PayaraMicroUnderTest.start(folder, war);
  }

  /** Stops a server that was started for one test. */
  public void stop() {
    inside.process().orElseThrow().close();
  }

  private static TestServer findConfigurable() throws Exception {
    var server = current();
    return server.inside.tool().isPresent() ? server : PayaraServerUnderTest.start();
  }

  /** Returns the tool that its operators change its configuration with. */
  public OperatorTool operatorTool() {
    return inside.tool().orElseThrow();
  }

  /** Returns the application's base URL, without trailing slash. */
  public URI base() {
    return base;
  }

  /** Returns where a first client's credentials lie, if the server made one. */
  public Path firstClientFile() {
    return firstClientFile;
  }

  /** Returns the credentials of a client that has all roles. */
  public ClientCredentials credentials() {
    return clients.with(EnumSet.allOf(Role.class));
  }

  /**
   * Returns the credentials of a client that has all roles and a secret chosen elsewhere, with
   * {@code + / % : =} and a letter beyond ASCII.
   */
  public ClientCredentials importedClient() {
    return clients.imported();
  }

  /** Returns the same, with a secret in ASCII that holds a percent-encoded character. */
  public ClientCredentials importedAsciiClient() {
    return clients.importedAscii();
  }

  /** Returns the management bean for OAuth clients and keys, over JMX. */
  public ManagementBean management() throws JMException {
    var context = ObjectName.quote(base.getPath());
    return ManagementBean.ofProcess(
        inside.process().orElseThrow().javaProcessId(),
        new ObjectName("flows4ee:type=Clients,context=" + context));
  }

  /** Returns the JDBC address of the server's database, if it takes other connections. */
  public Optional<String> database() {
    return inside.database();
  }

  /** Returns a browser nobody has signed in with. */
  public ConsoleClient console() {
    return new ConsoleClient(base);
  }

  /** Returns the person at the console who has all API roles. */
  public ConsoleUser administrator() {
    return users.administrator(base);
  }

  /** Returns the person at the console who has the role Read only. */
  public ConsoleUser reader() {
    return users.reader();
  }

  /**
   * Returns a way to send requests byte by byte from a loopback address of its own.
   *
   * @param address number of the address, 0 to 65535
   */
  public RawCall raw(int address) {
    return new RawCall(base, address);
  }

  /** Returns a caller without token. */
  public ApiClient anonymous() {
    return new ApiClient(base, Optional.empty());
  }

  /** Returns a caller with a token of the client that has all roles. */
  public ApiClient api() {
    return apiOf(EnumSet.allOf(Role.class));
  }

  /** Returns a caller with a token of the client that has this role only. */
  public ApiClient apiWith(Role role) {
    return apiOf(EnumSet.of(role));
  }

  /** Returns a caller with a token of a client without any role. */
  public ApiClient apiWithoutRoles() {
    return apiOf(EnumSet.noneOf(Role.class));
  }

  private ApiClient apiOf(Set<Role> roles) {
    var token = tokens.computeIfAbsent(roles, r -> anonymous().grantToken(clients.with(r)));
    return anonymous().withToken(token);
  }

  private static TestServer startOrRemember(Callable<TestServer> server) {
    if (failure != null) {
      throw failure;
    }
    try {
      return server.call();
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    } catch (Exception e) {
      failure = new IllegalStateException("The server under test did not start", e);
      throw failure;
    }
  }

  private static TestServer start() throws Exception {
    var running = System.getProperty("flows.base");
    if (running != null) {
      return runningAt(URI.create(running));
    }
    var name = System.getProperty("flows.server");
    return switch (name) {
      case "payara-micro" -> PayaraMicroUnderTest.start();
      case "wildfly" -> WildFlyUnderTest.start();
      default -> throw new IllegalArgumentException("No server " + name);
    };
  }

  /** The server that runs already has one client only, with all roles. */
  private static TestServer runningAt(URI base) {
    var file = TestFiles.path("flows.credentials");
    return new TestServer(
        base,
        file,
        KnownClients.one(() -> ClientCredentials.read(file)),
        new TestUsers(file.toAbsolutePath().getParent()),
        new Inside(Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
