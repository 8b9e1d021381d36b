package flows4ee.engine;

import java.time.Instant;

/** A diagram without its content. */
public record DiagramView(
    long id,
    String name,
    String version,
    String status,
    String category,
    String shortDescription,
    String description,
    String icon,
    Instant lastUpdate,
    String contentHash) {}
