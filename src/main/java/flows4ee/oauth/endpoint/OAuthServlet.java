package flows4ee.oauth.endpoint;

import flows4ee.oauth.AuthenticatedClient;
import flows4ee.oauth.ClientClaim;
import flows4ee.oauth.OAuthModule;
import flows4ee.oauth.RequestOrigin;
import flows4ee.oauth.SampledLog;
import flows4ee.oauth.endpoint.ClientIdentityStore.ClientPrincipal;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The OAuth endpoints: {@code oauth/token}, {@code oauth/revoke}, {@code oauth/introspect}, {@code
 * oauth/jwks} and the metadata of RFC 8414. Client credentials go through the container's identity
 * store. A request whose check is slow holds no thread of the container while it waits for its
 * turn.
 */
@WebServlet(
    urlPatterns = {"/oauth/*", "/.well-known/oauth-authorization-server"},
    asyncSupported = true)
public class OAuthServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = Logger.getLogger(OAuthServlet.class.getName());

  @Inject transient OAuthModule oauth;
  @Inject transient IdentityStoreHandler identityStores;
  private transient OAuthEndpoints endpoints;

  @Override
  public void init() {
    endpoints = endpoints(oauth, this::authenticate);
  }

  static OAuthEndpoints endpoints(OAuthModule oauth, ClientAuthenticator authenticator) {
    var gate =
        new ClientGate(
            new ClientChecks(oauth.clientAuthentication(), authenticator, oauth.derivations()),
            oauth.throttle(),
            oauth.tokenStore(),
            oauth.settings(),
            oauth.clock());
    return new OAuthEndpoints(
        Map.of(
            OAuthEndpoints.TOKEN,
            new TokenEndpoint(gate, oauth.tokenIssuer(), oauth.grantLimits()),
            "/oauth/revoke",
            new RevocationEndpoint(gate, oauth.tokenRevocation()),
            "/oauth/introspect",
            new IntrospectionEndpoint(gate, oauth.tokenIntrospection()),
            "/oauth/jwks",
            new JwksEndpoint(oauth.keys()),
            "/.well-known/oauth-authorization-server",
            new MetadataEndpoint(oauth.identity(), oauth.settings())),
        oauth.counters(),
        new SampledLog(LOG, Level.WARNING, oauth.clock()));
  }

  private Optional<AuthenticatedClient> authenticate(ClientClaim claim) {
    return Optional.ofNullable(identityStores.validate(claim).getCallerPrincipal())
        .filter(ClientPrincipal.class::isInstance)
        .map(principal -> ((ClientPrincipal) principal).client());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CompletionStage<EndpointAnswer> answer = endpoints.answer(path(request), read(request));
    CompletableFuture<EndpointAnswer> given = answer.toCompletableFuture();
    if (given.isDone()) {
      write(given.join(), response);
    } else {
      writeLater(answer, request.startAsync());
    }
  }

  /** Without a limit of time: few may wait, and each has its turn. */
  private static void writeLater(CompletionStage<EndpointAnswer> answer, AsyncContext call) {
    call.setTimeout(0);
    answer.thenAccept(given -> end(call, given));
  }

  private static void end(AsyncContext call, EndpointAnswer answer) {
    try {
      write(answer, (HttpServletResponse) call.getResponse());
    } catch (IOException e) {
      LOG.log(Level.FINE, "A client did not wait for its answer", e);
    } finally {
      call.complete();
    }
  }

  private static String path(HttpServletRequest request) {
    String info = Optional.ofNullable(request.getPathInfo()).orElse("");
    String path = request.getServletPath() + info;
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private EndpointRequest read(HttpServletRequest request) throws IOException {
    return new EndpointRequest(
        request.getMethod(),
        RequestOrigin.of(request, oauth.settings().origin()),
        Optional.ofNullable(request.getContentType()),
        Optional.ofNullable(request.getHeader("Content-Encoding")),
        Collections.list(request.getHeaders("Authorization")),
        request.getInputStream());
  }

  private static void write(EndpointAnswer answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (!answer.body().isEmpty()) {
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      response.setContentType(answer.contentType());
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }
  }
}
