package flows4ee.oauth.endpoint;

import flows4ee.oauth.DerivationLimit.OverloadedException;
import flows4ee.oauth.OAuthCounters;
import flows4ee.oauth.OAuthCounters.Outcome;
import flows4ee.oauth.SampledLog;
import flows4ee.oauth.StoreException;
import flows4ee.oauth.key.KeysUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Finds the endpoint of a path and turns whatever happens there into an answer. */
final class OAuthEndpoints {

  static final String TOKEN = "/oauth/token";

  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Map<String, Endpoint> byPath;
  private final OAuthCounters counters;
  private final SampledLog log;

  OAuthEndpoints(Map<String, Endpoint> byPath, OAuthCounters counters, SampledLog log) {
    this.byPath = Map.copyOf(byPath);
    this.counters = counters;
    this.log = log;
  }

  /**
   * Answers a request, at once or when a slow check had its turn.
   *
   * @param path within the application, without final slash
   * @return the answer, which never fails
   */
  CompletionStage<EndpointAnswer> answer(String path, EndpointRequest request) {
    Endpoint endpoint = byPath.get(path);
    CompletionStage<EndpointAnswer> answer =
        endpoint == null
            ? EndpointAnswer.json(404, "{\"success\":false,\"message\":\"Not implemented\"}").now()
            : begin(endpoint, request).exceptionally(this::refusal);
    return path.equals(TOKEN) && !request.method().equals("OPTIONS")
        ? answer.whenComplete((given, failure) -> count(given.status()))
        : answer;
  }

  private static CompletionStage<EndpointAnswer> begin(Endpoint endpoint, EndpointRequest request) {
    if (request.method().equals("OPTIONS")) {
      return EndpointAnswer.json(204, "").with("Allow", endpoint.allowed()).now();
    }
    try {
      checkMethod(endpoint, request);
      return endpoint.answer(request);
    } catch (IOException | RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private EndpointAnswer refusal(Throwable thrown) {
    Throwable failure = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (failure instanceof OAuthErrorException refused) {
      return refused.answer();
    }
    if (failure instanceof OverloadedException || failure instanceof KeysUnavailableException) {
      return OAuthErrorException.unavailable(RETRY).answer();
    }
    if (failure instanceof IOException) {
      return OAuthErrorException.invalidRequest("Body is not complete").answer();
    }
    log.write("An OAuth request failed", failure);
    return unexpected(failure).answer();
  }

  private static void checkMethod(Endpoint endpoint, EndpointRequest request) {
    boolean allowed = List.of(endpoint.allowed().split(", ")).contains(request.method());
    if (!allowed) {
      throw OAuthErrorException.methodNotAllowed(endpoint.allowed());
    }
  }

  /** A database that does not answer is a matter of time, everything else is our fault. */
  private static OAuthErrorException unexpected(Throwable e) {
    return e instanceof StoreException
        ? OAuthErrorException.unavailable(RETRY)
        : OAuthErrorException.serverError();
  }

  private void count(int status) {
    counters.count(
        switch (status) {
          case 200 -> Outcome.GRANT_OK;
          case 401 -> Outcome.GRANT_BAD_CLIENT;
          case 429 -> Outcome.GRANT_THROTTLED;
          default -> Outcome.GRANT_ERROR;
        });
  }
}
