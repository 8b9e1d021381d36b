package flows4ee.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.ApiClient;
import flows4ee.server.ClientCredentials;
import flows4ee.server.TestServer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token endpoint as a client meets it (RFC 6749 sections 2.3, 4.4 and 5). */
class TokenEndpointIT {

  private static final String PATH = "oauth/token";
  private static final String GRANT = "grant_type=client_credentials";

  /** What a scheduler with more to do than processors makes a call wait. */
  private static final long SLICES = TimeUnit.MILLISECONDS.toNanos(100);

  private static final String INVALID_CLIENT = "{\"error\":\"invalid_client\"";

  private final TestServer server = TestServer.current();
  private final ClientCredentials client = server.credentials();

  private HttpResponse<String> grant(ClientCredentials credentials, String form) {
    return grant(credentials.basic(), form);
  }

  private HttpResponse<String> grant(String authorization, String form) {
    return server.anonymous().withAuthorization(authorization).postForm(PATH, form);
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void shouldTakeBothSpellingsOfBasicCredentials_OAUTH_1_SEC_TOK_11_A11() {
    for (var each : List.of(client, server.importedClient(), server.importedAsciiClient())) {
      String encoded = basic(encoded(each.id()) + ":" + encoded(each.secret()));
      var plain = grant(each, GRANT);
      var form = grant(encoded, GRANT);
      assertThat(plain.statusCode()).as(plain.body()).isEqualTo(200);
      assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
      assertThat(shape(form)).isEqualTo(shape(plain));
    }
  }

  /** The answer without what differs from token to token. */
  private static String shape(HttpResponse<String> response) {
    return response.body().replaceAll("\"access_token\":\"[^\"]+\"", "\"access_token\":\"...\"");
  }

  @Test
  void shouldAnswerAllFailuresOfClientsAlike_OAUTH_2_SEC_TOK_5() {
    var answers =
        Stream.of(wrongSecret(), unknownClient(), disabledClient())
            .map(credentials -> fixed(server.raw(1).grant(credentials.basic())))
            .toList();
    assertThat(answers.get(0)).startsWith("HTTP/1.1 401").contains(INVALID_CLIENT);
    assertThat(answers).containsOnly(answers.get(0));
  }

  /** The answer without what differs from call to call. */
  private static String fixed(String answer) {
    return answer.replaceAll("(?im)^(date|x-request-id):.*$", "$1");
  }

  private ClientCredentials wrongSecret() {
    var made = create(UUID.randomUUID().toString());
    return new ClientCredentials(made.id(), made.secret() + "x");
  }

  private static ClientCredentials unknownClient() {
    return new ClientCredentials("nobody" + UUID.randomUUID(), "x".repeat(43));
  }

  private ClientCredentials disabledClient() {
    var made = create(UUID.randomUUID().toString());
    var disabled = server.api().put("v1/oauth_clients/" + made.id() + "/disable", "{}");
    assertThat(disabled.statusCode()).as(disabled.body()).isEqualTo(200);
    return made;
  }

  private ClientCredentials create(String name) {
    var made =
        server
            .api()
            .post(
                "v1/oauth_clients",
                "{\"name\":\"%s\",\"support_email\":\"ops@example.org\"}".formatted(name));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return new ClientCredentials(
        member("client_id", made.body()), member("client_secret", made.body()));
  }

  private static String member(String name, String json) {
    var found = Pattern.compile('"' + name + "\":\"([^\"]+)\"").matcher(json);
    assertThat(found.find()).as(json).isTrue();
    return found.group(1);
  }

  /**
   * Interleaved, so that what slows the machine slows all classes, and from many addresses, so that
   * no throttle comes between; the best of some runs.
   */
  @Test
  void shouldNotTellByItsTimeWhatIsWrong_OAUTH_2_SEC_TOK_6() {
    var classes = List.of(wrongSecret(), unknownClient(), disabledClient());
    double best = Double.MAX_VALUE;
    for (int run = 0; run < 8 && best >= 0.05; run++) {
      best = Math.min(best, spread(classes, 1000 * run));
    }
    assertThat(best).isLessThan(0.05);
  }

  private double spread(List<ClientCredentials> classes, int firstAddress) {
    var times = classes.stream().map(c -> new ArrayList<Long>()).toList();
    for (int i = 0; i < 200; i++) {
      for (int c = 0; c < classes.size(); c++) {
        var caller = server.raw(firstAddress + 100 + i);
        var authorization = classes.get((c + i) % classes.size()).basic();
        long begin = System.nanoTime();
        String answer = caller.grant(authorization);
        times.get((c + i) % classes.size()).add(System.nanoTime() - begin);
        assertThat(answer).startsWith("HTTP/1.1 401");
      }
    }
    var medians = times.stream().mapToLong(TokenEndpointIT::median).sorted().toArray();
    return (double) (medians[medians.length - 1] - medians[0]) / medians[0];
  }

  private static long median(List<Long> times) {
    var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  @ParameterizedTest
  @CsvSource({
    "'', invalid_request",
    "scope=x, invalid_request",
    "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
    "grant_type=password&username=a&password=b, unsupported_grant_type",
    "grant_type=Client_Credentials, unsupported_grant_type"
  })
  void shouldRefuseOtherGrants_OAUTH_3_SEC_TOK_3_SEC_TOK_4_A10(String form, String error) {
    var answer = grant(client, form);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(member("error", answer.body())).isEqualTo(error);
  }

  @Test
  void shouldTakeNothingFromTheQuery_SEC_TOK_2() {
    var anonymous = server.anonymous();
    String query =
        "?" + GRANT + "&client_id=" + client.id() + "&client_secret=" + encoded(client.secret());
    var bare = anonymous.postForm(PATH + query, "");
    var withGrant = anonymous.postForm(PATH + query, GRANT);
    assertThat(List.of(bare.statusCode(), withGrant.statusCode())).isSubsetOf(400, 401);
    assertThat(bare.body() + withGrant.body()).doesNotContain("access_token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "HEAD", "DELETE"})
  void shouldTakePostOnly_SEC_TOK_1(String method) {
    var call =
        server
            .anonymous()
            .withAuthorization(client.basic())
            .request(PATH + "?" + GRANT)
            .method(method, BodyPublishers.noBody());
    var answer = server.anonymous().send(call);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow").orElse("")).contains("POST");
    assertThat(answer.body()).doesNotContain("access_token");
  }

  @Test
  void shouldKeepEveryAnswerOutOfCaches_OAUTH_10_SEC_TOK_9_SEC_TOK_10() {
    assertThat(server.raw(2).grant(unknownClient().basic()))
        .contains("no-store")
        .contains("no-cache");
    var answers =
        List.of(
            grant(client, GRANT),
            grant(client, "grant_type=password"),
            grant("Basic !", GRANT),
            server.anonymous().postForm(PATH, GRANT),
            server.anonymous().post(PATH, "{}"),
            server.anonymous().get(PATH));
    for (var answer : answers) {
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
      assertThat(answer.headers().firstValue("Pragma")).hasValue("no-cache");
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(answer.headers().firstValue("Location")).isEmpty();
      assertThat(answer.body()).doesNotContain("refresh_token");
    }
  }

  /** Guesses at chosen secrets cost a slow derivation each; calls with tokens must not wait. */
  @Test
  void shouldServeCallsWhileSecretsAreGuessed_SEC_TOK_8() throws Exception {
    var api = server.api();
    long idle = percentile(api);
    var guessing = new AtomicBoolean(true);
    var address = new AtomicInteger();
    var guessers = Executors.newFixedThreadPool(50);
    List<Future<?>> guesses = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        guesses.add(guessers.submit(() -> guess(guessing, address)));
      }
      TimeUnit.SECONDS.sleep(2);
      var known = grant(client, GRANT);
      long busy = LongStream.generate(() -> percentile(api)).limit(8).min().orElseThrow();
      assertThat(known.statusCode()).isIn(200, 429, 503);
      assertThat(busy).isLessThan(Math.max(3 * idle, SLICES));
    } finally {
      guessing.set(false);
      guessers.shutdown();
      assertThat(guessers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
    for (Future<?> guess : guesses) {
      guess.get();
    }
  }

  private void guess(AtomicBoolean guessing, AtomicInteger address) {
    var wrong = new ClientCredentials(server.importedAsciiClient().id(), "wrong").basic();
    while (guessing.get()) {
      assertThat(server.raw(20_000 + address.getAndIncrement()).grant(wrong))
          .matches("(?s)HTTP/1.1 (401|429|503) .*");
    }
  }

  /** Those that wait hold no thread: more may wait than a server has. */
  @Test
  void shouldLetAHundredGuessesWaitAndRefuseMore() throws Exception {
    // given
    var wrong = new ClientCredentials(server.importedAsciiClient().id(), "wrong").basic();
    List<Callable<String>> guesses = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      var caller = server.raw(40_000 + i);
      guesses.add(() -> caller.grant(wrong));
    }
    // when
    var guessers = Executors.newFixedThreadPool(guesses.size());
    List<String> answers = new ArrayList<>();
    for (Future<String> answer : guessers.invokeAll(guesses)) {
      answers.add(answer.get());
    }
    guessers.shutdown();
    // then
    assertThat(answers).allMatch(answer -> answer.matches("(?s)HTTP/1.1 (401|503) .*"));
    assertThat(answers)
        .filteredOn(answer -> answer.startsWith("HTTP/1.1 401"))
        .hasSizeGreaterThanOrEqualTo(100);
    assertThat(answers)
        .filteredOn(answer -> answer.startsWith("HTTP/1.1 503"))
        .isNotEmpty()
        .allMatch(answer -> answer.contains("Retry-After: 5"))
        .allMatch(answer -> answer.contains("{\"error\":\"temporarily_unavailable\""));
  }

  private static long percentile(ApiClient api) {
    var times = new long[60];
    for (int i = 0; i < times.length; i++) {
      long begin = System.nanoTime();
      assertThat(api.get("v1/utils/roles").statusCode()).isEqualTo(200);
      times[i] = System.nanoTime() - begin;
    }
    Arrays.sort(times);
    return times[times.length * 95 / 100];
  }
}
