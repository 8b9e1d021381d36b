package flows4ee.engine;

import java.util.Optional;

/** The diagram of a new instance. */
public sealed interface DiagramReference {

  /** By id; a version, when given, must be that of the diagram. */
  record ById(long id, Optional<String> version) implements DiagramReference {}

  /** By name; without a version the released one, else draft version 0. */
  record ByName(String name, Optional<String> version) implements DiagramReference {}
}
