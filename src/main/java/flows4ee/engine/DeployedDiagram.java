package flows4ee.engine;

import flows4ee.engine.model.ModelProblem;
import java.util.List;

/**
 * The result of a deployment.
 *
 * @param diagram as stored; its id is 0 after a dry run
 * @param warnings what will fail at start or run time
 */
public record DeployedDiagram(DiagramView diagram, List<ModelProblem> warnings) {}
