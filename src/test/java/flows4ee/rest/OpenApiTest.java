package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description of the API that the build makes from the resources. */
class OpenApiTest {

  private static final Path BUILT = Path.of("target/openapi");
  private static final Path SHIPPED = Path.of("openapi/Flows_for_APEX_openapi_3_0_0.yml");

  private static JsonObject document() throws IOException {
    try (var reader = Json.createReader(Files.newInputStream(BUILT.resolve("openapi.json")))) {
      return reader.readObject();
    }
  }

  @Test
  void shouldBeShippedAsBuilt() throws IOException {
    assertThat(Files.readString(SHIPPED))
        .isEqualTo(Files.readString(BUILT.resolve("openapi.yaml")));
  }

  @Test
  void shouldBeOfVersion300WithRelativeAddresses() throws IOException {
    var document = document();
    assertThat(document.getString("openapi")).isEqualTo("3.0.0");
    assertThat(document.getJsonArray("servers").getJsonObject(0).getString("url")).isEqualTo("v1");
  }

  @Test
  void shouldListTheOperationsOfTheOriginal() throws IOException {
    var original =
        Map.ofEntries(
            Map.entry("/diagrams", "get"),
            Map.entry("/diagrams/{dgrm_id}", "get"),
            Map.entry("/diagrams/{dgrm_id}/export", "get"),
            Map.entry("/diagrams/{dgrm_id}/processes", "get post"),
            Map.entry("/processes/{prcs_id}", "delete get"),
            Map.entry("/processes/{prcs_id}/start", "put"),
            Map.entry("/processes/{prcs_id}/reset", "put"),
            Map.entry("/processes/{prcs_id}/terminate", "put"),
            Map.entry("/processes/{prcs_id}/process_vars", "delete get put"),
            Map.entry("/processes/{prcs_id}/steps", "get"),
            Map.entry("/processes/{prcs_id}/activities", "get"),
            Map.entry("/processes/{prcs_id}/message_subscriptions", "get"),
            Map.entry("/steps/{sbfl_id}", "get"),
            Map.entry("/steps/{sbfl_id}/start", "put"),
            Map.entry("/steps/{sbfl_id}/reserve", "put"),
            Map.entry("/steps/{sbfl_id}/release", "put"),
            Map.entry("/steps/{sbfl_id}/complete", "put"),
            Map.entry("/steps/{sbfl_id}/restart", "put"),
            Map.entry("/steps/{sbfl_id}/reschedule_timer", "put"),
            Map.entry("/messages/{message_name}", "put"),
            Map.entry("/utils/ping", "get"),
            Map.entry("/utils/print_cgi", "get"),
            Map.entry("/utils/roles", "get"));
    var paths = document().getJsonObject("paths");
    original.forEach(
        (path, methods) -> {
          assertThat(paths).containsKey(path);
          assertThat(new TreeSet<>(paths.getJsonObject(path).keySet()))
              .as(path)
              .containsAll(List.of(methods.split(" ")));
        });
  }
}
