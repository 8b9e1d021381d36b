package flows4ee.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.ActivityView;
import flows4ee.engine.DiagramView;
import flows4ee.engine.ProcessView;
import flows4ee.engine.StepView;
import flows4ee.engine.SubscriptionView;
import flows4ee.engine.VariableView;
import flows4ee.engine.model.VariableValue;
import flows4ee.json.JsonArray;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonString;
import flows4ee.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  private static final LinkBase BASE = new LinkBase("https://h/f");
  private static final Instant TIME = Instant.parse("2025-09-24T16:04:07.25Z");

  private final JsonWriter out = new JsonWriter();

  @Test
  void shouldWriteADiagram() {
    // given
    var diagram =
        new DiagramView(7, "Order", "0", "released", null, null, null, null, TIME, "hash");
    // when
    DiagramDocument.write(out, diagram, BASE);
    // then
    assertThat(out)
        .hasToString(
            "{\"dgrm_id\":7,\"name\":\"Order\",\"version\":\"0\",\"status\":\"released\","
                + "\"category\":null,\"links\":["
                + link("diagram", "diagrams/7", "GET")
                + ","
                + link("process", "diagrams/7/processes", "GET")
                + ","
                + link("process", "diagrams/7/processes", "POST")
                + "]}");
  }

  @Test
  void shouldWriteAProcess() {
    // when
    ProcessDocument.write(out, process(), BASE);
    // then
    assertThat(out)
        .hasToString(
            "{\"dgrm_id\":7,\"prcs_id\":101,\"name\":\"Order 4711\",\"status\":\"created\","
                + "\"init_ts\":\"2025-09-24T16:04:07.25Z\",\"init_by\":\"client\","
                + "\"process_vars\":[{\"scope\":0,\"name\":\"business_ref\",\"type\":\"VARCHAR2\","
                + "\"value\":\"4711\"}],\"links\":["
                + link("process", "processes/101", "GET")
                + ","
                + link("process", "processes/101", "DELETE")
                + ","
                + link("process", "processes/101/start", "PUT")
                + ","
                + link("process", "processes/101/reset", "PUT")
                + ","
                + link("process", "processes/101/terminate", "PUT")
                + ","
                + link("process_vars", "processes/101/process_vars", "GET")
                + ","
                + link("process_vars", "processes/101/process_vars", "PUT")
                + "]}");
  }

  @Test
  void shouldWriteAFoundProcessWithoutVariablesUnlessAskedFor() {
    // when
    ProcessDocument.writeFound(out, process(), false, BASE);
    // then
    var item = (JsonObject) JsonReader.parse(out.toString());
    assertThat(item.members().keySet())
        .containsExactly(
            "dgrm_id",
            "prcs_id",
            "name",
            "status",
            "init_ts",
            "init_by",
            "links",
            "diagram_name",
            "diagram_version",
            "business_ref",
            "priority",
            "start_ts",
            "complete_ts",
            "due_on",
            "last_update");
  }

  @Test
  void shouldWriteAStep() {
    // when
    StepDocument.write(out, step(), Optional.of("https://app/task?id=1"), BASE);
    // then
    assertThat(out)
        .hasToString(
            "{\"prcs_id\":101,\"sbfl_id\":55,\"sbfl_sbfl_id\":null,\"process_level\":0,"
                + "\"diagram_level\":0,\"calling_sbfl\":0,\"scope\":0,"
                + "\"current\":\"Activity_Approve\",\"step_key\":\"NqOiEHUbAF\","
                + "\"status\":\"running\",\"became_current\":\"2025-09-24T16:04:07.25Z\","
                + "\"reservation\":null,\"links\":["
                + link("step", "steps/55/start", "PUT")
                + ","
                + link("step", "steps/55/reserve", "PUT")
                + ","
                + link("step", "steps/55/release", "PUT")
                + ","
                + link("step", "steps/55/complete", "PUT")
                + ","
                + link("step", "steps/55/restart", "PUT")
                + ","
                + link("step", "steps/55/reschedule_timer", "PUT")
                + ",{\"rel\":\"usertask_url\",\"href\":\"https://app/task?id=1\","
                + "\"action\":\"GET\",\"types\":[\"application/json\"]}]}");
  }

  @Test
  void shouldWriteActivitiesAsTextOrArrays() {
    // given
    var activity = new ActivityView(List.of("A", "B\"C"), List.of(), List.of("E"));
    // when
    ActivityDocument.write(out, activity, false);
    JsonWriter arrays = new JsonWriter();
    ActivityDocument.write(arrays, activity, true);
    // then
    assertThat(out)
        .hasToString(
            "{\"current\":\"[\\\"A\\\",\\\"B\\\\\\\"C\\\"]\",\"completed\":null,"
                + "\"error\":\"[\\\"E\\\"]\"}");
    assertThat(arrays)
        .hasToString("{\"current\":[\"A\",\"B\\\"C\"],\"completed\":[],\"error\":[\"E\"]}");
  }

  @Test
  void shouldWriteASubscription() {
    // when
    InstanceDocuments.subscription(out, new SubscriptionView(1, "N", null, "v", 2L, 3L, TIME));
    // then
    assertThat(out).hasToString("{\"name\":\"N\",\"key\":null,\"value\":\"v\"}");
  }

  @Test
  void shouldWriteRepliesInKeyOrder() {
    // given
    var items = JsonArray.of(JsonObject.EMPTY.with("key", new JsonString("k")));
    // then
    assertThat(text(Replies.done("message processed", items)))
        .isEqualTo(
            "{\"success\":true,\"message\":\"message processed\",\"items\":[{\"key\":\"k\"}]}");
    assertThat(text(Replies.refused("Not implemented", JsonObject.EMPTY)))
        .isEqualTo("{\"success\":false,\"message\":\"Not implemented\"}");
    assertThat(
            text(
                Replies.done(
                    "step updated",
                    links -> links.beginArray().endArray(),
                    Optional.of(item -> item.beginObject().endObject()))))
        .isEqualTo("{\"success\":true,\"message\":\"step updated\",\"links\":[],\"item\":{}}");
  }

  private static ProcessView process() {
    return new ProcessView(
        7,
        101,
        "Order 4711",
        "created",
        TIME,
        "client",
        "Order",
        "0",
        "4711",
        3,
        null,
        null,
        null,
        TIME,
        List.of(new VariableView(0, "business_ref", VariableValue.text("4711"))));
  }

  private static StepView step() {
    return new StepView(
        101,
        55,
        null,
        0,
        0,
        0,
        0,
        "Activity_Approve",
        "NqOiEHUbAF",
        "running",
        TIME,
        null,
        7,
        "running");
  }

  private static String link(String rel, String path, String action) {
    return "{\"rel\":\"%s\",\"href\":\"https://h/f/v1/%s\",\"action\":\"%s\",\"types\":[\"application/json\"]}"
        .formatted(rel, path, action);
  }

  private static String text(JsonBody body) {
    return new String(body.bytes(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
