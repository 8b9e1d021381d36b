package flows4ee.rest.guard;

import flows4ee.engine.BatchFailedException;
import flows4ee.engine.ModelRefusedException;
import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.model.ModelProblem;
import flows4ee.engine.state.ConnectionLostException;
import flows4ee.engine.state.LockTimeoutException;
import flows4ee.engine.state.RetryableException;
import flows4ee.engine.state.StoreUnavailableException;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonWriter;
import flows4ee.rest.wire.DiagramDocument;
import flows4ee.rest.wire.ErrorEntry;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Turns every failure into the refusal that words it. */
public final class Refusals {

  private static final Set<EngineMessage> UNKNOWN_ITEM =
      Set.of(
          EngineMessage.PROCESS_NOT_FOUND,
          EngineMessage.SUBFLOW_NOT_FOUND,
          EngineMessage.SUBFLOW_NOT_IN_PROCESS,
          EngineMessage.DIAGRAM_NOT_FOUND,
          EngineMessage.START_NOT_CREATED,
          EngineMessage.START_WORK_SUBFLOW_NOT_FOUND);

  private static final Set<EngineMessage> NOT_THERE =
      Set.of(EngineMessage.MESSAGE_NOT_CORRELATED, EngineMessage.SUBFLOW_NOT_IN_PROCESS);

  private Refusals() {}

  /**
   * The refusal for a failure.
   *
   * @param isReader whether the caller may see what a read shows, such as a step key
   */
  static RefusedException of(Throwable failure, boolean isReader) {
    if (failure instanceof RefusedException refused) {
      return refused;
    } else if (failure instanceof EngineException engine) {
      return ofEngine(engine, isReader);
    } else if (failure instanceof BatchFailedException batch) {
      return ofBatch(batch);
    } else if (failure instanceof ModelRefusedException model) {
      return ofModel(model);
    } else if (failure instanceof StoreUnavailableException
        || failure instanceof ConnectionLostException) {
      return retryLater(Refusal.UNAVAILABLE, 503, Refusal.UNAVAILABLE.message());
    } else if (failure instanceof LockTimeoutException || failure instanceof RetryableException) {
      return retryLater(
          Refusal.CONFLICT, 409, "Currently locked by another user. Try again later.");
    } else if (failure instanceof WebApplicationException web) {
      return ofStatus(web.getResponse().getStatus());
    }
    return Refusal.INTERNAL.exception();
  }

  /**
   * The refusal of a call whose one element the engine refused; what the call itself addresses and
   * does not exist stays {@code Item not found}.
   */
  public static RefusedException ofElement(EngineException failure) {
    return failure.engineMessage() == EngineMessage.PROCESS_NOT_FOUND
        ? Refusal.ITEM_NOT_FOUND.exception()
        : RefusedException.elements(statusOf(failure), Map.of(0, List.of(entry(failure))));
  }

  /** The refusal for a status that the container chose. */
  static RefusedException ofStatus(int status) {
    return switch (status) {
      case 401 -> Refusal.UNAUTHORIZED.exception();
      case 403 -> Refusal.PRIVILEGE.exception();
      case 404 -> Refusal.NOT_IMPLEMENTED.exception();
      case 405 -> Refusal.METHOD_NOT_ALLOWED.exception();
      case 406 -> Refusal.NOT_ACCEPTABLE.exception();
      case 413 -> Refusal.TOO_LARGE.exception();
      case 415 -> Refusal.MEDIA_TYPE.exception();
      case 429 -> retryLater(Refusal.TOO_MANY_REQUESTS, 429, Refusal.TOO_MANY_REQUESTS.message());
      case 503 -> retryLater(Refusal.UNAVAILABLE, 503, Refusal.UNAVAILABLE.message());
      default ->
          status >= 400 && status < 500
              ? new RefusedException(Refusal.BAD_VALUE, status, Refusal.BAD_VALUE.message())
              : Refusal.INTERNAL.exception();
    };
  }

  /** What the engine refuses, as an element of {@code errors}. */
  static ErrorEntry entry(EngineException failure) {
    return NOT_THERE.contains(failure.engineMessage())
        ? ErrorEntry.notFound(failure.getMessage())
        : ErrorEntry.processing(failure.getMessage());
  }

  /** The status of a refusal by the engine. */
  static int statusOf(EngineException failure) {
    return switch (failure.engineMessage().kind()) {
      case INVALID -> 400;
      case NOT_FOUND -> 404;
      case CONFLICT, LOCKED -> 409;
    };
  }

  private static RefusedException ofEngine(EngineException failure, boolean isReader) {
    if (UNKNOWN_ITEM.contains(failure.engineMessage())) {
      return Refusal.ITEM_NOT_FOUND.exception();
    }
    var refused = new RefusedException(Refusal.ENGINE, statusOf(failure), text(failure, isReader));
    if (failure.engineMessage().kind() == EngineMessage.Kind.LOCKED) {
      refused.withHeader("Retry-After", "1");
    }
    return refused;
  }

  /** The expected step key is as good as a read of the step. */
  private static String text(EngineException failure, boolean isReader) {
    boolean isMasked =
        failure.engineMessage() == EngineMessage.STEP_KEY_INCORRECT
            && !isReader
            && failure.arguments().length > 0;
    return isMasked
        ? EngineMessage.STEP_KEY_INCORRECT.format(failure.arguments()[0], "***")
        : failure.getMessage();
  }

  private static RefusedException ofBatch(BatchFailedException batch) {
    Map<Integer, List<ErrorEntry>> entries = new TreeMap<>();
    int worst = 0;
    for (var failure : batch.failures().entrySet()) {
      entries.put(failure.getKey(), List.of(entry(failure.getValue())));
      worst = Math.max(worst, statusOf(failure.getValue()));
    }
    return RefusedException.elements(worst == 0 ? 409 : worst, entries);
  }

  private static RefusedException ofModel(ModelRefusedException model) {
    var refused = Refusal.DIAGRAM_NOT_VALID.exception();
    model.problems().forEach(problem -> refused.withError(json(problem)));
    return refused;
  }

  private static JsonObject json(ModelProblem problem) {
    JsonWriter out = new JsonWriter();
    DiagramDocument.write(out, problem);
    return (JsonObject) JsonReader.parse(out.toBytes());
  }

  private static RefusedException retryLater(Refusal kind, int status, String message) {
    return new RefusedException(kind, status, message).withHeader("Retry-After", "1");
  }
}
