package flows4ee.rest.guard;

import flows4ee.json.JsonObject;
import flows4ee.rest.wire.JsonBody;
import flows4ee.rest.wire.Replies;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Words in JSON what the container refuses by itself: unknown paths beside {@code v1}, failures
 * outside of JAX-RS. {@code web.xml} sends every error of the application here.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(ErrorServlet.class.getName());

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = given instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      Object id = request.getAttribute(RequestIds.ATTRIBUTE);
      LOG.log(Level.SEVERE, failure, () -> "Call " + id + " failed");
    }
    RefusedException refused = Refusals.ofStatus(status);
    refused.headers().forEach(response::setHeader);
    write(response, refused.status(), Replies.refused(refused.getMessage(), JsonObject.EMPTY));
  }

  static void write(HttpServletResponse response, int status, JsonBody document)
      throws IOException {
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(document.bytes().length);
    response.getOutputStream().write(document.bytes());
  }
}
