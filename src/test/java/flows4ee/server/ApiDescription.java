package flows4ee.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The description of the API as the build made it: finds operations, checks JSON by schemas. */
public final class ApiDescription {

  private static final String ADDRESS = "https://flows.test/openapi.json";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
  private static final ApiDescription BUILT = new ApiDescription(read());

  private final JsonNode document;
  private final JsonSchemaFactory schemas;
  private final Map<String, JsonSchema> loaded = new ConcurrentHashMap<>();
  private final List<Operation> operations = new ArrayList<>();

  /**
   * One operation.
   *
   * @param method in upper case
   * @param path relative to the application, with placeholders: {@code v1/steps/{sbfl_id}}
   */
  public record Operation(String id, String method, String path, JsonNode node) {

    private boolean isAt(String requested) {
      var pattern =
          Pattern.compile("\\{[^}]+}").splitAsStream(path + " ").map(String::strip).toList();
      var regex = String.join("[^/]+", pattern.stream().map(text -> Pattern.quote(text)).toList());
      return requested.matches(regex);
    }

    private long placeholders() {
      return path.chars().filter(c -> c == '{').count();
    }

    /** The roles of which each suffices; empty when no access token is needed. */
    public Set<String> roles() {
      var roles = new java.util.TreeSet<String>();
      node.path("x-required-roles").forEach(role -> roles.add(role.asText()));
      return roles;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private ApiDescription(JsonNode document) {
    this.document = document;
    this.schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V4,
            builder ->
                builder
                    .metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                    .schemaLoaders(
                        loaders -> loaders.schemas(Map.of(ADDRESS, document.toString()))));
    document
        .path("paths")
        .properties()
        .forEach(path -> addOperations(path.getKey(), path.getValue()));
  }

  /** Returns the description that lies under {@code target}. */
  public static ApiDescription built() {
    return BUILT;
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper()
          .readTree(Files.newInputStream(Path.of("target/openapi/openapi.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addOperations(String path, JsonNode item) {
    var server = item.path("servers").isMissingNode() ? "v1" : "";
    item.properties()
        .forEach(
            member -> {
              if (METHODS.contains(member.getKey())) {
                operations.add(
                    new Operation(
                        member.getValue().path("operationId").asText(),
                        member.getKey().toUpperCase(java.util.Locale.ROOT),
                        (server + path).replaceFirst("^/", ""),
                        member.getValue()));
              }
            });
  }

  public JsonNode document() {
    return document;
  }

  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** Returns the operations at a requested path, without query and trailing slash. */
  public List<Operation> at(String path) {
    var matching = operations.stream().filter(operation -> operation.isAt(path)).toList();
    var least = matching.stream().mapToLong(Operation::placeholders).min().orElse(0);
    return matching.stream().filter(operation -> operation.placeholders() == least).toList();
  }

  /** Returns the described answer with a status. */
  public Optional<JsonNode> answer(Operation operation, int status) {
    var answer = operation.node().path("responses").path(Integer.toString(status));
    return answer.isMissingNode() ? Optional.empty() : Optional.of(resolve(answer));
  }

  /** Follows a reference, if it is one. */
  public JsonNode resolve(JsonNode node) {
    var reference = node.path("$ref");
    return reference.isMissingNode() ? node : document.at(reference.asText().substring(1));
  }

  /** Returns what is wrong with a value by a schema, which is a reference or of a simple type. */
  public List<String> problems(JsonNode schema, JsonNode value) {
    return schema.has("$ref")
        ? problems(schema.path("$ref").asText(), value)
        : problems(schemas.getSchema(schema), value);
  }

  /** Returns what is wrong with a value by the schema of this name. */
  public List<String> problemsByName(String name, JsonNode value) {
    return problems("#/components/schemas/" + name, value);
  }

  private List<String> problems(String reference, JsonNode value) {
    var schema =
        loaded.computeIfAbsent(
            reference,
            pointer ->
                schemas.getSchema(
                    SchemaLocation.of(ADDRESS + pointer),
                    SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build()));
    return problems(schema, value);
  }

  private static List<String> problems(JsonSchema schema, JsonNode value) {
    return schema.validate(value).stream()
        .map(ValidationMessage::getMessage)
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
