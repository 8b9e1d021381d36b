package flows4ee.oauth.endpoint;

import java.time.Duration;

/** Ends a request with an error answer of RFC 6749 section 5.2. Descriptions are fixed texts. */
final class OAuthErrorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient EndpointAnswer answer;

  private OAuthErrorException(EndpointAnswer answer) {
    super(answer.body(), null, false, false);
    this.answer = answer;
  }

  static OAuthErrorException of(int status, String error, String description) {
    return new OAuthErrorException(
        EndpointAnswer.json(
            status, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}"));
  }

  static OAuthErrorException invalidRequest(String description) {
    return of(400, "invalid_request", description);
  }

  /** One answer for every reason not to believe a client. */
  static OAuthErrorException invalidClient(String base) {
    return of(401, "invalid_client", "Client authentication failed")
        .with("WWW-Authenticate", "Basic realm=\"" + base + "\", charset=\"UTF-8\"");
  }

  static OAuthErrorException methodNotAllowed(String allowed) {
    return of(405, "invalid_request", "Method not allowed").with("Allow", allowed);
  }

  static OAuthErrorException tooMany(Duration wait) {
    return of(429, "temporarily_unavailable", "Too many requests").retryAfter(wait);
  }

  static OAuthErrorException unavailable(Duration wait) {
    return of(503, "temporarily_unavailable", "Service unavailable").retryAfter(wait);
  }

  static OAuthErrorException serverError() {
    return of(500, "server_error", "Internal error");
  }

  private OAuthErrorException retryAfter(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return with("Retry-After", Long.toString(seconds));
  }

  private OAuthErrorException with(String header, String value) {
    return new OAuthErrorException(answer.with(header, value));
  }

  EndpointAnswer answer() {
    return answer;
  }
}
