package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is refused as documented, in JSON, and changes nothing. */
class BadInputIT extends RestIT {

  private static final int MEBIBYTE = 1024 * 1024;

  private HttpResponse<String> send(String method, String path, String type, byte[] body) {
    return api.send(
        api.request(path)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(body)));
  }

  private HttpResponse<String> send(String method, String path, String type, String body) {
    return send(method, path, type, body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"a\":NaN}",
        "{\"a\":1} x",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":\"\\ud800\"}",
        "[1,]"
      })
  void shouldRefuseABodyThatIsNotJson(String body) {
    var response = send("PUT", "v1/steps/1/complete", "application/json", body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).getString("message")).isEqualTo("JSON Payload can not be processed");
    assertThat(json(response).getJsonObject("payload").getString("content")).isEqualTo(body);
  }

  @Test
  void shouldRefuseScalarsAndArraysWhereAnObjectIsNeeded() {
    assertRefusal(
        send("PUT", "v1/steps/1/complete", "application/json", "12"),
        400,
        "{\"success\":false,\"message\":\"Payload not accepted\"}");
    assertRefusal(
        send("PUT", "v1/steps/1/complete", "application/json", "[{}]"),
        400,
        "{\"success\":false,\"message\":\"Multiple objects found\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, v1/processes/999999999/start",
    "PUT, v1/processes/999999999/reset",
    "PUT, v1/processes/999999999/terminate",
    "PUT, v1/steps/999999999/complete",
    "PUT, v1/steps/999999999/reserve",
    "DELETE, v1/processes/999999999",
    "POST, v1/diagrams/999999999/processes"
  })
  void A09_shouldAnswerAnUnknownIdWith404(String method, String path) {
    var response =
        send(method, path, "application/json", "{\"step_key\":\"x\",\"reservation\":\"x\"}");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response).getBoolean("success")).isFalse();
    assertThat(json(response).getString("message")).isEqualTo("Item not found");
  }

  @Test
  void shouldNameTheMissingAttribute() {
    long process = startBasic();
    var step = step(process);
    var response = api.put("v1/steps/" + step.getInt("sbfl_id") + "/complete", "{}");
    assertRefusal(
        response,
        400,
        "{\"success\":false,\"message\":\"Attribute not found\",\"item\":{\"status\":\"complete\","
            + "\"errors\":[{\"type\":\"missing attribute\",\"value\":\"step_key\"}]}}");
    assertThat(step(process)).isEqualTo(step);
  }

  @Test
  void shouldNameTheDiagramThatACallByNameMisses() {
    assertRefusal(
        send("POST", "v1/processes", "application/json", "{\"name\":\"n\"}"),
        400,
        "{\"success\":false,\"message\":\"Attribute not found\",\"item\":{\"name\":\"n\","
            + "\"errors\":[{\"type\":\"missing attribute\",\"value\":\"diagram_name\"}]}}");
  }

  @Test
  void shouldKeepAllVariablesWhenOneOfThemIsBad() {
    long process = startBasic();
    String path = "v1/processes/" + process + "/process_vars";
    assertRefusal(
        api.put(
            path,
            "[{\"name\":\"AMOUNT\",\"type\":\"number\",\"value\":12},"
                + "{\"name\":\"CITY\",\"type\":\"varchar\"}]"),
        400,
        "{\"success\":false,\"message\":\"Processing Error\",\"items\":[{\"name\":\"AMOUNT\","
            + "\"type\":\"number\",\"value\":12},{\"name\":\"CITY\",\"type\":\"varchar\","
            + "\"errors\":[{\"type\":\"missing attribute\",\"value\":\"value\"}]}]}");
    assertThat(json(api.get(path)).getInt("count")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=utf-7"
      })
  void shouldRefuseOtherMediaTypes_SEC_HTTP_3(String type) {
    assertRefusal(
        send("PUT", "v1/steps/1/complete", type, "{}"),
        415,
        "{\"success\":false,\"message\":\"Unsupported media type\"}");
  }

  @Test
  void shouldRefuseBodiesThatAreTooLarge_SEC_HTTP_1() {
    long process = startBasic();
    var step = step(process);
    byte[] body =
        ("{\"step_key\":\""
                + step.getString("step_key")
                + "\",\"x\":\""
                + "y".repeat(MEBIBYTE)
                + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    assertRefusal(
        send("PUT", "v1/steps/" + step.getInt("sbfl_id") + "/complete", "application/json", body),
        413,
        "{\"success\":false,\"message\":\"Payload too large\"}");
    assertThat(step(process)).isEqualTo(step);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a/>",
        "no xml at all",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">"
      })
  void A12_shouldRefuseABadDiagramWithItsProblems(String xml) {
    var response = send("POST", "v1/diagrams?name=" + System.nanoTime(), "application/xml", xml);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(json(response).getString("message")).isEqualTo("Diagram not valid");
    assertThat(json(response).getJsonObject("item").getJsonArray("errors")).isNotEmpty();
    assertThat(response.body()).doesNotContain("root:");
  }

  @Test
  void shouldAnswerUnknownPathsAndMethodsInJson() {
    assertRefusal(
        api.get("v1/nothing"), 404, "{\"success\":false,\"message\":\"Not implemented\"}");
    assertRefusal(api.get("nothing"), 404, "{\"success\":false,\"message\":\"Not implemented\"}");
    var response = api.put("v1/diagrams", "{}");
    assertRefusal(response, 405, "{\"success\":false,\"message\":\"Method not allowed\"}");
    assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "1e3", "1.0", "99999999999999999999", "abc", "%EF%BC%99"})
  void shouldTakeOnlyDecimalIds_SEC_HTTP_8(String id) {
    var response = api.put("v1/processes/" + id + "/start", "{}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(404);
    assertThat(json(response).getBoolean("success")).isFalse();
  }
}
