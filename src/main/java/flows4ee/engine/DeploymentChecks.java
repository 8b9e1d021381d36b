package flows4ee.engine;

import flows4ee.engine.model.CallActivity;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.ModelProblem;
import flows4ee.engine.state.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a deployed diagram will fail at later: what the parser noted, and missing diagrams.
 */
final class DeploymentChecks {

  List<ModelProblem> warnings(Transaction transaction, DiagramModel model) {
    var warnings = new ArrayList<>(model.warnings());
    for (var element : model.elements().values()) {
      if (element instanceof CallActivity activity) {
        missing(transaction, activity).ifPresent(warnings::add);
      }
    }
    return warnings;
  }

  private static Optional<ModelProblem> missing(Transaction transaction, CallActivity activity) {
    var name = activity.calledDiagram();
    if (name.isEmpty() || !transaction.diagrams().findByName(name.get()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ModelProblem(
            ModelProblem.BPMN_ERROR,
            "Called diagram " + name.get() + " does not exist.",
            Optional.of(activity.id()),
            Optional.of(activity.node().tag()),
            activity.node().location()));
  }
}
