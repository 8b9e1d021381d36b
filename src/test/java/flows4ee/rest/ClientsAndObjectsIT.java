package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.ClientCredentials;
import org.junit.jupiter.api.Test;

/** Administration of clients, and the objects of a diagram, over HTTP. */
class ClientsAndObjectsIT extends RestIT {

  @Test
  void shouldAdministerClients() {
    // when
    String name = name("shop");
    var created =
        api.post(
            "v1/oauth_clients",
            "{\"name\":\"%s\",\"support_email\":\"a@example.org\",\"roles\":[\"Flows for Apex - Read\"]}"
                .formatted(name));
    // then
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    var client = item(created);
    String id = client.getString("client_id");
    var credentials = new ClientCredentials(id, client.getString("client_secret"));
    String token = server.anonymous().grantToken(credentials);
    assertThat(server.anonymous().withToken(token).get("v1/diagrams").statusCode()).isEqualTo(200);
    // when
    var deleted = api.delete("v1/oauth_clients/" + id);
    // then
    assertThat(deleted.body()).isEqualTo("{\"success\":true,\"message\":\"client deleted\"}");
    assertThat(server.anonymous().withToken(token).get("v1/diagrams").statusCode()).isEqualTo(401);
  }

  @Test
  void shouldListTheObjectsOfADiagram() {
    long diagram = deploy("a01-basic-model.bpmn");
    var objects = json(api.get("v1/diagrams/" + diagram + "/objects")).getJsonArray("items");
    assertThat(objects.getJsonObject(0).keySet())
        .containsExactly(
            "objt_id",
            "bpmn_id",
            "name",
            "tag_name",
            "sub_tag_name",
            "parent_bpmn_id",
            "lane",
            "attached_to",
            "interrupting");
    assertThat(objects.toString()).contains("\"bpmn_id\":\"A\"");
  }
}
