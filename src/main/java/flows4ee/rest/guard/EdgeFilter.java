package flows4ee.rest.guard;

import flows4ee.json.JsonObject;
import flows4ee.oauth.RequestOrigin;
import flows4ee.rest.wire.LinkBase;
import flows4ee.rest.wire.Replies;
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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The outermost layer: request id, link base, the headers that every answer carries, CORS, and the
 * refusal of paths that servers read differently.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class EdgeFilter implements Filter {

  /** Name of the servlet request attribute that holds the {@link LinkBase}. */
  public static final String BASE = "flows4ee.linkBase";

  /** Name of the servlet request attribute that holds the address of the caller. */
  static final String PEER = "flows4ee.peer";

  private static final Pattern TRICK =
      Pattern.compile("(?i);|//|/\\.{1,2}(/|$)|/(%2e|\\.){1,2}(/|$)");
  private static final Pattern UNREADABLE = Pattern.compile("(?i)%00|%5c|\\\\");
  private static final Set<String> PREFLIGHT_METHODS = Set.of("GET", "POST", "PUT", "DELETE");

  /** Probes must be answered without the database, so without the run-time settings. */
  private static final String HEALTH = "/health";

  private static final String HSTS = "max-age=31536000";

  @Inject RuntimeSettings settings;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (((HttpServletRequest) request).getServletPath().equals(HEALTH)) {
      identify((HttpServletRequest) request, (HttpServletResponse) response);
      chain.doFilter(request, response);
    } else {
      filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }
  }

  private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RestSettings now = settings.rest();
    RequestOrigin origin = RequestOrigin.of(request, now.origin());
    request.setAttribute(PEER, origin.address());
    request.setAttribute(BASE, new LinkBase(origin.base()));
    headers(request, response);
    Optional<Refusal> refusal = refusal(request.getRequestURI());
    if (refusal.isPresent()) {
      refuse(refusal.get(), response);
    } else if (!cors(request, response, now.corsOrigins())) {
      chain.doFilter(isModule(request) ? ReadableRequest.of(request) : request, response);
    }
  }

  private static void identify(HttpServletRequest request, HttpServletResponse response) {
    if (!(request.getAttribute(RequestIds.ATTRIBUTE) instanceof String)) {
      request.setAttribute(
          RequestIds.ATTRIBUTE, RequestIds.accept(request.getHeader(RequestIds.HEADER)));
    }
    response.setHeader(RequestIds.HEADER, (String) request.getAttribute(RequestIds.ATTRIBUTE));
    response.setHeader("X-Content-Type-Options", "nosniff");
  }

  private static void headers(HttpServletRequest request, HttpServletResponse response) {
    identify(request, response);
    if (isApi(request)) {
      response.setHeader("Cache-Control", "no-store");
    }
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", HSTS);
    }
  }

  /** Whether JAX-RS gets the request: its path may be percent-encoded. */
  private static boolean isModule(HttpServletRequest request) {
    return request.getServletPath().equals("/v1") || isApi(request);
  }

  private static boolean isApi(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.equals("/v1") || path.startsWith("/v1/");
  }

  /** Nothing is resolved or stripped: a path with such parts leads nowhere. */
  private static Optional<Refusal> refusal(String rawPath) {
    if (isPlain(rawPath)) {
      return Optional.empty();
    }
    if (UNREADABLE.matcher(rawPath).find()) {
      return Optional.of(Refusal.BAD_VALUE);
    }
    return TRICK.matcher(rawPath).find() ? Optional.of(Refusal.NOT_IMPLEMENTED) : Optional.empty();
  }

  /** Whether nothing in the path can be a trick: spares most calls the patterns. */
  private static boolean isPlain(String rawPath) {
    char before = 0;
    for (int i = 0; i < rawPath.length(); i++) {
      char c = rawPath.charAt(i);
      if (";%\\".indexOf(c) >= 0 || before == '/' && (c == '/' || c == '.')) {
        return false;
      }
      before = c;
    }
    return true;
  }

  private static void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
    ErrorServlet.write(
        response, refusal.status(), Replies.refused(refusal.message(), JsonObject.EMPTY));
  }

  /**
   * Lets pages of listed origins call; never with credentials, never any origin.
   *
   * @return whether the request was a preflight and is answered
   */
  private static boolean cors(
      HttpServletRequest request, HttpServletResponse response, Set<String> origins) {
    if (origins.isEmpty()) {
      return false;
    }
    response.addHeader("Vary", "Origin");
    String origin = request.getHeader("Origin");
    if (origin == null || !origins.contains(origin)) {
      return false;
    }
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader(
        "Access-Control-Expose-Headers",
        "ETag, Location, Content-Location, Retry-After, WWW-Authenticate, X-Request-Id,"
            + " Idempotency-Replayed, Preference-Applied");
    String wanted = request.getHeader("Access-Control-Request-Method");
    if (!"OPTIONS".equals(request.getMethod())
        || wanted == null
        || !PREFLIGHT_METHODS.contains(wanted)) {
      return false;
    }
    response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
    response.setHeader(
        "Access-Control-Allow-Headers",
        "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Prefer,"
            + " X-Request-Id");
    response.setHeader("Access-Control-Max-Age", "600");
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    return true;
  }
}
