package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages over HTTP: success and refusal to the letter. */
class MessagesIT extends RestIT {

  private static final String MINE = "{\"key\":\"ORDER\",\"value\":\"4711\",\"payload\":\"paid\"}";
  private static final String UNEXPECTED =
      "\"errors\":[{\"type\":\"item not found\",\"value\":\"Received message does not match an"
          + " expected message.\"}]";

  private final String name = name("Msg").replace(" ", "_");

  private HttpResponse<String> send(String body) {
    return api.put("v1/messages/" + name, body);
  }

  private long waiting(String value) {
    return startModel(RestModels.message(name, "ORDER", value));
  }

  private static void assertFailed(HttpResponse<String> response, int status, String items) {
    assertRefusal(
        response,
        status,
        "{\"success\":false,\"message\":\"Processing Error\",\"items\":" + items + "}");
  }

  private static String unexpected(String message) {
    return message.substring(0, message.length() - 1) + "," + UNEXPECTED + "}";
  }

  private String payload(long process) {
    return item(api.get("v1/processes/" + process + "/process_vars?name=PAYLOAD"))
        .getString("value");
  }

  @Test
  void shouldDeliverOneMessage() {
    long process = waiting("4711");
    assertAnswer(
        send(MINE),
        "{\"success\":true,\"message\":\"message processed\",\"items\":[" + MINE + "]}");
    assertThat(step(process).getString("current")).isEqualTo("After");
    assertThat(payload(process)).isEqualTo("paid");
    assertFailed(send(MINE), 404, "[" + unexpected(MINE) + "]");
  }

  @Test
  void shouldDeliverSeveralWithDocumentsAsPayload() {
    long first = waiting("1");
    long second = waiting("2");
    String messages =
        "[{\"key\":\"ORDER\",\"value\":\"1\",\"payload\":{\"a\":[1.50]}},"
            + "{\"key\":\"ORDER\",\"value\":\"2\",\"payload\":null}]";
    assertAnswer(
        send(messages),
        "{\"success\":true,\"message\":\"message processed\",\"items\":" + messages + "}");
    assertThat(payload(first)).isEqualTo("{\"a\":[1.50]}");
    assertThat(step(second).getString("current")).isEqualTo("After");
  }

  @Test
  void shouldDeliverNothingWhenOneIsUnexpected() {
    long process = waiting("4711");
    String other = MINE.replace("4711", "0815");
    assertFailed(
        send("[" + MINE + "," + other + "]"), 404, "[" + MINE + "," + unexpected(other) + "]");
    assertThat(step(process).getString("current")).isEqualTo("Wait");
    assertFailed(
        send("[" + MINE + "," + MINE + "]"), 404, "[" + MINE + "," + unexpected(MINE) + "]");
    assertThat(step(process).getString("current")).isEqualTo("Wait");
  }

  @Test
  void shouldMatchCaseAndWhole() {
    long process = waiting("4711");
    for (String near :
        new String[] {
          "{\"key\":\"order\",\"value\":\"4711\",\"payload\":\"\"}",
          "{\"key\":\"ORDER\",\"value\":\"471\",\"payload\":\"\"}",
          "{\"key\":null,\"value\":null,\"payload\":\"\"}"
        }) {
      assertFailed(send(near), 404, "[" + unexpected(near) + "]");
    }
    assertThat(step(process).getString("current")).isEqualTo("Wait");
  }

  @Test
  void shouldStartAnInstanceWithoutCorrelation() {
    // given
    var diagram =
        Json.createObjectBuilder()
            .add("name", name("Start by message"))
            .add("version", "1")
            .add("status", "released")
            .add("content", RestModels.startedBy(name));
    var deployed = api.post("v1/diagrams", diagram.build().toString());
    assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(201);
    String start = "{\"key\":null,\"value\":null,\"payload\":\"4711\"}";
    // when
    var sent = send(start);
    // then
    assertAnswer(
        sent, "{\"success\":true,\"message\":\"message processed\",\"items\":[" + start + "]}");
    var started =
        item(api.get("v1/diagrams/" + item(deployed).getInt("dgrm_id") + "/processes?status=all"));
    long process = started.getJsonNumber("prcs_id").longValue();
    assertThat(step(process).getString("current")).isEqualTo("After");
    assertThat(payload(process)).isEqualTo("4711");
  }

  @Test
  void shouldNameWhatIsMissing() {
    assertFailed(
        send("[{},{\"key\":null,\"value\":null}]"),
        400,
        "[{\"errors\":[{\"type\":\"missing attribute\",\"value\":\"key\"},"
            + "{\"type\":\"missing attribute\",\"value\":\"value\"},"
            + "{\"type\":\"missing attribute\",\"value\":\"payload\"}]},"
            + "{\"key\":null,\"value\":null,\"errors\":[{\"type\":\"missing attribute\","
            + "\"value\":\"payload\"}]}]");
  }

  @Test
  void shouldBoundCorrelation() {
    String body = "{\"key\":\"" + "k".repeat(201) + "\",\"value\":{},\"payload\":\"\"}";
    assertFailed(
        send(body),
        400,
        "["
            + body.substring(0, body.length() - 1)
            + ",\"errors\":[{\"type\":\"bad value\",\"value\":\"key\"},{\"type\":\"bad value\","
            + "\"value\":\"value\"}]}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | 200 | {\"success\":true,\"message\":\"message processed\",\"items\":[]}",
        "[1] | 400 | {\"success\":false,\"message\":\"Payload not accepted\"}",
        "true | 400 | {\"success\":false,\"message\":\"Payload not accepted\"}",
        "{ | 400 | {\"success\":false,\"message\":\"JSON Payload can not be processed\",\"payload\":"
            + "{\"content\":\"{\"}}"
      })
  void shouldTakeArraysOfObjects(String body, int status, String answer) {
    var response = send(body);
    assertThat(response.body()).isEqualTo(answer);
    assertThat(response.statusCode()).isEqualTo(status);
  }
}
