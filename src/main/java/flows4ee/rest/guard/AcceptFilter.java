package flows4ee.rest.guard;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Refuses with 406 a call whose answer the caller would not take. Who takes JSON, the type of the
 * API, takes whatever an operation has, so that clients may send one {@code Accept} with every
 * call. A caller without the role is left to the role check, which says less; {@link
 * ReadableRequest} keeps the JAX-RS runtime from refusing before it.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 50)
@ApplicationScoped
public class AcceptFilter implements ContainerRequestFilter {

  @Inject Call call;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext context) {
    Method method = resource.getResourceMethod();
    if (method != null && isAllowed(method) && !isAccepted(method)) {
      throw Refusal.NOT_ACCEPTABLE.exception();
    }
  }

  private boolean isAllowed(Method method) {
    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
    return roles == null || Arrays.stream(roles.value()).anyMatch(call::hasRole);
  }

  private boolean isAccepted(Method method) {
    if (call.accepted().include(MediaType.APPLICATION_JSON_TYPE)) {
      return true;
    }
    Produces produces = method.getAnnotation(Produces.class);
    if (produces == null) {
      produces = method.getDeclaringClass().getAnnotation(Produces.class);
    }
    return produces == null
        || Arrays.stream(produces.value())
            .map(MediaType::valueOf)
            .anyMatch(call.accepted()::include);
  }
}
