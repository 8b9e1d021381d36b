package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that no well-meaning client makes. */
class HostileCallsIT extends RestIT {

  private static final int SLOW = 200;

  private final String token = server.anonymous().grantToken(server.credentials());

  /** An endless body of blanks; nobody says how long it is. */
  private static final class Blanks extends InputStream {

    private long left;

    Blanks(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? ' ' : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = (int) Math.min(length, left);
      Arrays.fill(into, offset, offset + Math.max(count, 0), (byte) ' ');
      left -= count;
      return count > 0 ? count : -1;
    }
  }

  /** The server may answer, or just end the connection while the body still comes. */
  @Test
  void shouldBoundBodiesOfUnknownLength_SEC_HTTP_1() {
    var request =
        api.request("v1/steps/1/complete")
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofInputStream(() -> new Blanks(1_200_000)));
    try {
      assertThat(api.send(request).statusCode()).isEqualTo(413);
    } catch (UncheckedIOException e) {
      assertThat(e.getCause()).isInstanceOf(IOException.class);
    }
    assertThat(api.get("v1/utils/roles").statusCode()).isEqualTo(200);
  }

  /** What is announced and never comes holds nobody else up. */
  @Test
  void shouldRefuseALengthBeyondTheBound_SEC_HTTP_1() {
    String body = " ".repeat(1_200_000);
    String answer =
        server.raw(3).send(begun() + "Content-Length: 1200000\r\nConnection: close\r\n\r\n" + body);
    assertThat(answer).startsWith("HTTP/1.1 413");
  }

  /**
   * A form without a body is looked for in the query, which need not be one. WildFly refuses the
   * query by itself.
   */
  @Test
  void shouldReadNoFormFromTheQuery() {
    String answer =
        server
            .raw(3)
            .send(
                server.raw(3).head("GET", "v1/processes/999999999/events?event=%zz")
                    + "Authorization: Bearer "
                    + token
                    + "\r\nContent-Type: application/x-www-form-urlencoded"
                    + "\r\nConnection: close\r\n\r\n");
    assertThat(answer).matches("(?s)HTTP/1.1 (404 .*Item not found.*|400 .*Content-Length: 0.*)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nX-Evil: 1", "ä ö € \ud83d\ude80", "a\"b;c=d"})
  void shouldKeepNamesOutOfHeaders_SEC_HTTP_6(String name) {
    var body =
        Json.createObjectBuilder()
            .add("name", name + " " + name("header"))
            .add("content", model("a01-basic-model.bpmn"));
    var deployed = api.post("v1/diagrams", body.build().toString());
    assertThat(deployed.statusCode()).isIn(201, 400);
    if (deployed.statusCode() == 201) {
      var export = api.get("v1/diagrams/" + item(deployed).getInt("dgrm_id") + "/export");
      assertThat(export.statusCode()).isEqualTo(200);
      assertThat(export.headers().firstValue("X-Evil")).isEmpty();
      assertThat(export.headers().firstValue("Content-Disposition").orElse(""))
          .matches("[\\x20-\\x7E]*");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%0d%0aX-Evil:%201", "%E2%82%AC"})
  void shouldTakeAnyMessageNameAsData_SEC_HTTP_6(String name) {
    var answer =
        api.put("v1/messages/" + name, "[{\"key\":\"a\",\"value\":\"b\",\"payload\":null}]");
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "0",
        "1e3",
        "1.0",
        "9223372036854775808",
        "%20",
        "1111111111111111111111111111111111111111"
      })
  void shouldAnswerOddNumbersWithoutFailure_SEC_HTTP_8(String number) {
    assertThat(api.get("v1/processes/" + number).statusCode()).isIn(200, 400, 404);
    assertThat(api.get("v1/diagrams?limit=" + number).statusCode()).isIn(200, 400);
    assertThat(api.get("v1/steps?offset=" + number).statusCode()).isIn(200, 400);
    assertThat(api.delete("v1/processes/" + number).statusCode()).isIn(400, 404);
  }

  @Test
  void shouldServeOthersBesideClientsThatDawdleWithinTheHeaders_SEC_HTTP_9() throws Exception {
    assertOthersAreServed(server.raw(4).head("PUT", "v1/steps/1/complete") + "X-Slow: ");
  }

  @Test
  void shouldServeOthersBesideClientsThatDawdleWithinTheBody_SEC_HTTP_9() throws Exception {
    assertOthersAreServed(begun() + "Content-Length: 500\r\n\r\n{");
  }

  /** While many connections stop where this ends. */
  private void assertOthersAreServed(String begin) throws Exception {
    long idle = percentile();
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        var socket = server.raw(4).open();
        slow.add(socket);
        socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
      }
      long busy = percentile();
      assertThat(busy).isLessThan(Math.max(2 * idle, TimeUnit.MILLISECONDS.toNanos(500)));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private String begun() {
    return server.raw(4).head("PUT", "v1/steps/1/complete")
        + "Authorization: Bearer "
        + token
        + "\r\nContent-Type: application/json\r\n";
  }

  private long percentile() {
    var times = new long[40];
    for (int i = 0; i < times.length; i++) {
      long begin = System.nanoTime();
      assertThat(api.get("v1/utils/roles").statusCode()).isEqualTo(200);
      times[i] = System.nanoTime() - begin;
    }
    Arrays.sort(times);
    return times[times.length * 95 / 100];
  }
}
