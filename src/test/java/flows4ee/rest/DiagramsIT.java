package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagrams and the creation of instances over HTTP: success and refusal to the letter. */
class DiagramsIT extends RestIT {

  private static final String NOT_FOUND = "{\"success\":false,\"message\":\"Item not found\"}";

  private long deploy(String name, String status) {
    var body =
        Json.createObjectBuilder()
            .add("name", name)
            .add("status", status)
            .add("content", model("a01-basic-model.bpmn"));
    return item(api.post("v1/diagrams", body.build().toString()))
        .getJsonNumber("dgrm_id")
        .longValue();
  }

  private String document(long id, String name, String status) {
    String path = "diagrams/" + id;
    return ("{\"dgrm_id\":%d,\"name\":\"%s\",\"version\":\"0\",\"status\":\"%s\","
            + "\"category\":null,\"links\":[%s,%s,%s]}")
        .formatted(
            id,
            name,
            status,
            link("diagram", path, "GET"),
            link("process", path + "/processes", "GET"),
            link("process", path + "/processes", "POST"));
  }

  @Test
  void shouldListReleasedDiagramsUnlessAskedOtherwise() {
    // given
    String name = name("Listed");
    String query = "?name=" + name.toUpperCase(Locale.ROOT).replace(" ", "%20");
    long draft = deploy(name, "draft");
    long released = deploy(name + "b", "released");
    String drafts = document(draft, name, "draft");
    String releases = document(released, name + "b", "released");
    // then
    assertAnswer(api.get("v1/diagrams" + query), collection("diagrams", releases, 1));
    assertAnswer(api.get("v1/diagrams" + query + "&status="), collection("diagrams", releases, 1));
    assertAnswer(
        api.get("v1/diagrams" + query + "&status=DRAFT"), collection("diagrams", drafts, 1));
    assertAnswer(
        api.get("v1/diagrams" + query + "&status=all"),
        collection("diagrams", drafts + "," + releases, 2));
    assertAnswer(api.get("v1/diagrams" + query + "&status=odd"), emptyCollection("diagrams"));
  }

  @Test
  void shouldTakeLettersOfPatternsAsTheyAre() {
    deploy(name("100_percent"), "released");
    assertAnswer(api.get("v1/diagrams?name=100%25percent"), emptyCollection("diagrams"));
    assertAnswer(api.get("v1/diagrams?name=1__%25"), emptyCollection("diagrams"));
  }

  @Test
  void shouldShowNoUnknownDiagram() {
    assertAnswer(api.get("v1/diagrams/999999999"), emptyCollection("diagrams/999999999"));
    assertAnswer(
        api.get("v1/diagrams/999999999/processes"),
        emptyCollection("diagrams/999999999/processes"));
    assertRefusal(api.get("v1/diagrams/999999999/export"), 404, NOT_FOUND);
  }

  @Test
  void shouldTagAndPackTheFileOfADiagram() {
    // given
    String path = "v1/diagrams/" + deploy("a01-basic-model.bpmn") + "/export";
    var file = api.get(path);
    String tag = file.headers().firstValue("ETag").orElseThrow();
    // when
    var unchanged = api.send(api.request(path).header("If-None-Match", tag));
    var zipped = api.send(api.request(path).header("Accept-Encoding", "gzip"));
    // then
    assertThat(tag).matches("\"[A-Za-z0-9_-]+\"");
    assertThat(file.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/xml");
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
    assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(zipped.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/xml");
    assertThat(zipped.headers().firstValue("ETag").orElseThrow()).endsWith("-gzip\"");
  }

  @Test
  void shouldListRunningInstancesUnlessAskedOtherwise() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    long created = create(diagram);
    long running = create(diagram);
    api.put("v1/processes/" + running + "/start", "{}");
    String path = "v1/diagrams/" + diagram + "/processes";
    // then
    assertThat(item(api.get(path)).getInt("prcs_id")).isEqualTo((int) running);
    assertThat(item(api.get(path + "?status=Created")).getInt("prcs_id")).isEqualTo((int) created);
    assertThat(json(api.get(path + "?status=all")).getJsonArray("items"))
        .extracting(value -> value.asJsonObject().getInt("prcs_id"))
        .containsExactly((int) created, (int) running);
  }

  @Test
  void shouldNameAnInstanceAfterItsDiagramAndTheTime() {
    String name = "D".repeat(60) + System.nanoTime();
    long diagram = deploy(name, "draft");
    long process = create(diagram);
    assertThat(item(api.get("v1/processes/" + process)).getString("name"))
        .matches("D{50} - \\d\\d-[A-Z]{3}-\\d{4} \\d\\d:\\d\\d:\\d\\d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{}] | 400 | Multiple objects found",
        "7 | 400 | Payload not accepted",
        "{\"version\":\"9\"} | 404 | Item not found",
        "{\"name\":{}} | 400 | Bad value",
        "{\"business_ref\":[]} | 400 | Bad value",
        "{\"name\":true} | 400 | Bad value"
      })
  void shouldRefuseToCreateWithoutEcho(String body, int status, String message) {
    long diagram = deploy("a01-basic-model.bpmn");
    String path = "v1/diagrams/" + diagram + "/processes";
    assertRefusal(
        api.post(path, body), status, "{\"success\":false,\"message\":\"" + message + "\"}");
    assertThat(json(api.get(path + "?status=all")).getInt("count")).isZero();
  }

  @Test
  void shouldBoundTheNameOfAnInstance() {
    String path = "v1/diagrams/" + deploy("a01-basic-model.bpmn") + "/processes";
    assertThat(api.post(path, "{\"name\":\"" + "n".repeat(150) + "\"}").statusCode())
        .isEqualTo(201);
    assertRefusal(
        api.post(path, "{\"name\":\"" + "n".repeat(151) + "\"}"),
        400,
        "{\"success\":false,\"message\":\"Bad value\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a03a-model-with-no-start-event.bpmn | No starting event is defined in the Flow diagram.",
        "a03b-model-with-multiple-start-events.bpmn | You have multiple starting events defined."
            + " Make sure your diagram has only one start event."
      })
  void shouldRefuseToCreateWithoutOneStart(String file, String message) {
    assertRefusal(
        api.post("v1/diagrams/" + deploy(file) + "/processes", "{}"),
        409,
        "{\"success\":false,\"message\":\"" + message + "\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"deprecated", "archived"})
  void shouldCreateFromDraftsAndReleasesOnly(String status) {
    long diagram = deploy(name("Old"), "released");
    HttpResponse<String> changed =
        api.put("v1/diagrams/" + diagram, "{\"status\":\"" + status + "\"}");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertRefusal(
        api.post("v1/diagrams/" + diagram + "/processes", "{}"),
        409,
        "{\"success\":false,\"message\":\"Diagram can not be started in status " + status + ".\"}");
  }

  @Test
  void shouldRefuseToCreateFromWhatIsNotThere() {
    assertRefusal(api.post("v1/diagrams/999999999/processes", "{\"name\":\"x\"}"), 404, NOT_FOUND);
    assertRefusal(
        api.post("v1/diagrams/999999999/processes", "{"),
        400,
        "{\"success\":false,\"message\":\"JSON Payload can not be processed\",\"payload\":{"
            + "\"content\":\"{\"}}");
  }

  private HttpResponse<String> createCalling(String file, String called, String newCalled) {
    String name = name("Calling");
    String content = model(file).replace(called, newCalled == null ? name : newCalled);
    var body = Json.createObjectBuilder().add("name", name).add("content", content);
    var deployed = api.post("v1/diagrams", body.build().toString());
    assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(201);
    return api.post("v1/diagrams/" + item(deployed).getInt("dgrm_id") + "/processes", "{}");
  }

  @Test
  void shouldRefuseToCreateWhatCallsItself() {
    var refused = createCalling("a09w-self-calling.bpmn", "A09w - Self Calling", null);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .matches(
            "\\{\"success\":false,\"message\":\"You tried to start a process with a diagram Calling"
                + " [0-9-]+ that includes a callActivity calling itself.\"}");
  }

  @Test
  void shouldRefuseToCreateWhatCallsNothing() {
    assertRefusal(
        createCalling("a09w-self-calling.bpmn", "A09w - Self Calling", name("Missing")),
        409,
        "{\"success\":false,\"message\":\"Cannot find released diagram or draft version 0 of diagram"
            + " - please specify a version or diagram_id\"}");
  }
}
