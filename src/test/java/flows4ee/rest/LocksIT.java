package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What callers learn when somebody else holds what they need. */
class LocksIT extends RestIT {

  LocksIT() {
    super(TestServer.configurable());
  }

  /** Work while another transaction holds locks. */
  private interface Call {
    HttpResponse<String> answer();
  }

  private HttpResponse<String> whileHeld(String sql, Call call) throws SQLException {
    try (Connection other = DriverManager.getConnection(server.database().orElseThrow())) {
      other.setAutoCommit(false);
      other.createStatement().execute(sql);
      var answer = call.answer();
      other.rollback();
      return answer;
    }
  }

  private HttpResponse<String> whileLocked(long process, Call call) throws SQLException {
    return whileHeld(
        "select prcs_id from flow_processes where prcs_id = " + process + " for update", call);
  }

  private static void assertLocked(HttpResponse<String> response, String message) {
    assertThat(json(response).getString("message")).isEqualTo(message);
    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void shouldAskToReserveAgainLater() throws Exception {
    // given
    long process = startBasic();
    var step = step(process);
    int id = step.getInt("sbfl_id");
    String key = "\"step_key\":\"" + step.getString("step_key") + "\"";
    // then
    assertLocked(
        whileLocked(
            process,
            () -> api.put("v1/steps/" + id + "/reserve", "{" + key + ",\"reservation\":\"me\"}")),
        "Subflow currently locked (not reserved) by another user. Try your reservation again"
            + " later.");
    assertLocked(
        whileLocked(process, () -> api.put("v1/steps/" + id + "/complete", "{" + key + "}")),
        "Unable to lock subflow " + id + " as currently locked by another user. Try again later.");
    assertThat(step(process)).isEqualTo(step);
  }

  @Test
  void shouldAskToChangeTheInstanceAgainLater() throws Exception {
    long process = startBasic();
    String path = "v1/processes/" + process;
    String message =
        "Process objects for " + process + " currently locked by another user. Try again later.";
    assertLocked(whileLocked(process, () -> api.put(path + "/reset", "{}")), message);
    assertLocked(whileLocked(process, () -> api.put(path + "/terminate", "{}")), message);
    assertLocked(whileLocked(process, () -> api.delete(path)), message);
    assertThat(item(api.get(path)).getString("status")).isEqualTo("running");
  }

  @Test
  void shouldNameTheVariableThatSomebodyElseHolds() throws Exception {
    // given
    long process = startBasic();
    String path = "v1/processes/" + process + "/process_vars";
    String message =
        "Error locking process variable CITY for process id " + process + " in scope 0.";
    String body = "{\"name\":\"CITY\",\"type\":\"varchar2\",\"value\":\"Rom\"}";
    // when
    var refused = whileLocked(process, () -> api.put(path, body));
    // then
    assertRefusal(
        refused,
        409,
        "{\"success\":false,\"message\":\"Processing Error\",\"items\":[{\"name\":\"CITY\","
            + "\"type\":\"varchar2\",\"value\":\"Rom\",\"errors\":[{\"type\":\"processing error\","
            + "\"value\":\""
            + message
            + "\"}]}]}");
    // when the variable is there
    assertThat(api.put(path, body).statusCode()).isEqualTo(200);
    refused = whileLocked(process, () -> call("DELETE", path, "{\"name\":\"CITY\"}"));
    // then
    assertThat(refused.body()).contains(message);
    assertThat(refused.statusCode()).isEqualTo(409);
  }

  @Test
  void shouldRefuseAMessageForAStepThatWasLeft() throws Exception {
    // given
    String name = name("Msg").replace(" ", "_");
    long process = startModel(RestModels.message(name, "ORDER", "1"));
    try (Connection other = DriverManager.getConnection(server.database().orElseThrow())) {
      other
          .createStatement()
          .execute(
              "update flow_message_subscriptions set msub_step_key = 'gone' where msub_prcs_id = "
                  + process);
    }
    // when
    var refused =
        api.put("v1/messages/" + name, "{\"key\":\"ORDER\",\"value\":\"1\",\"payload\":\"x\"}");
    // then
    assertRefusal(
        refused,
        409,
        "{\"success\":false,\"message\":\"Processing Error\",\"items\":[{\"key\":\"ORDER\","
            + "\"value\":\"1\",\"payload\":\"x\",\"errors\":[{\"type\":\"processing error\","
            + "\"value\":\"Message correlated but receiving object is no longer the current object"
            + " in its subflow.\"}]}]}");
  }

  @Test
  void shouldAskToSendTheMessageAgainLater() throws Exception {
    // given
    String name = name("Msg").replace(" ", "_");
    long process = startModel(RestModels.message(name, "ORDER", "1"));
    // when
    var refused =
        whileLocked(
            process,
            () ->
                api.put(
                    "v1/messages/" + name,
                    "{\"key\":\"ORDER\",\"value\":\"1\",\"payload\":\"x\"}"));
    // then
    assertThat(refused.body())
        .isEqualTo(
            "{\"success\":false,\"message\":\"Processing Error\",\"items\":[{\"key\":\"ORDER\","
                + "\"value\":\"1\",\"payload\":\"x\",\"errors\":[{\"type\":\"processing error\","
                + "\"value\":\"Message Subscription locked by another user. Try again.\"}]}]}");
    assertThat(refused.statusCode()).isEqualTo(409);
  }

  @Test
  void shouldTellThatTheSameRequestIsAtWork() throws Exception {
    // given
    String key = name("key").replace(" ", "-");
    String path = "v1/processes/" + startBasic() + "/terminate";
    String claim =
        """
        insert into flow_idempotency (idem_client, idem_key, idem_fingerprint, idem_created)
        values ('%s', '%s', 'x', now())"""
            .formatted(server.credentials().id(), key);
    // when
    var refused =
        whileHeld(
            claim,
            () ->
                api.send(
                    api.request(path).header("Idempotency-Key", key).PUT(BodyPublishers.noBody())));
    // then
    assertLocked(refused, "Request in progress");
  }
}
