package flows4ee.oauth.endpoint;

import flows4ee.oauth.GrantLimits;
import flows4ee.oauth.Scope;
import flows4ee.oauth.TokenIssuer;
import flows4ee.oauth.TokenIssuer.Grant;
import flows4ee.oauth.TokenStore.ClientCredentials;
import flows4ee.oauth.endpoint.ClientGate.Admission;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The token endpoint for the client credentials grant (RFC 6749 section 4.4).
 *
 * <p>Form {@code grant_type=client_credentials}, optional {@code scope}; 200 {@code
 * {"access_token": string, "token_type": "bearer", "expires_in": seconds}} and {@code scope} when
 * the request asked for one.
 */
final class TokenEndpoint implements Endpoint {

  private static final String GRANT_TYPE = "client_credentials";

  private final ClientGate gate;
  private final TokenIssuer issuer;
  private final GrantLimits limits;

  TokenEndpoint(ClientGate gate, TokenIssuer issuer, GrantLimits limits) {
    this.gate = gate;
    this.issuer = issuer;
    this.limits = limits;
  }

  @Override
  public String allowed() {
    return ClientGate.ALLOWED;
  }

  @Override
  public CompletionStage<EndpointAnswer> answer(EndpointRequest request) throws IOException {
    return gate.admit(request).thenApply(this::answer);
  }

  private EndpointAnswer answer(Admission admission) {
    ClientCredentials client = admission.client().credentials();
    refuseBusy(client);
    checkGrant(admission.form());
    Optional<Scope> scope = narrowed(admission.form(), client);
    limits.makeRoom(client);
    Grant grant = issuer.issue(admission.client(), scope, admission.address());
    return EndpointAnswer.json(200, body(grant));
  }

  private void refuseBusy(ClientCredentials client) {
    limits
        .refusal(client)
        .ifPresent(
            wait -> {
              throw OAuthErrorException.tooMany(wait);
            });
  }

  private static void checkGrant(FormBody form) {
    String grantType =
        form.value("grant_type")
            .orElseThrow(() -> OAuthErrorException.invalidRequest("Missing grant_type"));
    if (!grantType.equals(GRANT_TYPE)) {
      throw OAuthErrorException.of(400, "unsupported_grant_type", "Only client_credentials");
    }
  }

  private static Optional<Scope> narrowed(FormBody form, ClientCredentials client) {
    Optional<String> text = form.value("scope");
    Optional<Scope> scope =
        text.flatMap(Scope::parse)
            .filter(wanted -> client.roles().containsAll(wanted.roles()))
            .filter(wanted -> !client.roles().isEmpty());
    if (text.isPresent() && scope.isEmpty()) {
      throw OAuthErrorException.of(400, "invalid_scope", "Unknown privilege or not granted");
    }
    return scope;
  }

  /** All values are of fixed alphabets, so nothing needs escaping. */
  private static String body(Grant grant) {
    var body = new StringBuilder(grant.token().length() + 120);
    body.append("{\"access_token\":\"").append(grant.token());
    body.append("\",\"token_type\":\"bearer\",\"expires_in\":")
        .append(grant.expiresIn().toSeconds());
    grant.scope().ifPresent(scope -> body.append(",\"scope\":\"").append(scope).append('"'));
    return body.append('}').toString();
  }
}
