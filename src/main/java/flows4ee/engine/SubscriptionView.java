package flows4ee.engine;

import java.time.Instant;

/** An open message subscription. */
public record SubscriptionView(
    long id,
    String name,
    String key,
    String value,
    Long processId,
    Long subflowId,
    Instant created) {}
