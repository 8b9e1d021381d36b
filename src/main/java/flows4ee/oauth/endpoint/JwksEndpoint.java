package flows4ee.oauth.endpoint;

import flows4ee.oauth.key.JsonWebKey;
import flows4ee.oauth.key.KeyRing;
import flows4ee.oauth.key.KeyRotation;
import flows4ee.oauth.key.SigningKey;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The published signing keys as a JSON Web Key Set (RFC 7517 section 5), public parts only. */
final class JwksEndpoint implements Endpoint {

  private final KeyRing keys;

  JwksEndpoint(KeyRing keys) {
    this.keys = keys;
  }

  @Override
  public String allowed() {
    return "GET, HEAD, OPTIONS";
  }

  @Override
  public CompletionStage<EndpointAnswer> answer(EndpointRequest request) {
    String body =
        keys.published().stream()
            .map(JwksEndpoint::object)
            .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    return EndpointAnswer.cacheable(
            "application/jwk-set+json", KeyRotation.PUBLISHED_MAX_AGE.toSeconds(), body)
        .now();
  }

  private static String object(SigningKey key) {
    return JsonWebKey.members(key).entrySet().stream()
        .map(member -> '"' + member.getKey() + "\":\"" + member.getValue() + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }
}
