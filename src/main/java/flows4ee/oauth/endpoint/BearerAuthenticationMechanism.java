package flows4ee.oauth.endpoint;

import flows4ee.oauth.OAuthCounters.Outcome;
import flows4ee.oauth.OAuthModule;
import flows4ee.oauth.RequestOrigin;
import flows4ee.oauth.SampledLog;
import flows4ee.oauth.TokenPrincipal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Authenticates every request of the application: bearer tokens (RFC 6750) in the Authorization
 * header anywhere, else a {@link SessionAuthentication}. The REST module ({@code /v1}) needs one of
 * them and refusals there are answered here; elsewhere a bad token counts as none.
 */
@ApplicationScoped
public class BearerAuthenticationMechanism implements HttpAuthenticationMechanism {

  private static final String UNREADABLE = "The state of a token or session could not be read";
  private static final String NOT_SET_UP =
      "The server refuses a caller whom the application accepts; on WildFly run"
          + " server-config/wildfly/flows4apex.sh <properties file> install security";
  private static final Logger LOG = Logger.getLogger(BearerAuthenticationMechanism.class.getName());

  @Inject OAuthModule oauth;
  @Inject Instance<SessionAuthentication> sessions;
  private SampledLog refusals;
  private SampledLog failures;

  @PostConstruct
  void open() {
    refusals = new SampledLog(LOG, Level.INFO, oauth.clock());
    failures = new SampledLog(LOG, Level.WARNING, oauth.clock());
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    if (request.getMethod().equals("OPTIONS") || isOAuthPath(request)) {
      return context.doNothing();
    }
    List<String> headers = Collections.list(request.getHeaders("Authorization"));
    try {
      return headers.isEmpty() ? withoutToken(context) : withHeader(headers, context);
    } catch (RuntimeException e) {
      failures.write(isOfServer(e) ? NOT_SET_UP : UNREADABLE, e);
      oauth.counters().count(Outcome.CHECK_ERROR);
      return isProtected(request) ? Refusal.UNAVAILABLE.send(context, "") : context.doNothing();
    }
  }

  /** Whether the server did not take the caller whom it was told of. */
  private static boolean isOfServer(RuntimeException failure) {
    return failure instanceof IllegalStateException && failure.getCause() instanceof IOException;
  }

  private AuthenticationStatus withoutToken(HttpMessageContext context)
      throws AuthenticationException {
    for (SessionAuthentication session : sessions) {
      Optional<AuthenticationStatus> status = session.authenticate(context);
      if (status.isPresent()) {
        return status.get();
      }
    }
    return refuse(Refusal.MISSING, Outcome.CHECK_MISSING, context);
  }

  private AuthenticationStatus withHeader(List<String> headers, HttpMessageContext context) {
    BearerHeader header = BearerHeader.of(headers);
    if (header.kind() == BearerHeader.Kind.OTHER_SCHEME) {
      return refuse(Refusal.MISSING, Outcome.CHECK_MISSING, context);
    }
    if (header.kind() == BearerHeader.Kind.SEVERAL) {
      return refuse(Refusal.SEVERAL, Outcome.CHECK_INVALID, context);
    }
    if (header.kind() == BearerHeader.Kind.TOO_LARGE) {
      return refuse(Refusal.TOO_LARGE, Outcome.CHECK_INVALID, context);
    }
    return header
        .token()
        .flatMap(token -> oauth.accessTokens().authenticate(token, origin(context).address()))
        .map(principal -> accept(principal, context))
        .orElseGet(() -> refuseToken(context));
  }

  private AuthenticationStatus accept(TokenPrincipal principal, HttpMessageContext context) {
    oauth.counters().count(Outcome.CHECK_OK);
    return context.notifyContainerAboutLogin(principal, principal.getGroups());
  }

  private AuthenticationStatus refuseToken(HttpMessageContext context) {
    refusals.write("An access token was refused", null);
    return refuse(Refusal.INVALID, Outcome.CHECK_INVALID, context);
  }

  private AuthenticationStatus refuse(
      Refusal refusal, Outcome outcome, HttpMessageContext context) {
    if (!isProtected(context.getRequest())) {
      return context.doNothing();
    }
    oauth.counters().count(outcome);
    return refusal.send(context, origin(context).base());
  }

  private RequestOrigin origin(HttpMessageContext context) {
    return RequestOrigin.of(context.getRequest(), oauth.settings().origin());
  }

  private static boolean isOAuthPath(HttpServletRequest request) {
    return request.getServletPath().equals("/oauth");
  }

  /** Everything the REST module may answer; other paths decide by themselves. */
  private static boolean isProtected(HttpServletRequest request) {
    String path = request.getServletPath();
    String info = request.getPathInfo() == null ? "" : request.getPathInfo();
    return path.equals("/v1") || (path + info).equals("/v1") || (path + info).startsWith("/v1/");
  }
}
