package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flows4ee.server.ApiDescription;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the description are what their schemas say. */
class OpenApiExamplesTest {

  private final ApiDescription description = ApiDescription.built();

  private static JsonNode components(String kind) {
    return ApiDescription.built().document().path("components").path(kind);
  }

  static Stream<String> schemas() {
    return components("schemas").properties().stream().map(Map.Entry::getKey);
  }

  static Stream<String> responses() {
    return components("responses").properties().stream().map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void shouldHaveAValidExample(String name) {
    JsonNode example = components("schemas").path(name).path("example");
    assertThat(example.isMissingNode()).as("example of " + name).isFalse();
    assertThat(description.problemsByName(name, example)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void shouldBeClosedOrSayWhatElseIsTaken(String name) {
    JsonNode schema = components("schemas").path(name);
    boolean isAnswered =
        Set.of("object").contains(schema.path("type").asText())
            && schema.path("properties").has("links");
    if (isAnswered) {
      assertThat(schema.path("additionalProperties").asText()).isEqualTo("false");
    }
  }

  @ParameterizedTest
  @MethodSource("responses")
  void shouldShowValidAnswers(String name) {
    for (JsonNode content : components("responses").path(name).path("content")) {
      if (content.has("example")) {
        assertThat(description.problems(content.path("schema"), content.path("example"))).isEmpty();
      }
    }
  }
}
