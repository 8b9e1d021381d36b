package flows4ee.rest.guard;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Refuses with 400 any query parameter of a call marked with {@link NoParameters}. */
@Provider
@NoParameters
@Priority(Priorities.AUTHORIZATION + 60)
@ApplicationScoped
public class NoParametersFilter implements ContainerRequestFilter {

  @Inject Call call;

  @Override
  public void filter(ContainerRequestContext context) {
    Query.of(call, Set.of());
  }
}
