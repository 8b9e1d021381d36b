package flows4ee.config;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers 503 with {@code Retry-After} while the database is not ready or the application stops;
 * health probes always pass. The body is {@code {"success": false, "message": "Service
 * unavailable"}}, under {@code /oauth/} the error {@code temporarily_unavailable} of RFC 6749.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class AdmissionFilter implements Filter {

  private static final String RETRY_AFTER_SECONDS = "5";

  @Inject ServiceState state;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = ((HttpServletRequest) request).getServletPath();
    if (path.equals("/health")) {
      chain.doFilter(request, response);
    } else if (state.enter()) {
      var call = new AdmittedCall((HttpServletRequest) request, state::leave);
      try {
        chain.doFilter(call, response);
      } finally {
        call.endUnlessAsync();
      }
    } else {
      refuse(path, (HttpServletResponse) response);
    }
  }

  private static void refuse(String path, HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    response
        .getWriter()
        .write(
            path.startsWith("/oauth")
                ? "{\"error\":\"temporarily_unavailable\"}"
                : "{\"success\":false,\"message\":\"Service unavailable\"}");
  }
}
