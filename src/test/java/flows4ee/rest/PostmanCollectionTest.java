package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the shipped Postman collection holds; {@code NewmanIT} runs it. */
class PostmanCollectionTest {

  private static final Path COLLECTION = Path.of("openapi/Flows_for_APEX.postman_collection.json");
  private static final Path DESCRIPTION = Path.of("target/openapi/openapi.json");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  private static JsonObject read(Path file) throws IOException {
    try (var reader = Json.createReader(Files.newInputStream(file))) {
      return reader.readObject();
    }
  }

  @Test
  void shouldSendEachOperationOfTheDescription() throws IOException {
    // given
    var sent = requests().map(PostmanCollectionTest::operation).collect(Collectors.toSet());
    // then
    assertThat(operations())
        .hasSizeGreaterThanOrEqualTo(27)
        .allSatisfy(
            operation -> {
              String pattern =
                  Stream.of(operation.split("\\{[^}]*}", -1))
                      .map(Pattern::quote)
                      .collect(Collectors.joining("[^/]+"));
              assertThat(sent).as(operation).anyMatch(request -> request.matches(pattern));
            });
  }

  @Test
  void shouldTestStatusAndBodyOfEachRequest() throws IOException {
    assertThat(items())
        .allSatisfy(
            item ->
                assertThat(item.getJsonArray("event").toString())
                    .as(item.getString("name"))
                    .contains("pm.test('status ")
                    .contains("pm.expect("));
  }

  private static List<String> operations() throws IOException {
    return read(DESCRIPTION).getJsonObject("paths").entrySet().stream()
        .flatMap(path -> operations(path.getKey(), path.getValue().asJsonObject()))
        .toList();
  }

  /** Paths that name a server of their own lie beside the module. */
  private static Stream<String> operations(String path, JsonObject methods) {
    String module = methods.containsKey("servers") ? "" : "/v1";
    return methods.keySet().stream()
        .filter(METHODS::contains)
        .map(method -> method.toUpperCase(Locale.ROOT) + " " + module + path);
  }

  private static Stream<JsonObject> requests() throws IOException {
    return items().map(item -> item.getJsonObject("request"));
  }

  private static Stream<JsonObject> items() throws IOException {
    return read(COLLECTION).getJsonArray("item").getValuesAs(JsonObject.class).stream()
        .flatMap(folder -> folder.getJsonArray("item").getValuesAs(JsonObject.class).stream());
  }

  private static String operation(JsonObject request) {
    return request.getJsonObject("url").getJsonArray("path").getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .collect(Collectors.joining("/", request.getString("method") + " /", ""));
  }
}
