package flows4ee.oauth.endpoint;

import flows4ee.oauth.TokenRevocation;
import flows4ee.oauth.endpoint.ClientGate.Admission;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/**
 * The revocation endpoint (RFC 7009): form {@code token}. 200 without body whether or not the token
 * was one of the client's own open ones.
 */
final class RevocationEndpoint implements Endpoint {

  private final ClientGate gate;
  private final TokenRevocation revocation;

  RevocationEndpoint(ClientGate gate, TokenRevocation revocation) {
    this.gate = gate;
    this.revocation = revocation;
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
    String token =
        admission
            .form()
            .value("token")
            .orElseThrow(() -> OAuthErrorException.invalidRequest("Missing token"));
    revocation.revokeOwn(token, admission.client().credentials(), admission.address());
    return EndpointAnswer.json(200, "");
  }
}
