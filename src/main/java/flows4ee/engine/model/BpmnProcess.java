package flows4ee.engine.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A {@code bpmn:process} of the diagram.
 *
 * @param minLoggingLevel 0 to 8
 * @param instanceName name template, substituted at the start event
 * @param businessAdmin fallback administrator of approval tasks
 */
public record BpmnProcess(
    String id,
    Optional<String> name,
    boolean isCallable,
    boolean isStartable,
    OptionalInt minLoggingLevel,
    Optional<String> instanceName,
    Optional<Setting> priority,
    Optional<Setting> dueOn,
    Optional<Setting> potentialStartingUsers,
    Optional<Setting> potentialStartingGroups,
    Optional<Setting> excludedStartingUsers,
    Optional<String> businessAdmin,
    Optional<String> customExtension,
    Location location) {}
