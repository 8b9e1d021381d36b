package flows4ee.admin.console.web;

import flows4ee.admin.console.ConsoleModule;
import flows4ee.admin.console.ConsoleSessions.ConsoleSession;
import flows4ee.admin.console.ConsoleUserException;
import flows4ee.admin.console.SessionToken;
import flows4ee.admin.console.SignInException;
import flows4ee.json.JsonWriter;
import flows4ee.oauth.DerivationLimit.OverloadedException;
import flows4ee.oauth.OAuthSettings;
import flows4ee.oauth.RequestOrigin;
import flows4ee.oauth.Role;
import flows4ee.oauth.StoreException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The session of the console. POST {@code /session} signs in with {@code {"name", "password"}}, GET
 * tells who is signed in, DELETE signs out; POST {@code /session/setup} with {@code {"token",
 * "name", "password"}} redeems the one-time link. Success is {@code {"name", "roles",
 * "csrf_token"}}, sign-out 204. Refused: 400 bad value, 401 not signed in, 403 for another site's
 * page or a missing CSRF token, 405, 413, 415, 429 with {@code Retry-After}, 503.
 */
@WebServlet("/session/*")
public class SessionServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(SessionServlet.class.getName());
  private static final String SESSION_METHODS = "GET, HEAD, POST, DELETE, OPTIONS";
  private static final String SETUP_METHODS = "POST, OPTIONS";
  private static final String RETRY_SECONDS = "5";

  @Inject transient ConsoleModule console;
  @Inject transient OAuthSettings settings;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      answer(request, response);
    } catch (RefusedRequestException e) {
      e.answer().send(response);
    } catch (SignInException e) {
      e.retryAfter().ifPresent(wait -> response.setHeader("Retry-After", seconds(wait)));
      int status = e.retryAfter().isPresent() ? 429 : isSetup(request) ? 403 : 401;
      JsonAnswer.refusal(status, e.getMessage()).send(response);
    } catch (ConsoleUserException e) {
      refused(e).send(response);
    } catch (OverloadedException | StoreException e) {
      LOG.log(Level.WARNING, "A session request could not be answered", e);
      response.setHeader("Retry-After", RETRY_SECONDS);
      JsonAnswer.refusal(503, "Service unavailable").send(response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean isSetup = isSetup(request);
    if (!isSetup && request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
      throw new RefusedRequestException(404, "Not implemented");
    }
    String methods = isSetup ? SETUP_METHODS : SESSION_METHODS;
    if (!List.of(methods.split(", ")).contains(request.getMethod())) {
      response.setHeader("Allow", methods);
      throw new RefusedRequestException(405, "Method not allowed");
    }
    RequestOrigin origin = RequestOrigin.of(request, settings.origin());
    switch (request.getMethod()) {
      case "POST" -> signIn(request, response, origin);
      case "DELETE" -> signOut(request, response, origin);
      case "OPTIONS" -> {
        response.setHeader("Allow", methods);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      default -> {
        requireSameOrigin(request, origin);
        document(current(request, origin)).send(response);
      }
    }
  }

  private void signIn(
      HttpServletRequest request, HttpServletResponse response, RequestOrigin origin)
      throws IOException {
    requireSameOrigin(request, origin);
    if (!origin.secure() && !origin.loopback() && !settings.tokens().allowHttp()) {
      throw new RefusedRequestException(403, "HTTPS required");
    }
    SignInBody body = SignInBody.read(request);
    ConsoleSession session =
        isSetup(request)
            ? console.firstUser().redeem(body.token(), body.credentials(), origin.address())
            : console.sessions().signIn(body.credentials(), origin.address());
    find(request, origin).ifPresent(old -> console.sessions().signOut(old, origin.address()));
    SessionCookie.of(origin.secure()).write(session.token(), response);
    document(session).send(response);
  }

  private void signOut(
      HttpServletRequest request, HttpServletResponse response, RequestOrigin origin) {
    requireSameOrigin(request, origin);
    ConsoleSession session = current(request, origin);
    if (!CsrfHeader.matches(request, session.token())) {
      throw new RefusedRequestException(403, CsrfHeader.REFUSAL);
    }
    console.sessions().signOut(session, origin.address());
    SessionCookie.of(origin.secure()).clear(response);
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private ConsoleSession current(HttpServletRequest request, RequestOrigin origin) {
    return find(request, origin)
        .orElseThrow(() -> new RefusedRequestException(401, "Unauthorized"));
  }

  private Optional<ConsoleSession> find(HttpServletRequest request, RequestOrigin origin) {
    Optional<SessionToken> token = SessionCookie.of(origin.secure()).read(request);
    return token.flatMap(
        given -> console.sessions().find(given, CookieAuthentication.isUse(request)));
  }

  private static void requireSameOrigin(HttpServletRequest request, RequestOrigin origin) {
    if (!SameOrigin.isGiven(request, origin.base())) {
      throw new RefusedRequestException(403, CookieAuthentication.CROSS_SITE);
    }
  }

  private static boolean isSetup(HttpServletRequest request) {
    return "/setup".equals(request.getPathInfo());
  }

  private static JsonAnswer document(ConsoleSession session) {
    JsonWriter out = new JsonWriter().beginObject();
    out.name("name").value(session.principal().name()).name("roles").beginArray();
    Role.namesOf(session.principal().roles()).forEach(out::value);
    out.endArray().name("csrf_token").value(session.token().csrfToken());
    return new JsonAnswer(200, out.endObject());
  }

  private static JsonAnswer refused(ConsoleUserException e) {
    return switch (e.kind()) {
      case INVALID -> JsonAnswer.badValue(e.attribute());
      case NOT_FOUND -> JsonAnswer.refusal(404, "Item not found");
      case CONFLICT -> JsonAnswer.refusal(409, e.getMessage());
    };
  }

  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }
}
