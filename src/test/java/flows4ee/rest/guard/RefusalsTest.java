package flows4ee.rest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.BatchFailedException;
import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.state.StoreUnavailableException;
import flows4ee.json.JsonArray;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.rest.wire.ErrorEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

  @Test
  void shouldWordTheEngine() {
    // when
    var refused =
        Refusals.of(new EngineException(EngineMessage.STEP_KEY_INCORRECT, "abc", "xyz"), true);
    // then
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused)
        .hasMessage(
            "This Process Step has already occurred. (Incorrect step key abc supplied while"
                + " expecting step key xyz).");
  }

  @Test
  void shouldHideTheExpectedStepKeyFromThoseWhoMayNotRead() {
    assertThat(
            Refusals.of(new EngineException(EngineMessage.STEP_KEY_INCORRECT, "abc", "xyz"), false))
        .hasMessageContaining("expecting step key ***");
  }

  @Test
  void shouldAskToRetryWhenLocked() {
    var refused = Refusals.of(new EngineException(EngineMessage.SUBFLOW_LOCK_TIMEOUT, 5), true);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void shouldCallUnknownIdsItems() {
    var refused = Refusals.of(new EngineException(EngineMessage.PROCESS_NOT_FOUND, 5), true);
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused).hasMessage("Item not found");
  }

  @Test
  void shouldAnswerABatchWithTheWorstStatus() {
    // given
    var failure =
        new BatchFailedException(
            Map.of(
                0, new EngineException(EngineMessage.VARIABLE_BAD_SCOPE, 7),
                2, new EngineException(EngineMessage.MESSAGE_NOT_CORRELATED)));
    // when
    var refused = Refusals.of(failure, true);
    // then
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused).hasMessage("Processing Error");
    assertThat(
            new Echo.Items((JsonArray) JsonReader.parse("[{\"a\":1},{},{}]"))
                .toJson(refused)
                .toJson())
        .isEqualTo(
            "{\"items\":[{\"a\":1,\"errors\":[{\"type\":\"processing error\","
                + "\"value\":\"Invalid scope (7) supplied for process variable.\"}]},{},"
                + "{\"errors\":[{\"type\":\"item not found\","
                + "\"value\":\"Received message does not match an expected message.\"}]}]}");
  }

  @Test
  void shouldPutErrorsOfVariablesIntoTheObject() {
    // given
    var echo =
        new Echo.Item((JsonObject) JsonReader.parse("{\"step_key\":\"k\",\"process_vars\":[{}]}"));
    var refused = RefusedException.elements(400, Map.of(0, List.of(ErrorEntry.missing("name"))));
    // then
    assertThat(echo.toJson(refused).toJson())
        .isEqualTo(
            "{\"item\":{\"step_key\":\"k\",\"process_vars\":[{\"errors\":["
                + "{\"type\":\"missing attribute\",\"value\":\"name\"}]}]}}");
  }

  @Test
  void shouldNotTellWhatFailedInside() {
    var refused = Refusals.of(new IllegalStateException("secret detail"), true);
    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused).hasMessage("Internal error");
  }

  @Test
  void shouldCallAMissingDatabaseUnavailable() {
    var refused = Refusals.of(new StoreUnavailableException("db", null), true);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.headers()).containsKey("Retry-After");
  }

  @ParameterizedTest
  @CsvSource({
    "400, Bad value",
    "401, Unauthorized",
    "404, Not implemented",
    "405, Method not allowed",
    "406, Not acceptable",
    "413, Payload too large",
    "415, Unsupported media type",
    "429, Too many requests",
    "431, Bad value",
    "500, Internal error",
    "503, Service unavailable"
  })
  void shouldWordWhatTheContainerRefuses(int status, String message) {
    assertThat(Refusals.ofStatus(status)).hasMessage(message);
    assertThat(Refusals.ofStatus(status).status()).isEqualTo(status);
  }

  @Test
  void shouldEchoTextThatIsNotJson() {
    assertThat(new Echo.Unread("{\"a").toJson(Refusal.NOT_JSON.exception()).toJson())
        .isEqualTo("{\"payload\":{\"content\":\"{\\\"a\"}}");
  }
}
