package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.NodePrograms;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Spectral finds nothing in the description by its rules for OpenAPI. */
class OpenApiLintTest {

  private static final String SPECTRAL = "node_modules/@stoplight/spectral-cli/dist/index.js";

  @Test
  void shouldFollowTheRulesForOpenApi() {
    var document = Path.of("target/openapi/openapi.yaml").toAbsolutePath();
    var result =
        NodePrograms.run(
            "",
            SPECTRAL,
            "lint",
            document.toString(),
            "--ruleset",
            "openapi-rules.yaml",
            "--fail-severity",
            "hint");
    assertThat(result.output()).contains("No results with a severity of 'hint' or higher found!");
    assertThat(result.exitCode()).isZero();
  }
}
