package flows4ee.oauth.endpoint;

import flows4ee.oauth.TokenIntrospection;
import flows4ee.oauth.endpoint.ClientGate.Admission;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/**
 * The introspection endpoint (RFC 7662): form {@code token}. A client may inspect its own tokens, a
 * client with the role Admin any; everything else is {@code {"active":false}}.
 */
final class IntrospectionEndpoint implements Endpoint {

  private final ClientGate gate;
  private final TokenIntrospection introspection;

  IntrospectionEndpoint(ClientGate gate, TokenIntrospection introspection) {
    this.gate = gate;
    this.introspection = introspection;
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
    return EndpointAnswer.json(
        200, introspection.describe(token, admission.client().credentials()).toString());
  }
}
