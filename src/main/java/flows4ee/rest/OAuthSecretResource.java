package flows4ee.rest;

import flows4ee.json.JsonObject;
import flows4ee.json.JsonWriter;
import flows4ee.oauth.ClientSecrets;
import flows4ee.oauth.ClientSecrets.Rotation;
import flows4ee.oauth.ClientService;
import flows4ee.oauth.NewSecret;
import flows4ee.oauth.NewSecret.Showing;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Attributes;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.CallLog;
import flows4ee.rest.guard.Idempotent;
import flows4ee.rest.guard.Ids;
import flows4ee.rest.guard.NoParameters;
import flows4ee.rest.guard.Refusal;
import flows4ee.rest.guard.RequestBody;
import flows4ee.rest.openapi.Exchange;
import flows4ee.rest.wire.ClientDocument;
import flows4ee.rest.wire.Envelope;
import flows4ee.rest.wire.JsonBody;
import flows4ee.rest.wire.Replies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The secrets of OAuth clients; off with {@code oauth_admin_rest=false}. */
@Path("oauth_clients")
@ApplicationScoped
@Idempotent
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth clients")
public class OAuthSecretResource {

  private static final int MAX_OVERLAP_HOURS = 8760;

  @Inject ClientService clients;
  @Inject ClientSecrets secrets;
  @Inject ClientCalls calls;
  @Inject Call call;
  @Inject CallLog log;
  @Inject RequestBody body;
  @Inject Answers answers;

  /**
   * Adds a secret; the old one ends after {@code overlap_hours} (24). With two live ones {@code
   * replace_oldest} is needed. 201 with {@code client_secret}, shown this once.
   */
  @POST
  @Path("{client_id}/secrets")
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "addOauthClientSecret",
      summary = "Add a secret",
      description = "Adds a secret, shown this once; the old one ends after an overlap.")
  @Exchange(takes = "AddSecret", gives = "NewSecretCollection", status = 201)
  public Response addSecret(@PathParam("client_id") String clientId) {
    JsonObject object = body.object(Optional.empty());
    log.hidePayload();
    calls.requireOpen();
    Attributes attributes = new Attributes(object);
    Duration overlap =
        attributes
            .integer("overlap_hours", 0, MAX_OVERLAP_HOURS)
            .map(Duration::ofHours)
            .orElse(ClientSecrets.DEFAULT_OVERLAP);
    boolean isReplacing = attributes.flag("replace_oldest").orElse(false);
    attributes.check(() -> clients.findClient(clientId).isPresent());
    NewSecret made =
        calls.run(
            () ->
                secrets.rotate(
                    clientId, new Rotation(overlap, isReplacing, Showing.NOW), calls.actor()));
    return answers.created(OAuthClientResource.path(clientId), secretDocument(clientId, made));
  }

  /** Revokes a secret at once. */
  @DELETE
  @Path("{client_id}/secrets/{id}")
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "revokeOauthClientSecret",
      summary = "Revoke a secret",
      description = "Ends a secret at once.")
  @Exchange(gives = "Success")
  public Response revokeSecret(
      @PathParam("client_id") String clientId, @PathParam("id") String id) {
    body.object(Optional.empty());
    calls.requireOpen();
    long secretId = Ids.require(id);
    calls.run(() -> secrets.revoke(clientId, secretId, calls.actor()));
    return answers.ok(Replies.done("secret revoked"));
  }

  /** Shows the kept secret of a new client once to the console user who made it. */
  @POST
  @Path("{client_id}/handover")
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "redeemOauthClientSecret",
      summary = "Show the secret of a new client",
      description = "Shows the kept secret once to the console user who made the client.")
  @Exchange(gives = "Handover")
  public Response handover(@PathParam("client_id") String clientId) {
    body.object(Optional.empty());
    log.hidePayload();
    if (!calls.isConsole()) {
      throw Refusal.ITEM_NOT_FOUND.exception();
    }
    String secret =
        calls
            .run(() -> secrets.redeemHandover(clientId, calls.actor()))
            .orElseThrow(Refusal.ITEM_NOT_FOUND::exception);
    JsonWriter out = new JsonWriter().beginObject().name("client_secret").value(secret);
    return answers.ok(JsonBody.of(out.endObject()));
  }

  private JsonBody secretDocument(String clientId, NewSecret made) {
    return new Envelope(call.base().href(OAuthClientResource.path(clientId)), call.base())
        .of(
            List.of(made),
            (out, item) -> {
              out.beginObject();
              ClientDocument.members(out, item.secret());
              out.name("client_secret").value(item.plain().orElse(null)).endObject();
            });
  }
}
