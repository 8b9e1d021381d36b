package flows4ee.rest.guard;

import flows4ee.json.JsonArray;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonValue;
import flows4ee.rest.guard.AnswerStore.KeptAnswer;
import flows4ee.rest.guard.AnswerStore.KeyedRequest;
import flows4ee.rest.wire.JsonBody;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Answers a repeated request with the answer of the first one. Without the header {@code
 * Idempotency-Key} it does nothing. Failures of the server, refusals that ask to try again, and
 * those for lack of rights are not kept.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotencyInterceptor implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String HEADER = "Idempotency-Key";
  private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 429);

  @Inject transient Call call;
  @Inject transient RequestBody body;
  @Inject transient CallLog log;
  @Inject transient Refuser refuser;
  @Inject transient AnswerStore store;
  @Inject transient RuntimeSettings settings;
  @Inject transient Clock clock;

  @AroundInvoke
  Object answer(InvocationContext invocation) throws Exception {
    Optional<String> key = call.isRead() ? Optional.empty() : call.header(HEADER);
    return key.isEmpty() ? invocation.proceed() : answer(invocation, key.get());
  }

  private Response answer(InvocationContext invocation, String key) {
    if (!key.matches("[\\x21-\\x7E]{1,255}")) {
      throw RefusedException.badValue(HEADER);
    }
    AtomicReference<Response> fresh = new AtomicReference<>();
    Optional<KeptAnswer> kept =
        store.answer(
            request(key),
            () -> {
              fresh.set(proceed(invocation));
              return keep(fresh.get());
            });
    return kept.filter(KeptAnswer::isReplayed)
        .map(IdempotencyInterceptor::replay)
        .orElseGet(fresh::get);
  }

  private KeyedRequest request(String key) {
    Instant now = clock.instant();
    Duration kept = Duration.ofHours(settings.rest().idempotencyHours());
    return new KeyedRequest(call.account(), key, fingerprint(), now, now.minus(kept));
  }

  private String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String target = call.method() + " " + call.path() + "?" + call.rawQuery() + "\n";
      digest.update(target.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body.buffer()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A refusal is an answer like any other; only lack of rights is left to its mapper. */
  private Response proceed(InvocationContext invocation) {
    try {
      return (Response) invocation.proceed();
    } catch (ForbiddenException e) {
      throw e;
    } catch (Exception e) {
      return refuser.answer(e);
    }
  }

  private Optional<KeptAnswer> keep(Response response) {
    int status = response.getStatus();
    boolean isKept =
        status < 500
            && !NOT_KEPT.contains(status)
            && response.getHeaderString(HttpHeaders.RETRY_AFTER) == null;
    return isKept ? Optional.of(kept(response)) : Optional.empty();
  }

  private KeptAnswer kept(Response response) {
    byte[] bytes = ((JsonBody) response.getEntity()).bytes();
    return new KeptAnswer(
        response.getStatus(),
        response.getHeaderString(HttpHeaders.LOCATION),
        response.getHeaderString(HttpHeaders.CONTENT_LOCATION),
        log.isPayloadHidden()
            ? withoutSecrets(JsonReader.parse(bytes)).toJson()
            : new String(bytes, StandardCharsets.UTF_8),
        false);
  }

  private static JsonValue withoutSecrets(JsonValue value) {
    if (value instanceof JsonArray array) {
      return new JsonArray(
          array.elements().stream().map(IdempotencyInterceptor::withoutSecrets).toList());
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    JsonObject stripped = object.without("client_secret");
    for (var member : stripped.members().entrySet()) {
      stripped = stripped.with(member.getKey(), withoutSecrets(member.getValue()));
    }
    return stripped;
  }

  private static Response replay(KeptAnswer answer) {
    return Response.status(answer.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.LOCATION, answer.location())
        .header(HttpHeaders.CONTENT_LOCATION, answer.contentLocation())
        .header("Idempotency-Replayed", "true")
        .entity(JsonBody.ofBytes(answer.body().getBytes(StandardCharsets.UTF_8)))
        .build();
  }
}
