package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flows4ee.server.ApiDescription;
import flows4ee.server.TestServer;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the description are alive: those of requests are sent and taken, to the letter
 * but for the key of the step; those of answers look like an answer that was received.
 */
class DescribedExamplesIT {

  private static final ApiDescription DESCRIPTION = ApiDescription.built();

  private static JsonNode schemas() {
    return DESCRIPTION.document().path("components").path("schemas");
  }

  static Set<String> taken() {
    return namesIn("requestBody");
  }

  /** Statistics only where the tests reach the database: the server has no day that is over. */
  static Set<String> answered() {
    var names = namesIn("responses");
    if (TestServer.current().database().isEmpty()) {
      names.removeIf(name -> name.matches("(Process|Step)Statistics(Collection)?"));
    }
    return names;
  }

  private static Set<String> namesIn(String part) {
    var names = new TreeSet<String>();
    for (var operation : DESCRIPTION.operations()) {
      names.addAll(SchemaValues.namesIn(DESCRIPTION, operation.node().path(part)));
    }
    return names;
  }

  @Test
  void shouldBelongToSchemasThatAreInUse() {
    var used = taken();
    used.addAll(namesIn("responses"));
    assertThat(schemas().properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @ParameterizedTest
  @MethodSource("taken")
  void shouldBeTaken(String schema) {
    var example = withoutStepKey(schemas().path(schema).path("example"));
    assertThat(ApiTour.calls().sent().of(schema))
        .as(schema)
        .anySatisfy(sent -> assertThat(withoutStepKey(sent)).isEqualTo(example));
  }

  @ParameterizedTest
  @MethodSource("answered")
  void shouldLookLikeAnAnswer(String name) {
    var schema = schemas().path(name);
    boolean isOpen =
        schema.has("additionalProperties")
            && !schema.path("additionalProperties").asText().equals("false");
    assertThat(ApiTour.calls().received().of(name))
        .as("%s %s", name, schema.path("example"))
        .filteredOn(live -> !live.isNull())
        .anyMatch(live -> Shape.isAlike(schema.path("example"), live, isOpen));
  }

  private static JsonNode withoutStepKey(JsonNode value) {
    JsonNode copy = value.deepCopy();
    if (copy instanceof ObjectNode object && object.has("step_key")) {
      object.put("step_key", "of the step");
    }
    return copy;
  }
}
