package flows4ee.rest.openapi.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The written parts of the description: schemas, answers and parameters, the query parameters of
 * each operation ({@code x-query}), and the paths that are no JAX-RS resources.
 */
final class WrittenParts {

  private static final List<String> FILES =
      List.of("common", "diagrams", "processes", "steps", "statistics", "administration", "oauth");
  private static final String QUERY = "x-query";
  private static final String ANY = "x-any-type";

  private final ObjectMapper mapper = Yaml.mapper();
  private final ObjectNode written = mapper.createObjectNode();

  private WrittenParts() {}

  static WrittenParts read() {
    WrittenParts parts = new WrittenParts();
    FILES.forEach(file -> merge(parts.written, parts.parse(file + ".yaml")));
    return parts;
  }

  /** Adds the components and paths to the document. */
  void addTo(OpenAPI document) {
    OpenAPI added = mapper.convertValue(written.deepCopy().without(QUERY), OpenAPI.class);
    added.getPaths().forEach(document::path);
    var components = document.getComponents();
    added.getComponents().getSchemas().values().forEach(WrittenParts::openTypes);
    components.setSchemas(added.getComponents().getSchemas());
    components.setResponses(added.getComponents().getResponses());
    components.setParameters(added.getComponents().getParameters());
    components.setHeaders(added.getComponents().getHeaders());
    components.setRequestBodies(added.getComponents().getRequestBodies());
  }

  /** The query parameters of an operation, without those of paging. */
  List<Parameter> query(String operationId) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode node : written.path(QUERY).path(operationId)) {
      ObjectNode parameter = node.deepCopy();
      parameters.add(
          mapper.convertValue(parameter.put("in", new QueryParameter().getIn()), Parameter.class));
    }
    return parameters;
  }

  /** The model takes a schema without type for an object, unless told otherwise. */
  private static void openTypes(Schema<?> schema) {
    if (schema.getExtensions() != null && schema.getExtensions().remove(ANY) != null) {
      schema.setType(null);
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(WrittenParts::openTypes);
    }
    if (schema.getItems() != null) {
      openTypes(schema.getItems());
    }
  }

  private JsonNode parse(String file) {
    try (InputStream stream = WrittenParts.class.getResourceAsStream(file)) {
      return mapper.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void merge(ObjectNode into, JsonNode from) {
    from.properties()
        .forEach(
            member -> {
              JsonNode present = into.get(member.getKey());
              if (present instanceof ObjectNode object && member.getValue().isObject()) {
                merge(object, member.getValue());
              } else {
                into.set(member.getKey(), member.getValue());
              }
            });
  }
}
