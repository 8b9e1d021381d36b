package flows4ee.engine;

import flows4ee.engine.state.DiagramStatus;
import java.util.Optional;

/** Changes to a diagram; an absent component stays as it is. */
public record DiagramChange(
    Optional<DiagramStatus> status,
    Optional<byte[]> content,
    Optional<String> name,
    Optional<String> version,
    Optional<String> category,
    Optional<String> shortDescription,
    Optional<String> description,
    Optional<String> icon,
    Optional<String> comment) {}
