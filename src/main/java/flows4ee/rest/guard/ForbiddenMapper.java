package flows4ee.rest.guard;

import flows4ee.oauth.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * A caller lacks the role that the resource method asks for. A read gets the collection without
 * rows, so that it learns nothing; the export is as good as unknown; anything else is refused with
 * 403. Without a caller at all it is 401.
 */
@Provider
@ApplicationScoped
public class ForbiddenMapper implements ExceptionMapper<ForbiddenException> {

  /** Request property that says that the answer hides the rows from a caller without the role. */
  static final String HIDDEN = "flows4ee.hidden";

  @Inject Call call;
  @Inject Refuser refuser;
  @Context ResourceInfo resource;

  @Override
  public Response toResponse(ForbiddenException failure) {
    if (!call.isAuthenticated()) {
      return refuser.unauthorized();
    }
    return call.isRead() ? hidden() : refuser.forbidden(neededScope(failure));
  }

  private Response hidden() {
    call.request().setProperty(HIDDEN, true);
    if (call.path().equals("utils/print_cgi")) {
      return refuser.plain(Refusal.ENVIRONMENT_HIDDEN);
    }
    if (call.path().startsWith("diagrams/") && call.path().endsWith("/export")) {
      return refuser.plain(Refusal.ITEM_NOT_FOUND);
    }
    return Response.ok(call.envelope().empty(), MediaType.APPLICATION_JSON_TYPE).build();
  }

  /**
   * The OAuth scope that is needed: of several scopes a client would read that it needs them all
   * (RFC 6750 section 3), so of roles that suffice alone only the first is named, the usual one.
   */
  private String neededScope(ForbiddenException failure) {
    return neededRole(failure)
        .flatMap(Role::ofName)
        .map(Role::privilege)
        .orElse(Role.ACCESS_PRIVILEGE);
  }

  private Optional<String> neededRole(ForbiddenException failure) {
    if (failure instanceof MissingRoleException missing) {
      return Optional.of(missing.role());
    }
    return Optional.ofNullable(resource)
        .map(ResourceInfo::getResourceMethod)
        .map(method -> method.getAnnotation(RolesAllowed.class))
        .map(roles -> roles.value()[0]);
  }
}
