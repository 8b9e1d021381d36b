package flows4ee.rest.guard;

import flows4ee.json.JsonArray;
import flows4ee.json.JsonNull;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import flows4ee.rest.guard.RestSettings.PayloadLogging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Writes the rows of one call to the REST event log: {@code ENTER} once the body was read, then
 * {@code FINISHED} or {@code ERROR}. Reads and callers without sign-in leave none.
 */
@RequestScoped
public class CallLog {

  private static final Set<String> LOGGED = Set.of("POST", "PUT", "DELETE");
  private static final int TRACE_FRAMES = 5;

  @Inject Call call;
  @Inject RuntimeSettings settings;
  @Inject RestEventLog log;
  @Inject Clock clock;

  private boolean isPayloadSecret;

  /** Keeps payloads of this call out of the log: they hold secrets. */
  public void hidePayload() {
    isPayloadSecret = true;
  }

  boolean isPayloadHidden() {
    return isPayloadSecret;
  }

  void enter(JsonValue payload) {
    write("ENTER", payload, null, null, null);
  }

  void finished(JsonValue payload) {
    write("FINISHED", payload, null, null, null);
  }

  /**
   * The call was refused.
   *
   * @param payload null for none
   */
  void error(JsonValue payload, int code, String message, Throwable cause) {
    write("ERROR", payload, code, message, trace(cause));
  }

  private void write(String info, JsonValue payload, Integer code, String message, String trace) {
    boolean isChange = LOGGED.contains(call.method()) && call.isAuthenticated();
    if (!isChange || !settings.rest().log().isOn()) {
      return;
    }
    log.add(
        new RestEvent(
            call.requestId(),
            call.caller().name(),
            info,
            tokenHash(),
            clock.instant(),
            call.method(),
            "v1/" + call.path(),
            kept(payload),
            code,
            message,
            trace));
  }

  private String kept(JsonValue payload) {
    PayloadLogging mode = settings.rest().log().payload();
    if (payload == null || isPayloadSecret || mode == PayloadLogging.NONE) {
      return null;
    }
    return (mode == PayloadLogging.FULL ? payload : redacted(payload)).toJson();
  }

  private static JsonValue redacted(JsonValue value) {
    if (value instanceof JsonObject object) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      object.members().forEach((name, member) -> members.put(name, redacted(member)));
      return new JsonObject(members);
    }
    if (value instanceof JsonArray array) {
      return new JsonArray(array.elements().stream().map(CallLog::redacted).toList());
    }
    return value == JsonNull.NULL ? value : JsonValue.of(value.typeName());
  }

  private static String trace(Throwable cause) {
    if (cause == null || cause instanceof RefusedException) {
      return null;
    }
    return cause.getClass().getName()
        + Arrays.stream(cause.getStackTrace())
            .limit(TRACE_FRAMES)
            .map(frame -> "\n  at " + frame)
            .collect(Collectors.joining());
  }

  private String tokenHash() {
    if (!(call.principal() instanceof JsonWebToken token) || token.getTokenID() == null) {
      return null;
    }
    try {
      byte[] id = token.getTokenID().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(id));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
