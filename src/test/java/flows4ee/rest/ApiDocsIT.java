package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.Browser;
import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonString;
import org.junit.jupiter.api.Test;

/** The page that shows the API, used in a browser. */
class ApiDocsIT {

  private final TestServer server = TestServer.current();

  @Test
  void shouldObtainATokenAndCallAnOperationWithIt() {
    // given
    var client = server.credentials();
    var input =
        Json.createObjectBuilder()
            .add("base", server.base().toString())
            .add("client_id", client.id())
            .add("client_secret", client.secret())
            .build();
    // when
    var visit = Browser.visit("api-docs.mjs", input);
    // then
    var seen = visit.seen();
    assertThat(seen.getJsonArray("tags").getValuesAs(JsonString::getString))
        .contains("Diagrams", "Processes", "Steps", "Messages", "Utilities", "OAuth");
    assertThat(seen.getInt("grant")).isEqualTo(200);
    assertThat(seen.getString("status")).startsWith("200");
    assertThat(seen.getString("body")).contains("Flows for Apex - Admin", "Flows for Apex - Write");
    assertThat(visit.problems()).isEmpty();
    assertThat(seen.getJsonArray("asked").getValuesAs(JsonString::getString))
        .contains(server.base() + "/v1/utils/roles?offset=0")
        .allMatch(address -> address.startsWith(server.base() + "/") || isInline(address));
  }

  /** Images that the style sheet holds. */
  private static boolean isInline(String address) {
    return address.startsWith("data:");
  }
}
