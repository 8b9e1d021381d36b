package flows4ee.rest.guard;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Makes the request known to {@link Call} before it is matched. */
@Provider
@PreMatching
@Priority(1)
@ApplicationScoped
public class CallFilter implements ContainerRequestFilter {

  @Inject Call call;

  @Override
  public void filter(ContainerRequestContext context) {
    call.begin(context);
  }
}
