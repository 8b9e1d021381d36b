package flows4ee.oauth.endpoint;

import java.io.IOException;

/** One OAuth endpoint. */
interface Endpoint {

  /** The methods of the header {@code Allow}. */
  String allowed();

  /**
   * Answers a request.
   *
   * @throws OAuthErrorException for every refusal
   */
  EndpointAnswer answer(EndpointRequest request) throws IOException;
}
