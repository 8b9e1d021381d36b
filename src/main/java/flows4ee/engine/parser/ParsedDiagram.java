package flows4ee.engine.parser;

import flows4ee.engine.model.DiagramModel;
import java.util.Optional;

/**
 * What the parser makes of a diagram.
 *
 * @param mainProcessName name of the process an instance starts in; of the first process when that
 *     is not clear
 */
public record ParsedDiagram(DiagramModel model, Optional<String> mainProcessName) {}
