package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The description of the API as it is served. */
class OpenApiIT extends RestIT {

  @Test
  void shouldBeServedWithoutToken() {
    var response = server.anonymous().get("openapi.json");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(json(response).getJsonObject("paths")).containsKey("/steps/{sbfl_id}/complete");
    assertThat(server.anonymous().get("openapi.yaml").body()).startsWith("openapi: 3.0.0");
  }
}
