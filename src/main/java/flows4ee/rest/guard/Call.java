package flows4ee.rest.guard;

import flows4ee.engine.Caller;
import flows4ee.rest.wire.Envelope;
import flows4ee.rest.wire.LinkBase;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.Principal;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The running call: who calls what, and under which address. */
@RequestScoped
public class Call {

  /** No client id contains a colon. */
  private static final String CONSOLE_ACCOUNT = "console:";

  private ContainerRequestContext request;
  private String requestId;
  private LinkBase base;
  private ReadableRequest readable;
  private String tagSeed = "";

  /** Takes note of the request; {@link CallFilter} does this before anything else. */
  void begin(ContainerRequestContext context) {
    request = context;
    readable = (ReadableRequest) context.getProperty(ReadableRequest.ATTRIBUTE);
    requestId =
        context.getProperty(RequestIds.ATTRIBUTE) instanceof String id
            ? id
            : RequestIds.accept(context.getHeaderString(RequestIds.HEADER));
    base =
        context.getProperty(EdgeFilter.BASE) instanceof LinkBase known
            ? known
            : new LinkBase(context.getUriInfo().getBaseUri().resolve("..").toString());
  }

  /** The request, for its headers and its entity. */
  ContainerRequestContext request() {
    return request;
  }

  /** The id under which this call stands in every log. */
  public String requestId() {
    return requestId;
  }

  /** The HTTP method. */
  public String method() {
    return request.getMethod();
  }

  /** Whether the call only reads. */
  public boolean isRead() {
    return "GET".equals(method()) || "HEAD".equals(method());
  }

  /** The path below {@code v1/}, still percent-encoded, without slashes at its ends. */
  public String path() {
    String path = request.getUriInfo().getPath(false);
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.startsWith("/") && end > 0 ? path.substring(1, end) : path.substring(0, end);
  }

  /** The query as sent; null when there is none. */
  public String rawQuery() {
    return request.getUriInfo().getRequestUri().getRawQuery();
  }

  /** What links start with. */
  public LinkBase base() {
    return base;
  }

  /** The envelope of a collection at this call's own address. */
  public Envelope envelope() {
    return new Envelope(base.href(path()), base);
  }

  /** Makes the entity tag of the answer depend on more than its bytes. */
  public void seedTag(String seed) {
    tagSeed = seed == null ? "" : seed;
  }

  String tagSeed() {
    return tagSeed;
  }

  /** A request header, as sent. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(
        readable.isReplaced(name) ? readable.sent(name) : request.getHeaderString(name));
  }

  /** The value of a preference of the caller (RFC 7240), empty when it has none. */
  public Optional<String> preference(String name) {
    return header("Prefer").flatMap(header -> Preferences.find(header, name));
  }

  /** Whether somebody is signed in. */
  public boolean isAuthenticated() {
    return principal() != null;
  }

  /** Who calls, for logs and {@code init_by}. */
  public Caller caller() {
    Principal principal = principal();
    return new Caller(principal == null ? null : principal.getName());
  }

  /** Tells callers apart, also a person at the console from a client of the same name. */
  String account() {
    return isToken() ? caller().name() : CONSOLE_ACCOUNT + caller().name();
  }

  /** Whether the caller showed an access token rather than a console session. */
  public boolean isToken() {
    return principal() instanceof JsonWebToken;
  }

  /** The address of the caller, as a trusted proxy tells it. */
  public String address() {
    return request.getProperty(EdgeFilter.PEER) instanceof String peer ? peer : "";
  }

  /** The media types that the caller takes, as sent. */
  AcceptedTypes accepted() {
    return readable.accepted();
  }

  /** The signed-in caller, or null. */
  Principal principal() {
    return request.getSecurityContext().getUserPrincipal();
  }

  /** Refuses a caller who lacks an API role that only some uses of an operation need. */
  public void require(String role) {
    if (!hasRole(role)) {
      throw new MissingRoleException(role);
    }
  }

  /** Whether the caller holds an API role now. */
  public boolean hasRole(String role) {
    return request.getSecurityContext().isUserInRole(role);
  }
}
