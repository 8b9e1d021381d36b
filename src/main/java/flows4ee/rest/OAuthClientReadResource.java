package flows4ee.rest;

import flows4ee.engine.PageRequest;
import flows4ee.oauth.ClientFilter;
import flows4ee.oauth.ClientService;
import flows4ee.oauth.ClientView;
import flows4ee.oauth.Role;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.PageQuery;
import flows4ee.rest.guard.Query;
import flows4ee.rest.openapi.Exchange;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Reading OAuth clients. */
@Path("oauth_clients")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth clients")
public class OAuthClientReadResource {

  @Inject ClientService clients;
  @Inject ClientCalls calls;
  @Inject Call call;
  @Inject Answers answers;

  /** The clients by name: filters {@code name, owner, role, disabled}. */
  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "listOauthClients",
      summary = "List clients",
      description = "The clients in order of their names.")
  @Exchange(gives = "OauthClientCollection", pages = Exchange.Pages.ALWAYS, refusals = 404)
  public Response search() {
    calls.requireOpen();
    Query query = Query.of(call, Queries.known("name", "owner", "role", "disabled"));
    PageQuery pages = PageQuery.ofExtension(query, ClientOrder.columns());
    ClientFilter filter =
        new ClientFilter(
            query.all("name"),
            query.all("owner"),
            query.all("role", Role::ofName),
            disabled(query.all("disabled", OAuthClientReadResource::flag)));
    PageRequest wanted = pages.request();
    List<ClientView> found =
        ClientOrder.sorted(clients.findClients(filter), wanted.order(), wanted.isDescending());
    return answers.page(pages, pages.of(found), Optional.empty(), calls.document());
  }

  /** One client; an unknown one is 404. */
  @GET
  @Path("{client_id}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "getOauthClient",
      summary = "Get a client",
      description = "One client: a collection of one.")
  @Exchange(gives = "OauthClientCollection", pages = Exchange.Pages.ON_DEMAND)
  public Response find(@PathParam("client_id") String clientId) {
    calls.requireOpen();
    Query query = Query.of(call, Queries.PAGE);
    return answers.required(query, clients.findClient(clientId), calls.document());
  }

  private static Optional<Boolean> flag(String text) {
    return text.equals("true") || text.equals("false")
        ? Optional.of(Boolean.valueOf(text))
        : Optional.empty();
  }

  /** Both values are no condition. */
  private static Optional<Boolean> disabled(List<Boolean> values) {
    return values.stream().distinct().count() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }
}
