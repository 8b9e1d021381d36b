package flows4ee.oauth.endpoint;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers to requests of the REST module that are not authenticated (RFC 6750 section 3). All bad
 * tokens get the same one.
 */
enum Refusal {
  MISSING(401, "Unauthorized", ""),
  INVALID(
      401,
      "Unauthorized",
      ", error=\"invalid_token\", error_description=\"The access token is invalid\""),
  SEVERAL(
      400,
      "Bad request",
      ", error=\"invalid_request\", error_description=\"Several Authorization headers\""),
  TOO_LARGE(
      400,
      "Bad request",
      ", error=\"invalid_request\", error_description=\"The Authorization header is too large\""),
  UNAVAILABLE(503, "Service unavailable", "");

  private static final String RETRY_SECONDS = "5";

  private final int status;
  private final byte[] body;
  private final String parameters;

  Refusal(int status, String message, String parameters) {
    this.status = status;
    this.parameters = parameters;
    this.body =
        ("{\"success\":false,\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the answer and ends the request. */
  AuthenticationStatus send(HttpMessageContext context, String base) {
    HttpServletResponse response = context.getResponse();
    response.setStatus(status);
    if (this == UNAVAILABLE) {
      response.setHeader("Retry-After", RETRY_SECONDS);
    } else {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"" + base + '"' + parameters);
    }
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("application/json;charset=UTF-8");
    response.setContentLength(body.length);
    write(response);
    return AuthenticationStatus.SEND_FAILURE;
  }

  private void write(HttpServletResponse response) {
    try {
      response.getOutputStream().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
