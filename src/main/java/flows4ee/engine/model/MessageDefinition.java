package flows4ee.engine.model;

import java.util.Optional;

/**
 * A message to send or to wait for.
 *
 * @param isSimpleMessage whether the element says {@code apex:type="simpleMessage"}
 * @param endpoint sender only; must evaluate to {@code local}
 * @param payloadVariable catcher only: name of the variable that takes the payload
 */
public record MessageDefinition(
    boolean isSimpleMessage,
    Optional<Setting> endpoint,
    Optional<Setting> messageName,
    Optional<Setting> correlationKey,
    Optional<Setting> correlationValue,
    Optional<Setting> payload,
    Optional<String> payloadVariable) {}
