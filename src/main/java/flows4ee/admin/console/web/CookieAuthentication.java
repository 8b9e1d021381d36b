package flows4ee.admin.console.web;

import flows4ee.admin.console.ConsoleModule;
import flows4ee.admin.console.ConsoleSessions.ConsoleSession;
import flows4ee.admin.console.SessionToken;
import flows4ee.oauth.OAuthSettings;
import flows4ee.oauth.RequestOrigin;
import flows4ee.oauth.endpoint.SessionAuthentication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Accepts the console's session cookie on the REST module: for requests of our own pages only (to
 * others it counts as none), and for changes only with the session's CSRF token. The caller holds
 * {@code flows-admin} and the API roles of the user.
 */
@ApplicationScoped
public class CookieAuthentication implements SessionAuthentication {

  static final String CROSS_SITE = "Cross-site request refused";

  /** Requests that a page makes by itself, such as a regular refresh, say so with this header. */
  private static final String BACKGROUND = "X-Background";

  private static final Pattern GUARDED =
      Pattern.compile("/(v1|openapi\\.(json|yaml)|metadata-catalog)(/.*)?");

  @Inject ConsoleModule console;
  @Inject OAuthSettings settings;

  @Override
  public Optional<AuthenticationStatus> authenticate(HttpMessageContext context)
      throws AuthenticationException {
    HttpServletRequest request = context.getRequest();
    if (!GUARDED.matcher(path(request)).matches()) {
      return Optional.empty();
    }
    RequestOrigin origin = RequestOrigin.of(request, settings.origin());
    Optional<SessionToken> token = SessionCookie.of(origin.secure()).read(request);
    Optional<ConsoleSession> session =
        token.flatMap(given -> console.sessions().find(given, isUse(request)));
    boolean isOwn = SameOrigin.isGiven(request, origin.base());
    return session.isEmpty() || !isOwn && SameOrigin.isSafe(request)
        ? Optional.empty()
        : Optional.of(authenticate(session.get(), context, isOwn));
  }

  private static AuthenticationStatus authenticate(
      ConsoleSession session, HttpMessageContext context, boolean isOwn)
      throws AuthenticationException {
    HttpServletRequest request = context.getRequest();
    if (!isOwn) {
      return refuse(context, CROSS_SITE);
    }
    if (!SameOrigin.isSafe(request) && !CsrfHeader.matches(request, session.token())) {
      return refuse(context, CsrfHeader.REFUSAL);
    }
    return context.notifyContainerAboutLogin(session.principal(), session.principal().groups());
  }

  private static AuthenticationStatus refuse(HttpMessageContext context, String message)
      throws AuthenticationException {
    try {
      JsonAnswer.refusal(403, message).send(context.getResponse());
      // what is not on its way yet, servers replace by their error page
      context.getResponse().flushBuffer();
      return AuthenticationStatus.SEND_FAILURE;
    } catch (IOException e) {
      throw new AuthenticationException(e);
    }
  }

  /** Whether a person is behind the request. */
  static boolean isUse(HttpServletRequest request) {
    return request.getHeader(BACKGROUND) == null;
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }
}
