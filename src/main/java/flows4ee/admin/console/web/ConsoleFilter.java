package flows4ee.admin.console.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The pages of the console: static files under {@code /console/}, each with headers that keep
 * scripts, frames and calls to this application. The folder itself is the application's one
 * document, whose pages are told apart in the browser by the fragment; whatever is no file, and
 * anything but a read, is refused.
 */
@WebFilter("/console/*")
public class ConsoleFilter implements Filter {

  private static final String ROOT = "/console/";
  private static final String DOCUMENT = ROOT + "index.html";
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final String ALLOWED = "GET, HEAD, OPTIONS";

  /** The diagram viewer styles what it draws through the object model, which needs no exception. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** The build puts a hash of the content into the names of what may be kept. */
  private static final Pattern HASHED = Pattern.compile("/console/assets/.+-[\\w-]{8,}\\.\\w+");

  /** Folders have no dot in their names; {@code getResourcePaths} tells nothing on Payara Micro. */
  private static final Pattern FILE = Pattern.compile("/console/([\\w-]+/)*[\\w-]+(\\.[\\w-]+)+");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private static void filter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    headers(request, response);
    String path = path(request);
    if (!METHODS.contains(request.getMethod())) {
      refuseMethod(request, response);
    } else if (hasParameters(request)) {
      refusePath(response);
    } else if (path.equals("/console")) {
      // relative, since a proxy may show the application elsewhere
      response.setHeader("Location", ROOT.substring(1));
      response.setStatus(HttpServletResponse.SC_FOUND);
    } else if (isFile(request.getServletContext(), path)) {
      response.setHeader("Cache-Control", caching(path));
      if (!PackedFile.send(request, response, path)) {
        chain.doFilter(request, response);
      }
    } else if (path.equals(ROOT) && isFile(request.getServletContext(), DOCUMENT)) {
      response.setHeader("Cache-Control", "no-cache");
      request.getRequestDispatcher(DOCUMENT).forward(request, response);
    } else {
      refusePath(response);
    }
  }

  private static void headers(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static void refusePath(HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }

  private static void refuseMethod(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Allow", ALLOWED);
    if (request.getMethod().equals("OPTIONS")) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      JsonAnswer.refusal(405, "Method not allowed").send(response);
    }
  }

  /** Path parameters, such as a session id, have no place in an address. */
  private static boolean hasParameters(HttpServletRequest request) {
    return request.getRequestURI().indexOf(';') >= 0;
  }

  private static boolean isFile(ServletContext context, String path) throws IOException {
    return FILE.matcher(path).matches() && context.getResource(path) != null;
  }

  private static String caching(String path) {
    return HASHED.matcher(path).matches() ? "public, max-age=31536000, immutable" : "no-cache";
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }
}
