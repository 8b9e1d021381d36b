package flows4ee.rest.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Words the refusals of the JAX-RS runtime: unknown path, method, media type, sign-in. */
@Provider
@ApplicationScoped
public class WebFailureMapper implements ExceptionMapper<WebApplicationException> {

  @Inject Refuser refuser;

  @Override
  public Response toResponse(WebApplicationException failure) {
    Response given = failure.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    if (given.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      return refuser.unauthorized();
    }
    Response answer = refuser.answer(failure);
    Object allow = given.getHeaders().getFirst(HttpHeaders.ALLOW);
    return allow == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }
}
