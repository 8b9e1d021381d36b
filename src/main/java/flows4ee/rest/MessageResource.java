package flows4ee.rest;

import flows4ee.engine.Page;
import flows4ee.engine.ProcessEngine;
import flows4ee.engine.ProcessQueries;
import flows4ee.engine.SubscriptionSearch;
import flows4ee.engine.SubscriptionView;
import flows4ee.json.JsonObject;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.Idempotent;
import flows4ee.rest.guard.NoParameters;
import flows4ee.rest.guard.PageQuery;
import flows4ee.rest.guard.Query;
import flows4ee.rest.guard.RequestBody;
import flows4ee.rest.openapi.Exchange;
import flows4ee.rest.wire.InstanceDocuments;
import flows4ee.rest.wire.Replies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Messages to waiting steps and message start events; an object or an array, delivered all or none.
 * Success is 200 {@code message processed} with the request as {@code items}.
 */
@Path("")
@ApplicationScoped
@Idempotent
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class MessageResource {

  private static final Set<String> SUBSCRIPTION_COLUMNS =
      Set.of("name", "key", "value", "prcs_id", "sbfl_id", "created");

  @Inject ProcessEngine engine;
  @Inject ProcessQueries queries;
  @Inject Call call;
  @Inject RequestBody body;
  @Inject Answers answers;

  /** Delivers messages of one name: {@code key, value, payload}. */
  @PUT
  @Path("messages/{message_name}")
  @RolesAllowed(Roles.MESSAGES)
  @Operation(
      operationId = "receiveMessages",
      summary = "Send messages of one name",
      description = "Delivers messages to waiting steps and message start events, all or none.")
  @Exchange(takes = "Messages", gives = "MessageProcessed")
  public Response receive(@PathParam("message_name") String name) {
    return deliver(Optional.of(name));
  }

  /** Delivers messages that name themselves: {@code name, key, value, payload}. */
  @POST
  @Path("messages")
  @RolesAllowed(Roles.MESSAGES)
  @NoParameters
  @Operation(
      operationId = "receiveNamedMessages",
      summary = "Send messages that name themselves",
      description = "Delivers messages to waiting steps and message start events, all or none.")
  @Exchange(takes = "NamedMessages", gives = "MessageProcessed", refusals = 404)
  public Response receive() {
    return deliver(Optional.empty());
  }

  /** Open subscriptions of all instances: filters {@code name, key, value, prcs_id}. */
  @GET
  @Path("message_subscriptions")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "listMessageSubscriptions",
      summary = "List message subscriptions",
      description = "Open subscriptions of all instances.")
  @Exchange(gives = "OpenSubscriptionCollection", pages = Exchange.Pages.ALWAYS)
  public Response subscriptions() {
    Query query = Query.of(call, Queries.known("name", "key", "value", "prcs_id"));
    PageQuery pages = PageQuery.ofExtension(query, SUBSCRIPTION_COLUMNS);
    Page<SubscriptionView> page =
        queries.findSubscriptions(
            new SubscriptionSearch(
                query.ids("prcs_id"), query.all("name"), query.all("key"), query.all("value")),
            pages.request());
    return answers.page(pages, page, Optional.empty(), InstanceDocuments::openSubscription);
  }

  private Response deliver(Optional<String> name) {
    List<JsonObject> elements = body.batch();
    engine.receiveMessages(MessageRequests.read(elements, name), call.caller());
    return answers.ok(Replies.done("message processed", body.items()));
  }
}
