package flows4ee.oauth.endpoint;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** One OAuth endpoint. */
interface Endpoint {

  /** The methods of the header {@code Allow}. */
  String allowed();

  /**
   * Answers a request, at once or when a slow check had its turn.
   *
   * @return the answer; fails with {@link OAuthErrorException} for every refusal, which may be
   *     thrown as well
   */
  CompletionStage<EndpointAnswer> answer(EndpointRequest request) throws IOException;
}
