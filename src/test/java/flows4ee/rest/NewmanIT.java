package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.NodePrograms;
import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the shipped Postman collection with Newman, as unpacked from its archive. */
class NewmanIT {

  private static final String NEWMAN = "node_modules/newman/bin/newman.js";
  private static final String COLLECTION = "Flows_for_APEX.postman_collection.json";
  private static final String ENVIRONMENT = "Flows_for_APEX.postman_environment.json";

  private final TestServer server = TestServer.current();

  @TempDir Path folder;

  @Test
  void shouldPassTheTestsOfTheCollection() throws IOException {
    // given
    try (var archive = new ZipFile(System.getProperty("flows.postman"))) {
      assertThat(archive.stream().map(Object::toString))
          .containsExactlyInAnyOrder(COLLECTION, ENVIRONMENT);
      unpack(archive, COLLECTION);
      unpack(archive, ENVIRONMENT);
    }
    Path environment = fillIn(folder.resolve(ENVIRONMENT));
    Path report = folder.resolve("report.json");
    // when
    var result =
        NodePrograms.run(
            "",
            NEWMAN,
            "run",
            folder.resolve(COLLECTION).toString(),
            "--environment=" + environment,
            "--color=off",
            "--reporters=cli,json",
            "--reporter-json-export=" + report);
    // then
    assertThat(result.exitCode()).as(result.output()).isZero();
    JsonObject assertions =
        read(report).getJsonObject("run").getJsonObject("stats").getJsonObject("assertions");
    assertThat(assertions.getInt("total")).isGreaterThan(400);
    assertThat(assertions.getInt("failed")).isZero();
  }

  private void unpack(ZipFile archive, String name) throws IOException {
    try (var content = archive.getInputStream(archive.getEntry(name))) {
      Files.copy(content, folder.resolve(name));
    }
  }

  /** Gives the three variables of the environment their values, as its user does. */
  private Path fillIn(Path shipped) throws IOException {
    var client = server.credentials();
    var wanted =
        Map.of(
            "host", server.base().toString(),
            "client_id", client.id(),
            "client_pw", client.secret());
    JsonObject environment = read(shipped);
    var values = Json.createArrayBuilder();
    for (var variable : environment.getJsonArray("values").getValuesAs(JsonObject.class)) {
      assertThat(wanted).containsKey(variable.getString("key"));
      values.add(
          Json.createObjectBuilder(variable).add("value", wanted.get(variable.getString("key"))));
    }
    JsonObject filled = Json.createObjectBuilder(environment).add("values", values).build();
    assertThat(filled.getJsonArray("values")).hasSameSizeAs(wanted.keySet());
    return Files.writeString(folder.resolve("filled.json"), filled.toString());
  }

  private static JsonObject read(Path file) throws IOException {
    try (var reader = Json.createReader(Files.newInputStream(file))) {
      return reader.readObject();
    }
  }
}
