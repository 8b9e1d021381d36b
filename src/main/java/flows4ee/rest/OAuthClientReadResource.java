package flows4ee.rest;

import flows4ee.engine.Page;
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
import java.util.OptionalLong;
import java.util.Set;

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
    PageQuery pages = PageQuery.ofExtension(query, Set.of());
    ClientFilter filter =
        new ClientFilter(
            query.first("name"),
            query.first("owner"),
            query.all("role", Role::ofName).stream().findFirst(),
            query.flag("disabled"));
    return answers.page(
        pages, page(clients.findClients(filter), pages), Optional.empty(), calls.document());
  }

  /** One client; an unknown one is 404. */
  @GET
  @Path("{client_id}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "getOauthClient",
      summary = "Get a client",
      description = "One client: a collection of one.")
  @Exchange(gives = "OauthClientCollection")
  public Response find(@PathParam("client_id") String clientId) {
    calls.requireOpen();
    Query.of(call, Set.of());
    return answers.required(clients.findClient(clientId), calls.document());
  }

  /** There are few clients: the page is cut out of all of them. */
  private static Page<ClientView> page(List<ClientView> all, PageQuery pages) {
    int from = (int) Math.min(pages.request().offset(), all.size());
    int to = Math.min(from + pages.request().limit(), all.size());
    OptionalLong total =
        pages.request().isTotalWanted() ? OptionalLong.of(all.size()) : OptionalLong.empty();
    return new Page<>(all.subList(from, to), to < all.size(), total);
  }
}
