package flows4ee.oauth.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * An answer of one of the OAuth endpoints.
 *
 * @param headers besides the content type; in the order they are sent
 * @param body JSON text, empty for none
 */
record EndpointAnswer(int status, Map<String, String> headers, String contentType, String body) {

  private static final String JSON = "application/json;charset=UTF-8";

  EndpointAnswer {
    headers = Map.copyOf(headers);
  }

  /** A JSON answer that no cache may keep. */
  static EndpointAnswer json(int status, String body) {
    return new EndpointAnswer(
        status, Map.of("Cache-Control", "no-store", "Pragma", "no-cache"), JSON, body);
  }

  /** A document that clients may keep for a while. */
  static EndpointAnswer cacheable(String contentType, long seconds, String body) {
    return new EndpointAnswer(
        200, Map.of("Cache-Control", "max-age=" + seconds), contentType, body);
  }

  /** This answer, given at once. */
  CompletionStage<EndpointAnswer> now() {
    return CompletableFuture.completedFuture(this);
  }

  EndpointAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new EndpointAnswer(status, more, contentType, body);
  }
}
