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
import java.util.Arrays;
import java.util.stream.Collectors;

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
    return call.isRead() ? hidden() : refuser.forbidden(neededScope());
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

  /** The OAuth scopes of the roles named at the resource method. */
  private String neededScope() {
    var method = resource == null ? null : resource.getResourceMethod();
    RolesAllowed roles = method == null ? null : method.getAnnotation(RolesAllowed.class);
    return roles == null
        ? Role.ACCESS_PRIVILEGE
        : Arrays.stream(roles.value())
            .flatMap(name -> Role.ofName(name).stream())
            .map(Role::privilege)
            .collect(Collectors.joining(" "));
  }
}
