package flows4ee.engine.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A sequence flow.
 *
 * @param sequence order of evaluation at a gateway, ascending; absent comes last
 */
public record SequenceFlow(
    String id,
    Optional<String> name,
    String sourceId,
    String targetId,
    Optional<BigDecimal> sequence,
    boolean isDefault,
    Optional<Condition> condition,
    Location location) {}
