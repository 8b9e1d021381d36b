package flows4ee.rest.guard;

import flows4ee.oauth.Roles;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Checks the role that {@link PingRole} stands for, with the other roles: before anything else. */
@Provider
@PingRole
@Priority(Priorities.AUTHORIZATION + 10)
@ApplicationScoped
public class PingRoleFilter implements ContainerRequestFilter {

  @Inject Call call;
  @Inject RuntimeSettings settings;

  @Override
  public void filter(ContainerRequestContext context) {
    if (!call.hasRole(Roles.ADMIN) && !settings.rest().isPingForAnyRole()) {
      throw new ForbiddenException();
    }
  }
}
