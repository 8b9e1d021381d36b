package flows4ee.engine;

import java.util.Optional;

/**
 * A diagram to deploy.
 *
 * @param version at most 10 characters
 * @param isReleased whether it is released at once
 * @param content the XML as received
 * @param isDryRun validate only, store nothing
 * @param isOverwrite replace a draft of the same name and version
 */
public record Deployment(
    Optional<String> name,
    String version,
    Optional<String> category,
    boolean isReleased,
    Optional<String> shortDescription,
    Optional<String> description,
    Optional<String> icon,
    byte[] content,
    boolean isDryRun,
    boolean isOverwrite) {}
