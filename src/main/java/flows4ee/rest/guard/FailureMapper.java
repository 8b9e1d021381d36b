package flows4ee.rest.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Words every failure that no other mapper takes. */
@Provider
@ApplicationScoped
public class FailureMapper implements ExceptionMapper<Throwable> {

  @Inject Refuser refuser;

  @Override
  public Response toResponse(Throwable failure) {
    return refuser.answer(failure);
  }
}
