package flows4ee.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import flows4ee.server.ApiClient;
import flows4ee.server.ManagementBean;
import flows4ee.server.TestServer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Keys rotate while clients obtain and use tokens. A published key signs ten minutes later; where
 * the database can be reached the test makes the key older, elsewhere it sees the publication only.
 */
class KeyRotationIT {

  private static final int CALLERS = 4;
  private static final int CALLS = 10_000;
  private static final int CALLS_WITHOUT_NEW_KEY = 2_000;
  private static final int CALLS_PER_TOKEN = 25;
  private static final long LIMIT_SECONDS = 300;

  private final TestServer server = TestServer.current();
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final AtomicInteger calls = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  @Test
  void shouldFailNoCallWhileKeysRotate_OAUTH_7_SEC_REV_8() throws Exception {
    // given
    ManagementBean bean = server.management();
    String early = token();
    ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
    List<Future<Void>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      callers.add(pool.submit(load(early)));
    }
    // when
    String kid = (String) bean.invoke("rotateKeys");
    boolean signs = server.database().isPresent();
    if (signs) {
      publishEarlier(kid, server.database().get());
      await(() -> kid(token()).equals(kid));
    }
    await(() -> calls.get() >= (signs ? CALLS : CALLS_WITHOUT_NEW_KEY));
    isOver.set(true);
    for (Future<Void> caller : callers) {
      caller.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
    pool.shutdown();
    // then
    assertThat(failures).isEmpty();
    assertThat(publishedKeys()).contains(kid, kid(early));
    assertThat(kid(token()).equals(kid)).isEqualTo(signs);
    assertThat(status(server.anonymous().withToken(early))).isEqualTo(200);
    assertThat((String[]) bean.invoke("listKeys"))
        .contains(kid + (signs ? " RS256 ACTIVE" : " RS256 NEXT"));
  }

  /** Uses the early token and fresh ones in turn. */
  private Callable<Void> load(String early) {
    return () -> {
      while (!isOver.get()) {
        String fresh = token();
        for (int i = 0; i < CALLS_PER_TOKEN && !isOver.get(); i++) {
          use(i % 2 == 0 ? early : fresh);
        }
      }
      return null;
    };
  }

  private void use(String token) {
    int status = status(server.anonymous().withToken(token));
    calls.incrementAndGet();
    if (status != 200) {
      failures.add("%d after %d calls".formatted(status, calls.get()));
    }
  }

  private static int status(ApiClient caller) {
    return caller.get("v1/utils/roles").statusCode();
  }

  private String token() {
    return server.anonymous().grantToken(server.credentials());
  }

  private static String kid(String token) throws Exception {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }

  private List<String> publishedKeys() throws Exception {
    return JWKSet.parse(server.anonymous().get("oauth/jwks").body()).getKeys().stream()
        .map(key -> key.getKeyID())
        .toList();
  }

  private static void publishEarlier(String kid, String database) throws SQLException {
    try (var connection = DriverManager.getConnection(database);
        var statement =
            connection.prepareStatement(
                "update oauth_keys set created_at = created_at - interval '11' minute"
                    + " where kid = ?")) {
      statement.setString(1, kid);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
