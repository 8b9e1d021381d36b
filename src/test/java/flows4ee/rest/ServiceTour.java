package flows4ee.rest;

import static flows4ee.rest.RecordedCalls.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flows4ee.server.ApiClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Calls the operations on tokens, configuration, logs and the service itself. */
final class ServiceTour {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final RecordedCalls calls;
  private final ApiClient api;
  private final ApiClient anonymous;

  ServiceTour(RecordedCalls calls) {
    this.calls = calls;
    this.api = calls.server().api();
    this.anonymous = calls.server().anonymous();
  }

  void walk() {
    describe();
    authorize();
    configure();
    diagnose();
  }

  private void describe() {
    for (String state : List.of("live", "ready", "started")) {
      calls.get(anonymous, "health/" + state, JSON);
    }
    calls.get(anonymous, "openapi.json", JSON);
    calls.get(anonymous, "openapi.yaml", "application/yaml");
    calls.get(anonymous, "metadata-catalog/v1/", JSON);
    calls.get(anonymous, "oauth/jwks", "*/*");
    calls.get(anonymous, ".well-known/oauth-authorization-server", JSON);
  }

  private void authorize() {
    var client = anonymous.withAuthorization(calls.server().credentials().basic());
    ObjectNode wide = calls.example("GrantRequest").deepCopy();
    wide.remove("scope");
    post(client, "oauth/token", wide);
    post(client, "oauth/token", calls.example("GrantRequest"));
    post(client, "oauth/introspect", calls.example("IntrospectionRequest"));
    post(client, "oauth/revoke", calls.example("RevocationRequest"));
    var stranger = anonymous.withAuthorization("Basic eDp5");
    calls.refused(401, "POST", "oauth/token", stranger.postForm("oauth/token", form(wide)));
  }

  private void configure() {
    calls.get("v1/configuration");
    ObjectNode changed = calls.example("ChangeConfiguration").deepCopy();
    calls.put("v1/configuration", changed);
    var original = object();
    changed.fieldNames().forEachRemaining(original::putNull);
    calls.put("v1/configuration", original);
  }

  private void diagnose() {
    calls.get("v1/utils/ping");
    calls.get(calls.server().apiWithoutRoles(), "v1/utils/ping", JSON);
    calls.get("v1/utils/print_cgi");
    calls.get("v1/utils/roles");
    calls.get("v1/utils/rest_event_log?limit=5");
  }

  private void post(ApiClient client, String path, JsonNode form) {
    calls.post(client, path, FORM, form(form), form);
  }

  private static String form(JsonNode members) {
    return members.properties().stream()
        .map(
            member ->
                member.getKey()
                    + "="
                    + URLEncoder.encode(member.getValue().asText(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
