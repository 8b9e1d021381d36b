package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many variables, and large ones, at and beyond the limits of the configuration. */
class VariableLoadIT extends RestIT {

  private static final int BATCH = 1000;
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  private final long process = startBasic();
  private final String path = "v1/processes/" + process + "/process_vars";

  private static String variables(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(n -> "{\"name\":\"V" + n + "\",\"type\":\"number\",\"value\":" + n + "}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private HttpResponse<String> complete(String variables) {
    var step = step(process);
    return api.put(
        "v1/steps/" + step.getInt("sbfl_id") + "/complete",
        "{\"step_key\":\"" + step.getString("step_key") + "\",\"process_vars\":" + variables + "}");
  }

  private int count() {
    return json(api.get(path)).getInt("count");
  }

  @Test
  void shouldSetAThousandVariablesWithAStepAndNoMore_SEC_DOS_7() {
    // when
    var refused = complete(variables(0, BATCH + 1));
    // then
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
    assertThat(step(process).getString("current")).isEqualTo("A");
    assertThat(count()).isZero();
    // when
    var completed = complete(variables(0, BATCH));
    // then
    assertThat(completed.statusCode()).as(completed.body()).isEqualTo(200);
    assertThat(step(process).getString("current")).isNotEqualTo("A");
    assertThat(count()).isEqualTo(BATCH);
  }

  @Test
  void shouldCreateWithAThousandVariablesAndNoMore_SEC_DOS_7() {
    // given
    String processes = "v1/diagrams/" + deploy("a01-basic-model.bpmn") + "/processes";
    // then
    assertThat(
            api.post(processes, "{\"process_vars\":" + variables(0, BATCH + 1) + "}").statusCode())
        .isEqualTo(413);
    assertThat(json(api.get(processes + "?status=all")).getInt("count")).isZero();
    assertThat(api.post(processes, "{\"process_vars\":" + variables(0, BATCH) + "}").statusCode())
        .isEqualTo(201);
  }

  @Test
  void shouldKeepTenThousandVariables_SEC_DOS_7() {
    // when
    assertThat(api.put(path, variables(0, BATCH + 1)).statusCode()).isEqualTo(413);
    for (int from = 0; from < 10 * BATCH; from += BATCH) {
      assertThat(api.put(path, variables(from, BATCH)).statusCode()).isEqualTo(200);
    }
    // then
    assertThat(count()).isEqualTo(10 * BATCH);
    assertThat(json(api.get(path + "?limit=100&offset=9950")).getInt("count")).isEqualTo(50);
    assertThat(complete("[]").statusCode()).isEqualTo(200);
    assertThat(api.put("v1/processes/" + process + "/reset", "{}").statusCode()).isEqualTo(200);
    assertThat(count()).isZero();
  }

  /** By its announced length: a server may hang up on a body that it does not want. */
  @Test
  void shouldRefuseABodyOfTenMegabytes_SEC_DOS_7() throws IOException {
    // given
    String token = server.anonymous().grantToken(server.credentials());
    var caller = server.raw(7);
    String head =
        caller.head("PUT", path)
            + "Authorization: Bearer "
            + token
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + TEN_MEGABYTES
            + "\r\n\r\n";
    // when
    try (var socket = caller.open()) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      var answer = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
      // then
      assertThat(new BufferedReader(answer).readLine()).startsWith("HTTP/1.1 413");
    }
    assertThat(count()).isZero();
  }

  @Test
  void shouldKeepALargeTextAndALargeJsonOnceItIsAllowed_SEC_DOS_7() {
    // given
    configure("\"" + 2 * TEN_MEGABYTES + "\"");
    try {
      String text = "ä".repeat(TEN_MEGABYTES / 2);
      String list = "[" + ("\"" + "x".repeat(500) + "\",").repeat(20_000) + "1]";
      // when
      var clob = api.put(path, "{\"name\":\"BIG\",\"type\":\"clob\",\"value\":\"" + text + "\"}");
      var json = api.put(path, "{\"name\":\"LIST\",\"type\":\"json\",\"value\":" + list + "}");
      String beyond = "x".repeat(TEN_MEGABYTES + 1);
      var refused =
          api.put(path, "{\"name\":\"BIG\",\"type\":\"clob\",\"value\":\"" + beyond + "\"}");
      // then
      assertThat(refused.statusCode()).as("too long").isEqualTo(400);
      assertThat(clob.statusCode()).as("clob").isEqualTo(200);
      assertThat(json.statusCode()).as("json").isEqualTo(200);
      assertThat(item(api.get(path + "?name=BIG")).getString("value").equals(text)).isTrue();
      assertThat(item(api.get(path + "?name=LIST")).getString("value").equals(list)).isTrue();
      assertThat(complete("[]").statusCode()).isEqualTo(200);
    } finally {
      configure("null");
    }
  }

  private void configure(String bytes) {
    var changed = api.put("v1/configuration", "{\"rest_max_body_bytes\":" + bytes + "}");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
  }
}
