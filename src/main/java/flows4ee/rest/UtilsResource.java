package flows4ee.rest;

import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import flows4ee.json.JsonWriter;
import flows4ee.oauth.Role;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.PingRole;
import flows4ee.rest.guard.Query;
import flows4ee.rest.guard.RestSettings;
import flows4ee.rest.openapi.Exchange;
import flows4ee.rest.wire.JsonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What helps to find out why a call does not work. */
@Path("utils")
@ApplicationScoped
@Tag(name = "Utilities")
public class UtilsResource {

  @Inject Call call;
  @Inject Answers answers;

  /**
   * {@code {"status": "ok", "token": …}}: the caller's own {@code Authorization} header. {@link
   * RestSettings#isPingForAnyRole} opens it to every role.
   */
  @GET
  @Path("ping")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ADMIN, Roles.READ, Roles.WRITE, Roles.MESSAGES})
  @PingRole
  @Operation(
      operationId = "ping",
      summary = "Ping",
      description =
          "Repeats the header Authorization; the configuration may open it to every role.")
  @Exchange(gives = "Ping", roles = Roles.ADMIN)
  public Response ping() {
    JsonWriter out = new JsonWriter().beginObject().name("status").value("ok");
    out.name("token").value(call.header(HttpHeaders.AUTHORIZATION).orElse(null));
    return answers.ok(JsonBody.of(out.endObject()));
  }

  /**
   * The environment of the call: lines {@code NAME = value<BR>} in HTML, or one JSON object when
   * the caller prefers JSON. Credentials are masked.
   */
  @GET
  @Path("print_cgi")
  @Produces({"text/html;qs=1", "application/json;qs=0.9"})
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "printEnvironment",
      summary = "Print the environment of the call",
      description =
          "Lines of HTML, or an object for callers that prefer JSON; credentials are masked.")
  @Exchange(gives = "CallEnvironment", refusals = 403)
  public Response printEnvironment(
      @Context HttpServletRequest request, @Context HttpHeaders headers) {
    Map<String, String> variables = Environment.of(request, call);
    List<MediaType> accepted = headers.getAcceptableMediaTypes();
    boolean isJson =
        !accepted.isEmpty()
            && accepted.get(0).isCompatible(MediaType.APPLICATION_JSON_TYPE)
            && !accepted.get(0).isWildcardType();
    if (!isJson) {
      return Response.ok(Environment.html(variables), "text/html; charset=utf-8").build();
    }
    JsonObject object = JsonObject.EMPTY;
    for (var variable : variables.entrySet()) {
      object = object.with(variable.getKey(), JsonValue.of(variable.getValue()));
    }
    return answers.ok(JsonBody.of(object));
  }

  /** The roles of the caller: {@code {"role_name": …}} in order of name. */
  @GET
  @Path("roles")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "listRoles",
      summary = "List own roles",
      description = "The roles of the calling client in order of name.")
  @Exchange(gives = "RoleCollection", pages = Exchange.Pages.ON_DEMAND)
  public Response roles() {
    List<String> names =
        Arrays.stream(Role.values()).map(Role::roleName).filter(call::hasRole).sorted().toList();
    return answers.all(
        Query.of(call),
        names,
        (out, name) -> out.beginObject().name("role_name").value(name).endObject());
  }
}
