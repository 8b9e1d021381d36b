package flows4ee.rest.guard;

import flows4ee.oauth.OAuthSettings.Origin;
import java.util.Optional;
import java.util.Set;

/**
 * The run-time settings of REST as they are now.
 *
 * @param origin how the address of a request is told
 * @param limits bounds of requests and answers
 * @param log what the REST event log takes
 * @param isStrictGet whether a GET of an unknown id is 404
 * @param isPingForAnyRole whether {@code utils/ping} needs no role
 * @param idempotencyHours how long answers to an {@code Idempotency-Key} are kept
 * @param corsOrigins origins whose pages may call; empty is off
 * @param isOpenApiPublic whether the OpenAPI document needs no token
 * @param userTaskUrlTemplate address of a user task's page with {@code {prcs_id}}, {@code
 *     {sbfl_id}}, {@code {step_key}} and {@code {current}}
 */
public record RestSettings(
    Origin origin,
    Limits limits,
    Log log,
    boolean isStrictGet,
    boolean isPingForAnyRole,
    int idempotencyHours,
    Set<String> corsOrigins,
    boolean isOpenApiPublic,
    Optional<String> userTaskUrlTemplate) {

  /** The defaults of a fresh installation. */
  public static final RestSettings DEFAULTS =
      new RestSettings(
          Origin.DIRECT,
          new Limits(1 << 20, 10 << 20, 1000, 10_000, 0),
          new Log(true, PayloadLogging.FULL, 60),
          false,
          false,
          24,
          Set.of(),
          true,
          Optional.empty());

  /**
   * Bounds.
   *
   * @param bodyBytes of a request body
   * @param diagramBytes of a request body that carries a diagram
   * @param batch elements of a batch
   * @param unpagedItems rows of an answer without paging
   * @param callsPerMinute of one client; 0 is no limit
   */
  public record Limits(
      long bodyBytes, long diagramBytes, int batch, int unpagedItems, int callsPerMinute) {}

  /**
   * The REST event log.
   *
   * @param retainDays how long rows are kept
   */
  public record Log(boolean isOn, PayloadLogging payload, int retainDays) {}

  /** How much of a payload the log keeps. */
  public enum PayloadLogging {
    /** As received. */
    FULL,
    /** Values replaced by their JSON type. */
    REDACTED,
    /** Nothing. */
    NONE
  }
}
