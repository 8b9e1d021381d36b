package flows4ee.rest.guard;

import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import flows4ee.oauth.Roles;
import flows4ee.rest.wire.Replies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Answers a refused call: the JSON error document, its headers, and the row in the logs. */
@ApplicationScoped
public class Refuser {

  private static final Logger LOG = Logger.getLogger(Refuser.class.getName());

  @Inject Call call;
  @Inject RequestBody body;
  @Inject CallLog log;

  /** The answer for a failure. */
  Response answer(Throwable failure) {
    RefusedException refused = Refusals.of(failure, call.hasRole(Roles.READ));
    if (refused.status() >= 500) {
      LOG.log(Level.SEVERE, failure, this::failed);
    }
    JsonObject echo = body.echo().toJson(refused);
    JsonValue payload = echo.members().values().stream().findFirst().orElse(null);
    log.error(payload, refused.kind().logCode(), refused.getMessage(), failure);
    Response.ResponseBuilder response = response(refused, echo);
    if (refused.kind() == Refusal.PRIVILEGE) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, challenge());
    }
    return response.build();
  }

  private String failed() {
    return "Call " + call.requestId() + " of " + call.caller().name() + " failed";
  }

  /** Nobody is signed in. */
  Response unauthorized() {
    return response(Refusal.UNAUTHORIZED.exception(), JsonObject.EMPTY)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"" + call.base().realm() + "\"")
        .build();
  }

  /**
   * The caller lacks the role.
   *
   * @param scope the privilege that is needed
   */
  Response forbidden(String scope) {
    RefusedException refused = Refusal.PRIVILEGE.exception();
    log.error(null, refused.kind().logCode(), refused.getMessage(), null);
    return response(refused, JsonObject.EMPTY)
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge() + ", scope=\"" + scope + '"')
        .build();
  }

  private String challenge() {
    return "Bearer realm=\"" + call.base().realm() + "\", error=\"insufficient_scope\"";
  }

  /** A refusal of a read, which is neither echoed nor logged. */
  Response plain(Refusal refusal) {
    return response(refusal.exception(), JsonObject.EMPTY).build();
  }

  private static Response.ResponseBuilder response(RefusedException refused, JsonObject echo) {
    Response.ResponseBuilder response =
        Response.status(refused.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(Replies.refused(refused.getMessage(), echo));
    refused.headers().forEach(response::header);
    return response;
  }
}
