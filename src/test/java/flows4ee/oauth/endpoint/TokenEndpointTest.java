package flows4ee.oauth.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.ClientService.ExistingCredentials;
import flows4ee.oauth.NewSecret;
import flows4ee.oauth.OAuthFixture;
import flows4ee.oauth.Role;
import flows4ee.oauth.TestSettings;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token endpoint of RFC 6749 as far as it needs no server. */
class TokenEndpointTest {

  private static final String CHOSEN_SECRET = "a+b/c%d:e=fé%20";

  private static OAuthFixture oauth;
  private NewSecret client;

  @BeforeAll
  static void open() {
    oauth = OAuthFixture.onH2();
  }

  @AfterAll
  static void close() throws IOException {
    oauth.close();
  }

  @BeforeEach
  void createClient() {
    client = oauth.createClient(Role.READ, Role.WRITE);
  }

  @AfterEach
  void restoreSettings() {
    oauth.use(TestSettings.DEFAULTS);
    oauth.clock().advance(Duration.ofMinutes(11));
  }

  private EndpointCall call() {
    return EndpointCall.token(oauth.module());
  }

  private static void assertError(EndpointAnswer answer, int status, String error) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body())
        .matches("\\{\"error\":\"" + error + "\",\"error_description\":\"[ -~]+\"}");
    assertThat(answer.contentType()).isEqualTo("application/json;charset=UTF-8");
    assertThat(answer.headers())
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Pragma", "no-cache");
  }

  @Test
  void shouldGrantAToken_SEC_TOK_9_SEC_TOK_10() {
    // when
    EndpointAnswer answer = call().basic(client).send();
    // then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .matches(
            "\\{\"access_token\":\"[A-Za-z0-9_.-]+\",\"token_type\":\"bearer\",\"expires_in\":3600}");
    assertThat(answer.contentType()).isEqualTo("application/json;charset=UTF-8");
    assertThat(answer.headers())
        .isEqualTo(Map.of("Cache-Control", "no-store", "Pragma", "no-cache"));
  }

  @Test
  void shouldIssueADifferentTokenEachTime() {
    assertThat(call().basic(client).send().body()).isNotEqualTo(call().basic(client).send().body());
  }

  @Test
  void shouldTakeRawAndEncodedCredentialsAlike_SEC_TOK_11() {
    // given
    String id = "imported/%7E+" + client.client().clientId().substring(0, 8);
    importChosen(id, Role.READ);
    // then
    assertThat(call().basic(id, CHOSEN_SECRET).send().status()).isEqualTo(200);
    assertThat(call().basic(encode(id), encode(CHOSEN_SECRET)).send().status()).isEqualTo(200);
    assertThat(
            call()
                .basic(encode(client.client().clientId()), encode(client.plain().orElseThrow()))
                .send()
                .status())
        .isEqualTo(200);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "HEAD", "DELETE", "PATCH", "TRACE", "BREW"})
  void shouldTakePostOnly_SEC_TOK_1(String method) {
    // when
    EndpointAnswer answer = call().method(method).basic(client).send();
    // then
    assertError(answer, 405, "invalid_request");
    assertThat(answer.headers()).containsEntry("Allow", "POST, OPTIONS");
  }

  @Test
  void shouldAnswerOptionsWithoutToken_SEC_TOK_15() {
    // when
    EndpointAnswer answer = call().method("OPTIONS").send();
    // then
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers()).containsEntry("Allow", "POST, OPTIONS");
    assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Origin");
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
    "grant_type=client_credentials&scope=flowsforapex.read&scope=flowsforapex.read, invalid_request",
    "'', invalid_request",
    "grant_type=, invalid_request",
    "scope=flowsforapex.read, invalid_request",
    "grant_type=client%ZZcredentials, invalid_request",
    "grant_type=client_credentials&x=%ff%fe, invalid_request",
    "grant_type=password, unsupported_grant_type",
    "grant_type=authorization_code, unsupported_grant_type",
    "grant_type=refresh_token, unsupported_grant_type",
    "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer, unsupported_grant_type",
    "grant_type=Client_Credentials, unsupported_grant_type",
    "grant_type=client_credentials+, unsupported_grant_type",
    "grant_type=client_credentials&scope=flowsforapex.admin, invalid_scope",
    "grant_type=client_credentials&scope=openid, invalid_scope",
    "grant_type=client_credentials&scope=flowsforapex.read++flowsforapex.write, invalid_scope",
    "grant_type=client_credentials&scope=%22, invalid_scope",
    "grant_type=client_credentials&client_id=other, invalid_request",
    "grant_type=client_credentials&client_id=a&client_secret=b, invalid_request",
  })
  void shouldRefuseBadForms_SEC_TOK_3_SEC_TOK_4_SEC_TOK_12(String form, String error) {
    assertError(call().basic(client).form(form).send(), 400, error);
  }

  @Test
  void shouldIgnoreUnknownParametersAndTolerateTheSameClientId() {
    // when
    EndpointAnswer answer =
        call()
            .basic(client)
            .form(
                "grant_type=client_credentials&resource=a&resource=b&client_id="
                    + client.client().clientId())
            .send();
    // then
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void shouldTellTheScopeOnlyWhenAskedFor_SEC_TOK_17() {
    // when
    EndpointAnswer answer =
        call().basic(client).form("grant_type=client_credentials&scope=flowsforapex.write").send();
    // then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .endsWith(",\"expires_in\":3600,\"scope\":\"flowsforapex.access flowsforapex.write\"}");
  }

  @Test
  void shouldAnswerAllFailuresOfClientsAlike_SEC_TOK_5() {
    // given
    String id = client.client().clientId();
    NewSecret disabled = oauth.createClient(Role.READ);
    oauth.module().clients().disable(disabled.client().clientId(), "x", OAuthFixture.OPERATOR);
    NewSecret deleted = oauth.createClient(Role.READ);
    oauth.module().clients().delete(deleted.client().clientId(), OAuthFixture.OPERATOR);
    NewSecret expired = expiredClient();
    // when
    EndpointAnswer expected = call().basic(id, "wrong").send();
    // then
    assertError(expected, 401, "invalid_client");
    assertThat(expected.body())
        .isEqualTo(
            "{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\"}");
    assertThat(expected.headers())
        .containsEntry(
            "WWW-Authenticate",
            "Basic realm=\"https://flows.example.org/flows4apex\", charset=\"UTF-8\"");
    assertThat(call().basic("unknown", "wrong").send()).isEqualTo(expected);
    assertThat(call().basic(disabled).send()).isEqualTo(expected);
    assertThat(call().basic(deleted).send()).isEqualTo(expected);
    assertThat(call().basic(expired).send()).isEqualTo(expected);
    assertThat(call().send()).isEqualTo(expected);
  }

  private static NewSecret expiredClient() {
    NewSecret expired = oauth.createClient(Role.READ);
    oauth
        .module()
        .clients()
        .update(
            expired.client().clientId(),
            attributes -> attributes.withExpiresAt(Optional.of(oauth.clock().instant())),
            OAuthFixture.OPERATOR);
    return expired;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic ",
        "Basic %%%",
        "Basic bm9jb2xvbg==",
        "Basic OnNlY3JldA==",
        "Basic dXNlcjo=",
        "Basic Basic dXNlcjpwYXNz",
        "Basic dXMAZXI6cGFzcw==",
        "Basic dXNlciUwMDpwYXNz",
        "Basic //46cGFzcw==",
        "Bearer abc",
        "Negotiate",
        ""
      })
  void shouldRefuseBrokenCredentials_SEC_TOK_13(String header) {
    assertError(call().authorization(header).send(), 401, "invalid_client");
  }

  @Test
  void shouldRefuseOversizedAndRepeatedCredentials_SEC_TOK_13() {
    assertError(call().basic("user", "x".repeat(10_000)).send(), 401, "invalid_client");
    assertError(call().basic(client).basic(client).send(), 400, "invalid_request");
  }

  @Test
  void shouldTakeBodyCredentialsOnlyWhenSwitchedOn() {
    // given
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(client.client().clientId(), client.plain().orElseThrow());
    // then
    assertError(call().form(form).send(), 401, "invalid_client");
    // when
    oauth.use(TestSettings.withBodyCredentials());
    // then
    assertThat(call().form(form).send().status()).isEqualTo(200);
    assertError(call().form(form + "x").send(), 401, "invalid_client");
    assertError(call().basic(client).form(form).send(), 400, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/x-www-form-urlencoded; charset=UTF-16",
        ""
      })
  void shouldTakeFormDataOnly_SEC_TOK_14(String type) {
    assertError(call().basic(client).contentType(type).send(), 415, "invalid_request");
  }

  @Test
  void shouldTakeFormDataWithCharsetAndRefuseCodings_SEC_TOK_14() {
    assertThat(
            call()
                .basic(client)
                .contentType("Application/X-WWW-Form-URLEncoded; charset=\"utf-8\"")
                .send()
                .status())
        .isEqualTo(200);
    assertError(call().basic(client).contentEncoding("gzip").send(), 415, "invalid_request");
    assertError(call().basic(client).contentType(null).send(), 415, "invalid_request");
  }

  @Test
  void shouldBoundTheBody_SEC_TOK_14() {
    // given
    String fitting = "grant_type=client_credentials&x=";
    String padding = "y".repeat(8192 - fitting.length());
    // then
    assertThat(call().basic(client).form(fitting + padding).send().status()).isEqualTo(200);
    assertError(call().basic(client).form(fitting + padding + "y").send(), 413, "invalid_request");
  }

  @Test
  void shouldDemandHttpsExceptFromLoopback_SEC_TOK_16() {
    assertError(call().plainHttp(false).basic(client).send(), 400, "invalid_request");
    assertThat(call().plainHttp(true).basic(client).send().status()).isEqualTo(200);
  }

  @Test
  void shouldCheckInTheDocumentedOrder() {
    // method before HTTPS before content type before size before form before client before grant
    assertThat(call().method("GET").plainHttp(false).contentType("a/b").send().status())
        .isEqualTo(405);
    assertThat(call().plainHttp(false).contentType("a/b").send().status()).isEqualTo(400);
    assertThat(call().contentType("a/b").body(new byte[9000]).send().status()).isEqualTo(415);
    assertThat(call().body(new byte[9000]).send().status()).isEqualTo(413);
    assertError(
        call().basic("unknown", "x").form("scope=a&scope=b").send(), 400, "invalid_request");
    assertError(
        call().basic("unknown", "x").form("grant_type=password").send(), 401, "invalid_client");
    assertError(
        call().basic(client).form("grant_type=password&scope=openid").send(),
        400,
        "unsupported_grant_type");
  }

  @Test
  void shouldThrottleGuessingWithoutLockingTheClient_SEC_TOK_7() {
    // given
    String id = client.client().clientId();
    for (int i = 0; i < 5; i++) {
      assertError(call().basic(id, "wrong" + i).send(), 401, "invalid_client");
    }
    // when
    EndpointAnswer refused = call().basic(client).send();
    // then
    assertError(refused, 429, "temporarily_unavailable");
    assertThat(refused.headers()).containsEntry("Retry-After", "1");
    assertThat(call().basic(client).send().headers()).containsEntry("Retry-After", "2");
    assertThat(call().basic(client).send().headers()).containsEntry("Retry-After", "4");
    assertThat(call().from("192.0.2.2").basic(client).send().status()).isEqualTo(200);
    // when the announced time has passed
    oauth.clock().advance(Duration.ofSeconds(4));
    // then
    assertThat(call().basic(client).send().status()).isEqualTo(200);
    assertError(call().basic(id, "wrong").send(), 401, "invalid_client");
  }

  /** One address that asks many times at once gets no more guesses than one that asks in turn. */
  @Test
  void shouldThrottleGuessesThatWait_SEC_TOK_7() throws InterruptedException {
    // given
    String id = "queued-" + client.client().clientId().substring(0, 8);
    importChosen(id);
    var gate = new CountDownLatch(1);
    keepBusy(gate);
    // when
    var answers =
        IntStream.range(0, 50).mapToObj(i -> call().basic(id, "wrong" + i).begin()).toList();
    assertThat(answers).noneMatch(answer -> answer.toCompletableFuture().isDone());
    gate.countDown();
    // then
    var statuses =
        answers.stream().map(answer -> answer.toCompletableFuture().join().status()).toList();
    assertThat(statuses).containsOnly(401, 429);
    assertThat(statuses)
        .filteredOn(status -> status == 401)
        .hasSizeBetween(5, 5 + 2 * Runtime.getRuntime().availableProcessors());
  }

  @Test
  void shouldRefuseWhatMayNotWait() throws InterruptedException {
    // given
    String id = "full-" + client.client().clientId().substring(0, 8);
    importChosen(id);
    var gate = new CountDownLatch(1);
    keepBusy(gate);
    for (int i = 0; i < 100; i++) {
      oauth.module().derivations().submit(() -> awaited(gate));
    }
    // when
    EndpointAnswer refused = call().basic(id, CHOSEN_SECRET).send();
    EndpointAnswer generated = call().basic(client).send();
    gate.countDown();
    // then
    assertError(refused, 503, "temporarily_unavailable");
    assertThat(refused.headers()).containsEntry("Retry-After", "5");
    assertThat(generated.status()).isEqualTo(200);
  }

  /** Returns when all that may derive at a time is deriving, until the gate opens. */
  private static void keepBusy(CountDownLatch gate) throws InterruptedException {
    int parallel = 2 * Runtime.getRuntime().availableProcessors();
    var running = new CountDownLatch(parallel);
    for (int i = 0; i < parallel; i++) {
      oauth
          .module()
          .derivations()
          .submit(
              () -> {
                running.countDown();
                return awaited(gate);
              });
    }
    running.await();
  }

  private static boolean awaited(CountDownLatch gate) {
    try {
      gate.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void importChosen(String id, Role... roles) {
    oauth
        .module()
        .clients()
        .importClient(
            new ExistingCredentials(id, CHOSEN_SECRET),
            OAuthFixture.attributes(),
            Set.of(roles),
            OAuthFixture.OPERATOR);
  }

  @Test
  void shouldThrottleAnAddressThatTriesManyClients() {
    // given
    for (int i = 0; i < 60; i++) {
      assertThat(call().from("192.0.2.9").basic("guess" + i, "x").send().status()).isEqualTo(401);
    }
    // when
    EndpointAnswer refused = call().from("192.0.2.9").basic(client).send();
    // then
    assertError(refused, 429, "temporarily_unavailable");
    assertThat(refused.headers()).containsEntry("Retry-After", "600");
    oauth.clock().advance(Duration.ofMinutes(10));
    assertThat(call().from("192.0.2.9").basic(client).send().status()).isEqualTo(200);
  }

  @Test
  void shouldLimitGrantsPerMinute() {
    // given
    oauth.use(TestSettings.withLimits(100, 2));
    call().basic(client).send();
    call().basic(client).send();
    // when
    EndpointAnswer refused = call().basic(client).send();
    // then
    assertError(refused, 429, "temporarily_unavailable");
    assertThat(refused.headers()).containsEntry("Retry-After", "60");
    oauth.clock().advance(Duration.ofMinutes(1));
    assertThat(call().basic(client).send().status()).isEqualTo(200);
  }

  @Test
  void shouldRevokeTheOldestUnusedBeyondTheLimitOfOpenTokens() {
    // given
    oauth.use(TestSettings.withLimits(3, 0));
    EndpointCall call = call().basic(client);
    String first = tokenIn(call.send());
    oauth.clock().advance(Duration.ofSeconds(1));
    String second = tokenIn(call.send());
    oauth.clock().advance(Duration.ofSeconds(1));
    oauth.check(first);
    oauth.module().maintain();
    // when
    tokenIn(call.send());
    String fourth = tokenIn(call.send());
    // then
    assertThat(oauth.check(second)).isEmpty();
    assertThat(oauth.check(first)).isPresent();
    assertThat(oauth.check(fourth)).isPresent();
  }

  static String tokenIn(EndpointAnswer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().split("\"")[3];
  }

  @Test
  void shouldAuditGrantsAndRefusalsWithoutSecrets() {
    // given
    call().basic(client).send();
    call().basic(client.client().clientId(), "a-wrong-secret").send();
    // when
    var events =
        oauth.query(
            "select event || ' ' || actor || ' ' || coalesce(ip, '') || ' ' || coalesce(detail, '')"
                + " from oauth_events where client_id = '%s' order by id"
                    .formatted(client.client().clientId()));
    // then
    assertThat(events).hasSize(3).first().asString().startsWith("client_created operator");
    assertThat(events.get(1))
        .isEqualTo("token_issued " + client.client().clientId() + " 192.0.2.1 ");
    assertThat(events.get(2))
        .isEqualTo("token_refused anonymous 192.0.2.1 Client authentication failed");
  }

  @Test
  void shouldRaiseTheCostOfAChosenSecretAtItsNextUse_SEC_KEY_1() {
    // given
    String id = "legacy-" + client.client().clientId().substring(0, 8);
    importChosen(id);
    // when
    oauth.use(TestSettings.withIterations(2000));
    assertThat(call().basic(id, CHOSEN_SECRET).send().status()).isEqualTo(200);
    // then
    assertThat(oauth.query("select secret_hash from oauth_client_secrets where hint = 'é%20'"))
        .anyMatch(hash -> hash.startsWith("pbkdf2-sha512$2000$"));
    assertThat(call().basic(id, CHOSEN_SECRET).send().status()).isEqualTo(200);
  }

  @Test
  void shouldAnswerJsonForUnknownPaths() {
    // when
    EndpointAnswer answer = EndpointCall.to("/oauth/authorize", oauth.module()).send();
    // then
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"success\":false,\"message\":\"Not implemented\"}");
  }
}
