package flows4ee.server;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The server under test, running the packed application.
 *
 * <p>It starts when the first test asks for it and ends with the test run. The system property
 * {@code flows.server} chooses {@code payara-micro} (embedded database) or {@code wildfly} (on
 * PostgreSQL, set up by the operators' script). With {@code flows.base} and {@code
 * flows.credentials} (a {@code first-client.json}) a server that runs already is used.
 */
public final class TestServer {

  private static TestServer current;
  private static RuntimeException failure;

  private final URI base;
  private final Supplier<ClientCredentials> credentials;

  TestServer(URI base, Supplier<ClientCredentials> credentials) {
    this.base = base;
    this.credentials = credentials;
  }

  /** Returns the running server, starting it if need be. */
  public static synchronized TestServer current() {
    if (failure != null) {
      throw failure;
    }
    if (current == null) {
      current = startOrRemember();
    }
    return current;
  }

  /** Returns the application's base URL, without trailing slash. */
  public URI base() {
    return base;
  }

  /** Returns the credentials of a client that has all roles. */
  public ClientCredentials credentials() {
    return credentials.get();
  }

  /** Returns a caller without token. */
  public ApiClient anonymous() {
    return new ApiClient(base, Optional.empty());
  }

  /** Returns a caller with a fresh token of the client that has all roles. */
  public ApiClient api() {
    return anonymous().withToken(anonymous().grantToken(credentials()));
  }

  private static TestServer startOrRemember() {
    try {
      return start();
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
      return new TestServer(
          URI.create(running), () -> ClientCredentials.read(TestFiles.path("flows.credentials")));
    }
    var name = System.getProperty("flows.server");
    return switch (name) {
      case "payara-micro" -> PayaraMicroUnderTest.start();
      case "wildfly" -> WildFlyUnderTest.start();
      default -> throw new IllegalArgumentException("No server " + name);
    };
  }
}
