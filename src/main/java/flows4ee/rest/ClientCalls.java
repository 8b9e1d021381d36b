package flows4ee.rest;

import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import flows4ee.json.JsonWriter;
import flows4ee.oauth.Actor;
import flows4ee.oauth.ClientException;
import flows4ee.oauth.ClientService;
import flows4ee.oauth.ClientView;
import flows4ee.oauth.OAuthSettings;
import flows4ee.oauth.Role;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.EntityTags;
import flows4ee.rest.guard.Refusal;
import flows4ee.rest.guard.RefusedException;
import flows4ee.rest.wire.ClientDocument;
import flows4ee.rest.wire.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Calls of the client service on behalf of the caller, its refusals worded for REST. */
@ApplicationScoped
public class ClientCalls {

  @Inject Call call;
  @Inject OAuthSettings settings;
  @Inject ClientService clients;

  /** Refuses with 404 while the administration over REST is off. */
  void requireOpen() {
    if (!settings.tokens().adminRest() && !isConsole()) {
      throw Refusal.NOT_IMPLEMENTED.exception();
    }
  }

  /** Whether the caller signed in at the console rather than with a token. */
  boolean isConsole() {
    return !call.isToken();
  }

  /** How clients are shown to the caller. */
  BiConsumer<JsonWriter, ClientView> document() {
    return isConsole() ? ClientDocument::writeForConsole : ClientDocument::write;
  }

  /** Who acts; a client gives only the roles it holds now. */
  Actor actor() {
    String name = call.caller().name();
    if (isConsole()) {
      return Actor.operator(name, call.address());
    }
    Set<Role> held =
        Arrays.stream(Role.values())
            .filter(role -> call.hasRole(role.roleName()))
            .collect(Collectors.toSet());
    return Actor.client(name, held, call.address());
  }

  /** The name of the calling client, which owns the clients it makes. */
  String callerName() {
    String id = call.caller().name();
    return isConsole()
        ? id
        : clients.findClient(id).map(client -> client.attributes().name()).orElse(id);
  }

  /** Refuses with 412 unless {@code If-Match} is absent or names the client as it is now. */
  void requireMatch(String clientId) {
    Optional<String> wanted = call.header("If-Match");
    if (wanted.isEmpty()) {
      return;
    }
    ClientView client = clients.findClient(clientId).orElseThrow(Refusal.ITEM_NOT_FOUND::exception);
    byte[] representation =
        new Envelope(call.base().href("oauth_clients/" + encode(clientId)), call.base())
            .of(List.of(client), document())
            .bytes();
    if (!EntityTags.isMatch(wanted.get(), representation, "")) {
      throw Refusal.PRECONDITION.exception();
    }
  }

  /** Runs a call of the client service. */
  <T> T run(Supplier<T> work) {
    try {
      return work.get();
    } catch (ClientException e) {
      throw refused(e);
    }
  }

  private static RefusedException refused(ClientException failure) {
    return switch (failure.kind()) {
      case NOT_FOUND -> Refusal.ITEM_NOT_FOUND.exception();
      case FORBIDDEN -> Refusal.PRIVILEGE.exception();
      case INVALID -> RefusedException.badValue(failure.attribute());
      case CONFLICT ->
          RefusedException.conflict(failure.getMessage())
              .withError(
                  JsonObject.EMPTY
                      .with("type", JsonValue.of("conflict"))
                      .with("value", JsonValue.of(failure.getMessage())));
    };
  }

  /** A client id as a segment of a path. */
  static String encode(String clientId) {
    return URLEncoder.encode(clientId, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
