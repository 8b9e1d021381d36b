package flows4ee.oauth.endpoint;

import flows4ee.oauth.RequestOrigin;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A request to one of the OAuth endpoints.
 *
 * @param authorization all values of the header {@code Authorization}
 * @param body the unread body
 */
record EndpointRequest(
    String method,
    RequestOrigin origin,
    Optional<String> contentType,
    Optional<String> contentEncoding,
    List<String> authorization,
    InputStream body) {}
