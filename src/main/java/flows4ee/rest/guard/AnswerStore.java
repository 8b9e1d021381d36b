package flows4ee.rest.guard;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers kept under the {@code Idempotency-Key} of their requests. */
public interface AnswerStore {

  /**
   * Gives the kept answer of a request, or does its work and keeps the answer, both in one
   * transaction that what the work does to the engine joins.
   *
   * @param work empty when its answer must not be kept; then everything it did is taken back
   * @throws RefusedException {@link Refusal#IN_PROGRESS} while the same key is at work, {@link
   *     Refusal#KEY_REUSED} when the key belongs to another request, {@link
   *     Refusal#TOO_MANY_REQUESTS} when the client keeps too many keys
   */
  Optional<KeptAnswer> answer(KeyedRequest request, Supplier<Optional<KeptAnswer>> work);

  /**
   * Deletes some of the answers older than a time.
   *
   * @return how many; fewer than {@code most} means that none is left
   */
  int purge(Instant before, int most);

  /**
   * A request with a key.
   *
   * @param fingerprint hexadecimal SHA-256 of method, path and body
   * @param validFrom answers older than this are forgotten
   */
  record KeyedRequest(
      String client, String key, String fingerprint, Instant now, Instant validFrom) {}

  /**
   * A final answer.
   *
   * @param location header, or null
   * @param contentLocation header, or null
   * @param body JSON text
   * @param isReplayed whether it was kept from an earlier request
   */
  record KeptAnswer(
      int status, String location, String contentLocation, String body, boolean isReplayed) {}
}
