package flows4ee.rest;

import static flows4ee.rest.RecordedCalls.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Calls the operations on OAuth clients with the examples of the description. */
final class ClientTour {

  private static final String CLIENTS = "v1/oauth_clients";

  private final RecordedCalls calls;

  ClientTour(RecordedCalls calls) {
    this.calls = calls;
  }

  void walk() {
    removeAll(calls.example("CreateOauthClient").path("name").asText());
    String client = path(calls.post(CLIENTS, calls.example("CreateOauthClient")));
    calls.get(CLIENTS);
    calls.get(client);
    calls.put(client, calls.example("UpdateOauthClient"));
    calls.put(client + "/roles", calls.example("SetRoles"));
    var added = calls.post(client + "/secrets", calls.example("AddSecret"));
    calls.delete(client + "/secrets/" + added.path("items").path(0).path("id").asLong());
    calls.put(client + "/disable", calls.example("ClientComment"));
    calls.put(client + "/enable", object());
    calls.delete(client + "/tokens");
    calls.delete(client);
    handOver();
  }

  /** Only a person at the console is shown a secret later. */
  private void handOver() {
    var console = calls.server().console().signIn(calls.server().administrator());
    ObjectNode body = calls.example("CreateOauthClient").deepCopy();
    body.put("handover", true);
    var created = console.post(CLIENTS, body.toString());
    String client = path(calls.taken("POST", CLIENTS, "application/json", body, created));
    String shown = client + "/handover";
    calls.taken("POST", shown, "application/json", object(), console.post(shown, "{}"));
    calls.delete(client);
  }

  private void removeAll(String name) {
    String query = "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    for (JsonNode client : calls.get(CLIENTS + query).path("items")) {
      calls.delete(CLIENTS + "/" + client.path("client_id").asText());
    }
  }

  private static String path(JsonNode created) {
    return CLIENTS + "/" + created.path("items").path(0).path("client_id").asText();
  }
}
