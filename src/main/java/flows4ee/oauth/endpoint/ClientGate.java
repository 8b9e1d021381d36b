package flows4ee.oauth.endpoint;

import flows4ee.oauth.Actor;
import flows4ee.oauth.AuthenticatedClient;
import flows4ee.oauth.ClientCredential;
import flows4ee.oauth.ClientCredential.Reading;
import flows4ee.oauth.FailureThrottle;
import flows4ee.oauth.OAuthEvent;
import flows4ee.oauth.OAuthSettings;
import flows4ee.oauth.TokenStore;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What token, revocation and introspection endpoint have in common, in this order: method, HTTPS,
 * content type, limits, form syntax, client authentication.
 */
final class ClientGate {

  static final String ALLOWED = "POST, OPTIONS";

  private final ClientChecks checks;
  private final FailureThrottle throttle;
  private final TokenStore store;
  private final OAuthSettings settings;
  private final Clock clock;

  ClientGate(
      ClientChecks checks,
      FailureThrottle throttle,
      TokenStore store,
      OAuthSettings settings,
      Clock clock) {
    this.checks = checks;
    this.throttle = throttle;
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /** An admitted request. */
  record Admission(FormBody form, AuthenticatedClient client, String address) {}

  /**
   * Admits a request.
   *
   * @return the admission; fails with {@link OAuthErrorException} for a request that is refused,
   *     which may be thrown as well
   */
  CompletionStage<Admission> admit(EndpointRequest request) throws IOException {
    checkTransport(request);
    FormBody.checkType(request);
    List<Reading> basic = basicReadings(request);
    refuseWhileThrottled(basic, request.origin().address());
    FormBody form = FormBody.parse(FormBody.readBytes(request.body()));
    List<Reading> presented = presented(request, basic, form);
    if (presented.isEmpty()) {
      throw OAuthErrorException.invalidClient(request.origin().base());
    }
    return authenticate(presented, request)
        .thenApply(client -> new Admission(form, client, request.origin().address()));
  }

  private void checkTransport(EndpointRequest request) {
    if (!request.method().equals("POST")) {
      throw OAuthErrorException.methodNotAllowed(ALLOWED);
    }
    boolean plainAllowed = request.origin().loopback() || settings.tokens().allowHttp();
    if (!request.origin().secure() && !plainAllowed) {
      throw OAuthErrorException.invalidRequest("HTTPS required");
    }
  }

  private static List<Reading> basicReadings(EndpointRequest request) {
    return request.authorization().size() == 1
        ? BasicCredentials.readings(request.authorization().get(0))
        : List.of();
  }

  private void refuseWhileThrottled(List<Reading> readings, String address) {
    String clientId = readings.isEmpty() ? "" : readings.get(0).clientId();
    throttle
        .refusal(clientId, address)
        .ifPresent(
            wait -> {
              throw OAuthErrorException.tooMany(wait);
            });
  }

  private List<Reading> presented(EndpointRequest request, List<Reading> basic, FormBody form) {
    boolean hasHeader = !request.authorization().isEmpty();
    Optional<String> bodySecret = form.value("client_secret");
    Optional<String> bodyId = form.value("client_id");
    if (request.authorization().size() > 1 || hasHeader && bodySecret.isPresent()) {
      throw OAuthErrorException.invalidRequest("Several ways of authentication");
    }
    if (hasHeader) {
      checkSameClient(basic, bodyId);
      return basic;
    }
    if (!settings.tokens().clientSecretPost() || bodySecret.isEmpty() || bodyId.isEmpty()) {
      return List.of();
    }
    return List.of(new Reading(bodyId.get(), bodySecret.get()));
  }

  private static void checkSameClient(List<Reading> basic, Optional<String> bodyId) {
    boolean same =
        bodyId.isEmpty()
            || basic.isEmpty()
            || basic.stream().anyMatch(reading -> reading.clientId().equals(bodyId.get()));
    if (!same) {
      throw OAuthErrorException.invalidRequest("Several client ids");
    }
  }

  private CompletionStage<AuthenticatedClient> authenticate(
      List<Reading> presented, EndpointRequest request) {
    String address = request.origin().address();
    if (request.authorization().isEmpty()) {
      refuseWhileThrottled(presented, address);
    }
    return check(presented, address)
        .thenApply(client -> authenticated(client, presented.get(0).clientId(), request));
  }

  /** Who failed too often while waiting is not checked any more. */
  private CompletionStage<Optional<AuthenticatedClient>> check(
      List<Reading> presented, String address) {
    return isQueryable(presented)
        ? checks.check(
            new ClientCredential(presented, address),
            () -> refuseWhileThrottled(presented, address))
        : CompletableFuture.completedFuture(Optional.empty());
  }

  private AuthenticatedClient authenticated(
      Optional<AuthenticatedClient> client, String clientId, EndpointRequest request) {
    String address = request.origin().address();
    if (client.isEmpty()) {
      throttle.failed(clientId, address);
      store.record(refusal(clientId, address));
      throw OAuthErrorException.invalidClient(request.origin().base());
    }
    throttle.succeeded(clientId, address);
    return client.get();
  }

  /** No database takes a NUL character in a text. */
  private static boolean isQueryable(List<Reading> presented) {
    return presented.stream().noneMatch(reading -> reading.clientId().indexOf('\0') >= 0);
  }

  private OAuthEvent refusal(String clientId, String address) {
    var actor = new Actor("anonymous", Optional.empty(), Set.of(), Optional.of(address));
    return new OAuthEvent(OAuthEvent.Type.TOKEN_REFUSED, clock.instant(), actor)
        .about(clientId)
        .with("Client authentication failed");
  }
}
