package flows4ee.rest;

import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Attributes;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.Idempotent;
import flows4ee.rest.guard.NoParameters;
import flows4ee.rest.guard.Query;
import flows4ee.rest.guard.RequestBody;
import flows4ee.rest.guard.RuntimeSettings;
import flows4ee.rest.openapi.Exchange;
import flows4ee.rest.wire.Replies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The run-time configuration. */
@Path("configuration")
@ApplicationScoped
@Idempotent
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Configuration")
public class ConfigurationResource {

  private static final int MAX_VALUE = 4000;

  @Inject RuntimeSettings settings;
  @Inject Call call;
  @Inject RequestBody body;
  @Inject Answers answers;

  /** All keys: {@code key, value, default, locked}. */
  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "listConfiguration",
      summary = "List the configuration",
      description = "All keys with value and default.")
  @Exchange(gives = "ConfigurationEntryCollection", pages = Exchange.Pages.ON_DEMAND)
  public Response entries() {
    return answers.all(
        Query.of(call, Queries.PAGE),
        settings.entries(),
        (out, entry) ->
            out.beginObject()
                .name("key")
                .value(entry.key())
                .name("value")
                .value(entry.value())
                .name("default")
                .value(entry.defaultValue())
                .name("locked")
                .value(entry.isLocked())
                .endObject());
  }

  /** Changes keys, all or none; {@code null} is the default. 200 {@code configuration updated}. */
  @PUT
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "changeConfiguration",
      summary = "Change the configuration",
      description = "Changes keys, all or none; acts without restart.")
  @Exchange(takes = "ChangeConfiguration", gives = "Success")
  public Response change() {
    JsonObject object = body.object(Optional.empty());
    Attributes attributes = new Attributes(object);
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    object.members().forEach((key, value) -> values.put(key, text(attributes, key, value)));
    attributes.check();
    settings.change(values, call.caller().name());
    return answers.ok(Replies.done("configuration updated"));
  }

  private static Optional<String> text(Attributes attributes, String key, JsonValue value) {
    return value.typeName().equals("boolean")
        ? Optional.of(value.toJson())
        : attributes.text(key, MAX_VALUE);
  }
}
