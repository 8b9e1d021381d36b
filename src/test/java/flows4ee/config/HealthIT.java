package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthIT {

  private final TestServer server = TestServer.current();

  @ParameterizedTest
  @ValueSource(strings = {"live", "ready", "started"})
  void shouldReportUpWithoutToken(String probe) {
    var response = server.anonymous().get("health/" + probe);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
        .isEqualToIgnoringCase("application/json;charset=UTF-8");
    assertThat(response.headers().firstValue("X-Request-Id").orElseThrow())
        .matches("[A-Za-z0-9._-]{1,64}");
  }

  @Test
  void shouldAnswerAnUnknownProbeInJson() {
    var response = server.anonymous().get("health/else");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("{\"success\":false,\"message\":\"Not implemented\"}");
  }

  @Test
  void shouldRefuseOtherMethods() {
    var anonymous = server.anonymous();
    var response = anonymous.send(anonymous.request("health/ready").POST(BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
  }
}
