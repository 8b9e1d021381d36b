package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** The main job over HTTP: deploy, create, start, complete, look, delete; bodies to the letter. */
class MainJobIT extends RestIT {

  @Test
  void shouldDeployAsJsonAndExportByteForByte() {
    // given
    String name = name("A01 export");
    String content = model("a01-basic-model.bpmn");
    String body =
        Json.createObjectBuilder()
            .add("name", name)
            .add("version", "7")
            .add("category", "tests")
            .add("content", content)
            .build()
            .toString();
    // when
    var deployed = api.post("v1/diagrams", body);
    // then
    assertThat(deployed.statusCode()).isEqualTo(201);
    long id = item(deployed).getJsonNumber("dgrm_id").longValue();
    assertThat(deployed.headers().firstValue("Location")).contains(v1() + "diagrams/" + id);
    String path = "diagrams/" + id;
    assertThat(api.get("v1/" + path).body())
        .isEqualTo(
            collection(
                path,
                ("{\"dgrm_id\":%d,\"name\":\"%s\",\"version\":\"7\",\"status\":\"draft\","
                        + "\"category\":\"tests\",\"links\":[%s,%s,%s]}")
                    .formatted(
                        id,
                        name,
                        link("diagram", path, "GET"),
                        link("process", path + "/processes", "GET"),
                        link("process", path + "/processes", "POST")),
                1));
    var export = api.get("v1/" + path + "/export");
    assertThat(export.body()).isEqualTo(content);
    assertThat(export.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/xml");
    assertThat(export.headers().firstValue("Content-Disposition").orElse(""))
        .matches("attachment; filename=\"\\d{8}-\\d{4}_A01_export_.*_draft_7\\.bpmn\".*");
  }

  @Test
  void shouldDeployRawXmlUnderTheNameOfItsProcess() {
    // given
    String process = name("Raw");
    String content =
        model("a01-basic-model.bpmn")
            .replaceFirst(
                "<bpmn:process id=\"([^\"]*)\"[^>]*>",
                "<bpmn:process id=\"$1\" name=\"" + process + "\">");
    // when
    var deployed =
        api.send(
            api.request("v1/diagrams?status=released")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(content)));
    // then
    assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(201);
    assertThat(item(deployed).getString("name")).isEqualTo(process);
    assertThat(item(deployed).getString("status")).isEqualTo("released");
    String listed = api.get("v1/diagrams?name=" + process.replace(" ", "%20")).body();
    assertThat(listed).contains("\"name\":\"" + process + "\"");
  }

  @Test
  void shouldDriveAnInstanceFromCreationToItsEnd() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    // when
    var created =
        api.post(
            "v1/diagrams/" + diagram + "/processes",
            "{\"name\":\"Order 4711\",\"business_ref\":\"4711\"}");
    // then
    assertThat(created.statusCode()).isEqualTo(201);
    JsonObject instance = item(created);
    long id = instance.getJsonNumber("prcs_id").longValue();
    assertThat(created.headers().firstValue("Location")).contains(v1() + "processes/" + id);
    assertThat(created.headers().firstValue("Content-Location")).contains(v1() + "processes/" + id);
    assertThat(instance.keySet())
        .containsExactly(
            "dgrm_id", "prcs_id", "name", "status", "init_ts", "init_by", "process_vars", "links");
    assertThat(instance.getString("status")).isEqualTo("created");
    assertThat(instance.getString("init_by")).isEqualTo(server.credentials().id());
    assertThat(instance.getJsonArray("process_vars"))
        .hasToString(
            "[{\"scope\":0,\"name\":\"business_ref\",\"type\":\"VARCHAR2\",\"value\":\"4711\"}]");

    // when
    var started = api.put("v1/processes/" + id + "/start", "{}");
    // then
    assertThat(started.body())
        .isEqualTo(
            "{\"success\":true,\"message\":\"status updated\",\"links\":["
                + processLinks(id)
                + "]}");
    JsonObject step = step(id);
    assertThat(step.keySet())
        .containsExactly(
            "prcs_id",
            "sbfl_id",
            "sbfl_sbfl_id",
            "process_level",
            "diagram_level",
            "calling_sbfl",
            "scope",
            "current",
            "step_key",
            "status",
            "became_current",
            "reservation",
            "links");
    assertThat(step.getString("current")).isEqualTo("A");
    assertThat(step.getString("status")).isEqualTo("running");
    assertThat(step.getString("step_key")).matches("[A-Za-z]{10}");

    // when
    long subflow = step.getJsonNumber("sbfl_id").longValue();
    var completed =
        api.put(
            "v1/steps/" + subflow + "/complete",
            "{\"step_key\":\"" + step.getString("step_key") + "\"}");
    // then
    assertThat(completed.body())
        .isEqualTo(
            "{\"success\":true,\"message\":\"step updated\",\"links\":["
                + stepLinks(subflow)
                + "]}");
    JsonObject next = step(id);
    assertThat(next.getString("current")).isEqualTo("B");

    // when the old key is used again
    var again =
        api.put(
            "v1/steps/" + subflow + "/complete",
            "{\"step_key\":\"" + step.getString("step_key") + "\"}");
    // then
    assertRefusal(
        again,
        409,
        ("{\"success\":false,\"message\":\"This Process Step has already occurred. (Incorrect step"
                + " key %1$s supplied while expecting step key %2$s).\","
                + "\"item\":{\"step_key\":\"%1$s\",\"status\":\"complete\"}}")
            .formatted(step.getString("step_key"), next.getString("step_key")));

    // when
    api.put(
        "v1/steps/" + subflow + "/complete",
        "{\"step_key\":\"" + next.getString("step_key") + "\"}");
    // then
    assertThat(item(api.get("v1/processes/" + id)).getString("status")).isEqualTo("completed");
    assertThat(api.get("v1/processes/" + id + "/steps").body())
        .isEqualTo(collection("processes/" + id + "/steps", "", 0));
    JsonObject activities = item(api.get("v1/processes/" + id + "/activities"));
    assertThat(activities.getString("completed")).contains("\"A\"", "\"B\"");
    assertThat(activities.isNull("current")).isTrue();
    assertThat(activities.isNull("error")).isTrue();
  }

  @Test
  void shouldSetAndReadVariablesOfEachType() {
    // given
    long id = startBasic();
    String items =
        "[{\"name\":\"city\",\"type\":\"varchar\",\"value\":\"Köln\"},"
            + "{\"name\":\"AMOUNT\",\"type\":\"number\",\"value\":12.50},"
            + "{\"name\":\"DUE\",\"type\":\"date\",\"value\":\"2026-03-01T10:00:00+01:00\"}]";
    // when
    var written = api.put("v1/processes/" + id + "/process_vars", items);
    // then
    assertThat(written.body())
        .isEqualTo(
            "{\"success\":true,\"message\":\"process variables updated\",\"items\":" + items + "}");
    assertThat(api.get("v1/processes/" + id + "/process_vars").body())
        .isEqualTo(
            collection(
                "processes/" + id + "/process_vars",
                "{\"scope\":0,\"name\":\"AMOUNT\",\"type\":\"NUMBER\",\"value\":\"12.5\"},"
                    + "{\"scope\":0,\"name\":\"city\",\"type\":\"VARCHAR2\",\"value\":\"Köln\"},"
                    + "{\"scope\":0,\"name\":\"DUE\",\"type\":\"DATE\","
                    + "\"value\":\"2026-03-01 09:00:00\"}",
                3));
  }

  @Test
  void shouldDeleteAnInstance() {
    // given
    long id = startBasic();
    // when
    var deleted = api.delete("v1/processes/" + id);
    // then
    assertThat(deleted.body()).isEqualTo("{\"success\":true,\"message\":\"process deleted\"}");
    assertThat(api.get("v1/processes/" + id).body())
        .isEqualTo(collection("processes/" + id, "", 0));
    assertRefusal(
        api.delete("v1/processes/" + id),
        404,
        "{\"success\":false,\"message\":\"Item not found\",\"item\":{}}");
  }

  @Test
  void shouldEchoTheTokenAndListTheRoles() {
    assertThat(json(api.get("v1/utils/ping")).getString("status")).isEqualTo("ok");
    assertThat(json(api.get("v1/utils/ping")).getString("token")).startsWith("Bearer ey");
    assertThat(api.get("v1/utils/roles").body())
        .isEqualTo(
            collection(
                "utils/roles",
                "{\"role_name\":\"Flows for Apex - Admin\"},"
                    + "{\"role_name\":\"Flows for Apex - Messages\"},"
                    + "{\"role_name\":\"Flows for Apex - Read\"},"
                    + "{\"role_name\":\"Flows for Apex - Write\"}",
                4));
  }
}
