package flows4ee.rest.guard;

import java.time.Instant;

/**
 * A row of {@code flow_rest_event_log}.
 *
 * @param callId the request id, the same for all rows of a call
 * @param clientId who called
 * @param info {@code ENTER}, {@code FINISHED} or {@code ERROR}
 * @param tokenHash hexadecimal SHA-256 of the token's {@code jti}; null for other sign-ins
 * @param endpoint path such as {@code v1/steps/12/complete}
 * @param payload JSON text as far as the settings keep it
 * @param errorCode code of the refusal; null without one
 */
public record RestEvent(
    String callId,
    String clientId,
    String info,
    String tokenHash,
    Instant timestamp,
    String method,
    String endpoint,
    String payload,
    Integer errorCode,
    String errorMessage,
    String errorTrace) {}
