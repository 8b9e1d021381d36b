package flows4ee.config;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Health probes: {@code GET /health/live|ready|started}, no token.
 *
 * <p>200 {@code {"status":"UP"}}, 503 {@code {"status":"DOWN"}}. {@code live} asks nothing; {@code
 * ready} is up while calls are admitted and the database answers; {@code started} is up once the
 * application has served.
 */
@WebServlet("/health/*")
public class HealthServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient ServiceState state;
  @Inject transient DatabaseProbe database;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json;charset=UTF-8");
    switch (request.getMethod()) {
      case "GET", "HEAD" -> probe(request.getPathInfo(), response);
      default -> refuseMethod(response);
    }
  }

  private void probe(String path, HttpServletResponse response) throws IOException {
    switch (path == null ? "" : path) {
      case "/live" -> answer(true, response);
      case "/ready" -> answer(state.isServing() && database.isAnswering(), response);
      case "/started" -> answer(state.isStarted(), response);
      default -> fail(HttpServletResponse.SC_NOT_FOUND, "Not implemented", response);
    }
  }

  private static void answer(boolean up, HttpServletResponse response) throws IOException {
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    if (!up) {
      response.setHeader("Retry-After", "5");
    }
    response.getWriter().write(up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
  }

  private static void refuseMethod(HttpServletResponse response) throws IOException {
    response.setHeader("Allow", "GET, HEAD");
    fail(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Method not allowed", response);
  }

  private static void fail(int status, String message, HttpServletResponse response)
      throws IOException {
    response.setStatus(status);
    response.getWriter().write("{\"success\":false,\"message\":\"" + message + "\"}");
  }
}
