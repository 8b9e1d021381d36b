package flows4ee.rest.openapi;

import flows4ee.rest.guard.EdgeFilter;
import flows4ee.rest.guard.EntityTags;
import flows4ee.rest.guard.RuntimeSettings;
import flows4ee.rest.wire.LinkBase;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * The OpenAPI document: {@code GET /openapi.json}, {@code /openapi.yaml}, and as JSON {@code
 * /metadata-catalog/v1/}, where the {@code describedby} links of collections lead.
 *
 * <p>200 with an entity tag, 304 for {@code If-None-Match}. 401 without a valid access token while
 * {@code rest_openapi_public} is off; any role will do. 404 for other paths of the catalog.
 */
@WebServlet({"/openapi.json", "/openapi.yaml", "/metadata-catalog/v1/*"})
public class DescriptionServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String FOLDER = "/WEB-INF/openapi";
  private static final String JSON = "/openapi.json";
  private static final String YAML = "/openapi.yaml";
  private static final String ALLOWED = "GET, HEAD, OPTIONS";

  @Inject transient RuntimeSettings settings;
  private transient Map<String, Representation> representations;

  @Override
  public void init() throws ServletException {
    representations =
        Map.of(JSON, read(JSON, "application/json"), YAML, read(YAML, "application/yaml"));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> super.service(request, response);
      case "OPTIONS" -> {
        response.setHeader("Allow", ALLOWED);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      default -> {
        response.setHeader("Allow", ALLOWED);
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      }
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!settings.rest().isOpenApiPublic() && request.getUserPrincipal() == null) {
      LinkBase base = (LinkBase) request.getAttribute(EdgeFilter.BASE);
      response.setHeader("WWW-Authenticate", "Bearer realm=\"" + base.realm() + '"');
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      boolean isYaml = request.getServletPath().equals(YAML);
      send(representations.get(isYaml ? YAML : JSON), request, response);
    }
  }

  /** Caches may keep it and ask whether it is still the same. */
  private static void send(
      Representation document, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("ETag", document.tag());
    if (EntityTags.matches(request.getHeader("If-None-Match"), document.tag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(document.mediaType());
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(document.bytes().length);
    response.getOutputStream().write(document.bytes());
  }

  private Representation read(String name, String mediaType) throws ServletException {
    try (InputStream stream = getServletContext().getResourceAsStream(FOLDER + name)) {
      byte[] bytes = stream.readAllBytes();
      return new Representation(bytes, mediaType, EntityTags.of(bytes, mediaType, ""));
    } catch (IOException e) {
      throw new ServletException(e);
    }
  }

  private record Representation(byte[] bytes, String mediaType, String tag) {}
}
