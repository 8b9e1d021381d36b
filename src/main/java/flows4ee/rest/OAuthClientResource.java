package flows4ee.rest;

import flows4ee.json.JsonObject;
import flows4ee.oauth.ClientAttributes;
import flows4ee.oauth.ClientService;
import flows4ee.oauth.NewSecret;
import flows4ee.oauth.NewSecret.Showing;
import flows4ee.oauth.Role;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Attributes;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.CallLog;
import flows4ee.rest.guard.Idempotent;
import flows4ee.rest.guard.NoParameters;
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
 * Administration of OAuth clients; off with {@code oauth_admin_rest=false}. A client gives only
 * roles that it holds itself, and neither changes its own roles nor disables or deletes itself.
 */
@Path("oauth_clients")
@ApplicationScoped
@Idempotent
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth clients")
public class OAuthClientResource {

  private static final int MAX_COMMENT = 4000;

  @Inject ClientService clients;
  @Inject ClientCalls calls;
  @Inject Call call;
  @Inject CallLog log;
  @Inject RequestBody body;
  @Inject Answers answers;

  /**
   * Makes a client: <b>name</b>, <b>support_email</b>, owner (the caller), description,
   * support_uri, redirect_uri, roles, expires_at, token_lifetime. 201 with {@code client_secret},
   * shown this once.
   */
  @POST
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "createOauthClient",
      summary = "Make a client",
      description = "Makes a client with a secret, shown this once.")
  @Exchange(
      takes = "CreateOauthClient",
      gives = "NewOauthClientCollection",
      status = 201,
      refusals = 404)
  public Response create() {
    JsonObject object = body.object(Optional.empty());
    log.hidePayload();
    calls.requireOpen();
    Attributes attributes = new Attributes(object);
    ClientAttributes client = ClientRequests.create(attributes, calls.callerName());
    Set<Role> roles = ClientRequests.roles(object, attributes);
    boolean isLater = attributes.flag("handover").orElse(false) && calls.isConsole();
    attributes.check();
    NewSecret made =
        calls.run(
            () ->
                clients.create(
                    client, roles, isLater ? Showing.LATER : Showing.NOW, calls.actor()));
    return created(made);
  }

  /** Changes attributes of {@link #create}; optionally only if {@code If-Match} holds. */
  @PUT
  @Path("{client_id}")
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "updateOauthClient",
      summary = "Change a client",
      description = "Changes attributes of a client.")
  @Exchange(takes = "UpdateOauthClient", gives = "Success", refusals = 412)
  public Response update(@PathParam("client_id") String clientId) {
    JsonObject object = body.object(Optional.empty());
    calls.requireOpen();
    Attributes attributes = new Attributes(object);
    var edit = ClientRequests.edit(attributes);
    attributes.check(() -> clients.findClient(clientId).isPresent());
    calls.requireMatch(clientId);
    calls.run(() -> clients.update(clientId, edit, calls.actor()));
    return updated();
  }

  /** Replaces the set of roles. */
  @PUT
  @Path("{client_id}/roles")
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "setOauthClientRoles",
      summary = "Set the roles of a client",
      description = "Replaces the set of roles; acts at once.")
  @Exchange(takes = "SetRoles", gives = "Success")
  public Response setRoles(@PathParam("client_id") String clientId) {
    JsonObject object = body.object(Optional.empty());
    calls.requireOpen();
    Attributes attributes = new Attributes(object).require("roles");
    Set<Role> roles = ClientRequests.roles(object, attributes);
    attributes.check(() -> clients.findClient(clientId).isPresent());
    calls.run(() -> clients.setRoles(clientId, roles, calls.actor()));
    return updated();
  }

  /** Stops a client and its tokens; {@code comment} is kept as the reason. */
  @PUT
  @Path("{client_id}/disable")
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "disableOauthClient",
      summary = "Disable a client",
      description = "Stops a client and its tokens.")
  @Exchange(takes = "ClientComment", gives = "Success")
  public Response disable(@PathParam("client_id") String clientId) {
    JsonObject object = body.object(Optional.empty());
    calls.requireOpen();
    Optional<String> comment = comment(object, clientId);
    calls.run(() -> clients.disable(clientId, comment.orElse(""), calls.actor()));
    return updated();
  }

  /** Lets a client and its tokens work again; {@code comment} is kept in the audit. */
  @PUT
  @Path("{client_id}/enable")
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "enableOauthClient",
      summary = "Enable a client",
      description = "Lets a client and its tokens work again.")
  @Exchange(takes = "ClientComment", gives = "Success")
  public Response enable(@PathParam("client_id") String clientId) {
    JsonObject object = body.object(Optional.empty());
    calls.requireOpen();
    Optional<String> comment = comment(object, clientId);
    calls.run(() -> clients.enable(clientId, comment.orElse(""), calls.actor()));
    return updated();
  }

  /** Revokes all open tokens; {@code tokens revoked} with their {@code count}. */
  @DELETE
  @Path("{client_id}/tokens")
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "revokeOauthClientTokens",
      summary = "Revoke the tokens of a client",
      description = "Ends all open tokens at once.")
  @Exchange(gives = "TokensRevoked")
  public Response revokeTokens(@PathParam("client_id") String clientId) {
    body.object(Optional.empty());
    calls.requireOpen();
    int count = calls.run(() -> clients.revokeTokens(clientId, calls.actor()));
    return answers.ok(Replies.counted("tokens revoked", count));
  }

  /** Deletes a client; its id is never used again. */
  @DELETE
  @Path("{client_id}")
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "deleteOauthClient",
      summary = "Delete a client",
      description = "Ends a client for good; its id is never used again.")
  @Exchange(gives = "Success")
  public Response delete(@PathParam("client_id") String clientId) {
    body.object(Optional.empty());
    calls.requireOpen();
    calls.run(
        () -> {
          clients.delete(clientId, calls.actor());
          return clientId;
        });
    return answers.ok(Replies.done("client deleted"));
  }

  private Optional<String> comment(JsonObject object, String clientId) {
    Attributes attributes = new Attributes(object);
    Optional<String> comment = attributes.text("comment", MAX_COMMENT);
    attributes.check(() -> clients.findClient(clientId).isPresent());
    return comment;
  }

  private Response updated() {
    return answers.ok(Replies.done("client updated"));
  }

  private Response created(NewSecret made) {
    String path = path(made.client().clientId());
    JsonBody document =
        new Envelope(call.base().href(path), call.base())
            .of(
                List.of(made),
                (out, item) ->
                    ClientDocument.writeNew(out, item.client(), item.plain().orElse(null)));
    return answers.created(path, document);
  }

  /** The address of a client below the base. */
  static String path(String clientId) {
    return "oauth_clients/" + ClientCalls.encode(clientId);
  }
}
