package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.TestServer;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What callers learn while the database takes no connections, and what is left of it later. */
class OutageIT extends RestIT {

  private static final long LIMIT_SECONDS = 10;
  private static final String UNAVAILABLE =
      "{\"success\":false,\"message\":\"Service unavailable\"}";

  OutageIT() {
    super(TestServer.configurable());
  }

  private void assertUnavailable(HttpResponse<String> response) {
    assertRefusal(response, 503, UNAVAILABLE);
    assertThat(response.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]?");
  }

  private static void within(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("in " + LIMIT_SECONDS + " s").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** A connection to another database of the same server. */
  private Connection besides() throws SQLException {
    String address = server.database().orElseThrow();
    return DriverManager.getConnection(address.replace("/postgres?", "/template1?"));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void shouldAskToComeBackLaterWhileThereIsNoDatabase() throws Exception {
    // given
    String path = "v1/processes/" + startBasic();
    String before = api.get(path).body();
    try (Connection other = besides()) {
      execute(other, "alter database postgres with allow_connections false");
      try {
        execute(
            other,
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
        // then
        assertUnavailable(api.get(path));
        assertUnavailable(api.put(path + "/terminate", "{}"));
        assertUnavailable(api.delete(path));
        assertUnavailable(api.post("v1/diagrams", "{}"));
        assertNoTokens();
        within(() -> server.anonymous().get("health/ready").statusCode() == 503);
        assertThat(server.anonymous().get("health/live").statusCode()).isEqualTo(200);
      } finally {
        execute(other, "alter database postgres with allow_connections true");
      }
    }
    // then
    within(() -> api.get(path).statusCode() == 200);
    assertThat(api.get(path).body()).isEqualTo(before);
    within(() -> server.anonymous().get("health/ready").statusCode() == 200);
  }

  private void assertNoTokens() {
    var refused =
        server
            .anonymous()
            .withAuthorization(server.credentials().basic())
            .postForm("oauth/token", "grant_type=client_credentials");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(refused.body()).startsWith("{\"error\":\"temporarily_unavailable\"");
  }
}
