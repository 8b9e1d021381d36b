package flows4ee.engine.model;

import java.util.Optional;

/**
 * A lane.
 *
 * @param parentId id of the process, sub-process or outer lane it stands in
 * @param isRole absent when the diagram does not say; only then is it no role at all
 * @param role group name; absent unless {@code isRole} is true
 */
public record Lane(
    String id,
    Optional<String> name,
    String parentId,
    Optional<Boolean> isRole,
    Optional<String> role,
    Optional<String> customExtension,
    Location location) {}
