package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Process variables over HTTP: success and refusal to the letter, for each operation. */
class VariablesIT extends RestIT {

  private static final String NAMED = "{\"name\":\"A\",\"type\":\"varchar\",\"value\":\"a\"}";

  private long process;
  private String path;

  @BeforeEach
  void start() {
    process = startBasic();
    path = "processes/" + process + "/process_vars";
  }

  private HttpResponse<String> put(String body) {
    return api.put("v1/" + path, body);
  }

  private void assertUpdated(String body, String items) {
    assertAnswer(
        put(body),
        "{\"success\":true,\"message\":\"process variables updated\",\"items\":" + items + "}");
  }

  private static void assertFailed(HttpResponse<String> response, int status, String items) {
    assertRefusal(
        response,
        status,
        "{\"success\":false,\"message\":\"Processing Error\",\"items\":" + items + "}");
  }

  /** The element with what is wrong with it. */
  private static String failed(String element, String type, String value) {
    return element.substring(0, element.length() - 1)
        + (element.length() > 2 ? "," : "")
        + "\"errors\":[{\"type\":\"%s\",\"value\":\"%s\"}]}".formatted(type, value);
  }

  @Test
  void shouldReadAllOrOneOfAScope() {
    put("[" + NAMED + ",{\"name\":\"b\",\"type\":\"NUMBER\",\"value\":\"0.50\"}]");
    String a = "{\"scope\":0,\"name\":\"A\",\"type\":\"VARCHAR2\",\"value\":\"a\"}";
    String b = "{\"scope\":0,\"name\":\"b\",\"type\":\"NUMBER\",\"value\":\"0.5\"}";
    assertAnswer(api.get("v1/" + path), collection(path, a + "," + b, 2));
    assertAnswer(api.get("v1/" + path + "?name=B&scope=0"), collection(path, b, 1));
    assertAnswer(api.get("v1/" + path + "?name=&scope="), collection(path, a + "," + b, 2));
    assertAnswer(api.get("v1/" + path + "?name=C"), emptyCollection(path));
    assertAnswer(api.get("v1/" + path + "?scope=7"), emptyCollection(path));
  }

  @Test
  void shouldRepeatTheRequestUnchanged() {
    assertUpdated(NAMED, "[" + NAMED + "]");
    assertUpdated("[]", "[]");
    String odd = "{\"value\":null,\"x\":{\"y\":[1.50]},\"type\":\"CLOB\",\"name\":\"odd\"}";
    assertUpdated("[" + odd + "," + NAMED + "]", "[" + odd + "," + NAMED + "]");
    assertAnswer(
        api.get("v1/" + path + "?name=odd"),
        collection(path, "{\"scope\":0,\"name\":\"odd\",\"type\":\"CLOB\",\"value\":null}", 1));
  }

  @Test
  void shouldLetTheLastOfTwoForOneVariableWin() {
    String other = NAMED.replace("\"A\"", "\"a\"").replace("\"value\":\"a\"", "\"value\":\"z\"");
    assertUpdated("[" + NAMED + "," + other + "]", "[" + NAMED + "," + other + "]");
    assertThat(item(api.get("v1/" + path)).getString("value")).isEqualTo("z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "varchar2 | '1.50' | VARCHAR2 | 1.50",
        "varchar | 'true' | VARCHAR2 | true",
        "number | '1.2e3' | NUMBER | 1200",
        "number | '\"+07.10\"' | NUMBER | 7.1",
        "number | '-0' | NUMBER | 0",
        "date | '\"2026-03-01\"' | DATE | 2026-03-01 00:00:00",
        "date | '\"2026-03-01 12:13:14\"' | DATE | 2026-03-01 12:13:14",
        "tstz | '\"2025-01-31T10:00:00+01:00\"' | TIMESTAMP WITH TIME ZONE | 2025-01-31 10:00:00"
            + " +01:00",
        "tstz | '\"2025-01-31T10:00:00Z\"' | TIMESTAMP WITH TIME ZONE | 2025-01-31 10:00:00 +00:00"
      })
  void shouldGiveValuesAsTexts(String type, String value, String stored, String text) {
    String element = "{\"name\":\"V\",\"type\":\"%s\",\"value\":%s}".formatted(type, value);
    assertUpdated(element, "[" + element + "]");
    assertAnswer(
        api.get("v1/" + path),
        collection(
            path,
            "{\"scope\":0,\"name\":\"V\",\"type\":\"%s\",\"value\":\"%s\"}".formatted(stored, text),
            1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "blob | '1' | processing error | Unknown variable type blob",
        "number | '\"x\"' | processing error | x is not a valid number.",
        "date | '\"x\"' | processing error | x is not a valid date.",
        "varchar | '{}' | bad value | value"
      })
  void shouldRefuseAValue(String type, String value, String error, String text) {
    String element = "{\"name\":\"V\",\"type\":\"%s\",\"value\":%s}".formatted(type, value);
    assertFailed(
        put("[" + NAMED + "," + element + "]"),
        400,
        "[" + NAMED + "," + failed(element, error, text) + "]");
    assertAnswer(api.get("v1/" + path), emptyCollection(path));
  }

  @Test
  void shouldNameAllThatIsMissing() {
    assertFailed(
        put("{}"),
        400,
        "[{\"errors\":[{\"type\":\"missing attribute\",\"value\":\"name\"},"
            + "{\"type\":\"missing attribute\",\"value\":\"type\"},"
            + "{\"type\":\"missing attribute\",\"value\":\"value\"}]}]");
  }

  @Test
  void shouldNotChangeTheType() {
    put(NAMED);
    String other = "{\"name\":\"a\",\"type\":\"number\",\"value\":1}";
    assertFailed(
        put(other),
        409,
        "["
            + failed(
                other,
                "processing error",
                "Error updating process variable a for process id " + process + " in scope 0.")
            + "]");
    assertThat(item(api.get("v1/" + path)).getString("value")).isEqualTo("a");
  }

  @Test
  void shouldRefuseOtherScopesAndSteps() {
    String scope = "{\"name\":\"A\",\"type\":\"varchar\",\"value\":\"a\",\"scope\":77}";
    assertFailed(
        put(scope),
        400,
        "["
            + failed(scope, "processing error", "Invalid scope (77) supplied for process variable.")
            + "]");
    String step = "{\"name\":\"A\",\"type\":\"varchar\",\"value\":\"a\",\"sbfl_id\":999999999}";
    var response = put(step);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body())
        .startsWith(
            "{\"success\":false,\"message\":\"Processing Error\",\"items\":["
                + step.substring(0, step.length() - 1)
                + ",\"errors\":[{\"type\":\"item not found\",");
    var deleted = call("DELETE", "v1/" + path, "{\"name\":\"A\",\"sbfl_id\":999999999}");
    assertThat(deleted.statusCode()).isEqualTo(404);
    assertThat(json(deleted).getString("message")).isEqualTo("Processing Error");
  }

  @Test
  void shouldTakeTheScopeOfAStep() {
    String element =
        "{\"name\":\"A\",\"type\":\"varchar\",\"value\":\"a\",\"scope\":77,\"sbfl_id\":%d}"
            .formatted(step(process).getInt("sbfl_id"));
    assertUpdated(element, "[" + element + "]");
  }

  @Test
  void shouldAnswerWithTheWorstStatus() {
    put(NAMED);
    String change = "{\"name\":\"A\",\"type\":\"number\",\"value\":1}";
    String unknown = "{\"name\":\"B\",\"type\":\"number\",\"value\":1,\"sbfl_id\":999999999}";
    assertThat(put("[" + unknown + "," + change + "]").statusCode()).isEqualTo(409);
    assertThat(put("[" + change + "," + unknown + "]").statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[1] | Payload not accepted", "\"x\" | Payload not accepted"})
  void shouldTakeObjectsOnly(String body, String message) {
    assertRefusal(put(body), 400, "{\"success\":false,\"message\":\"" + message + "\"}");
  }

  @Test
  void shouldNotFindAnUnknownInstance() {
    String unknown = "v1/processes/999999999/process_vars";
    String refusal = "{\"success\":false,\"message\":\"Item not found\",\"items\":[%s]}";
    assertRefusal(api.put(unknown, NAMED), 404, refusal.formatted(NAMED));
    assertRefusal(
        call("DELETE", unknown, "{\"name\":\"A\"}"), 404, refusal.formatted("{\"name\":\"A\"}"));
  }

  @Test
  void shouldDeleteOneVariable() {
    put(NAMED);
    assertAnswer(
        call("DELETE", "v1/" + path, "{\"name\":\"a\",\"x\":1}"),
        "{\"success\":true,\"message\":\"process variables deleted\",\"items\":[{\"name\":\"a\","
            + "\"x\":1}]}");
    assertAnswer(api.get("v1/" + path), emptyCollection(path));
  }

  @Test
  void shouldRefuseToDeleteWhatIsNotThere() {
    assertFailed(
        call("DELETE", "v1/" + path, "{\"name\":\"A\"}"),
        404,
        "["
            + failed(
                "{\"name\":\"A\"}",
                "processing error",
                "Error deleting process variable A for process id " + process + " in scope 0.")
            + "]");
    assertRefusal(
        call("DELETE", "v1/" + path, "[{\"name\":\"A\"}]"),
        400,
        "{\"success\":false,\"message\":\"Multiple objects found\"}");
    assertFailed(
        api.delete("v1/" + path),
        400,
        "[{\"errors\":[{\"type\":\"missing attribute\",\"value\":\"name\"}]}]");
  }

  @Test
  void shouldBoundABatch() {
    String many = "[" + "{},".repeat(1000) + "{}]";
    assertRefusal(put(many), 413, "{\"success\":false,\"message\":\"Payload too large\"}");
  }
}
