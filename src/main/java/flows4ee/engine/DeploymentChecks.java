package flows4ee.engine;

import flows4ee.engine.expression.Evaluator;
import flows4ee.engine.model.CallActivity;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.ModelExpression;
import flows4ee.engine.model.ModelExpressions;
import flows4ee.engine.model.ModelProblem;
import flows4ee.engine.state.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a deployed diagram will fail at later: what the parser noted, and missing diagrams.
 */
final class DeploymentChecks {

  private final Evaluator evaluator;

  DeploymentChecks(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  List<ModelProblem> warnings(Transaction transaction, DiagramModel model) {
    var warnings = new ArrayList<>(model.warnings());
    for (var expression : ModelExpressions.of(model)) {
      syntaxError(expression)
          .map(error -> expression.warning(expression.place() + " does not compile: " + error))
          .ifPresent(warnings::add);
    }
    for (var element : model.elements().values()) {
      if (element instanceof CallActivity activity) {
        missing(transaction, activity).ifPresent(warnings::add);
      }
    }
    return warnings;
  }

  private Optional<String> syntaxError(ModelExpression expression) {
    return expression.use() == ModelExpression.Use.SCRIPT
        ? evaluator.findScriptError(expression.text())
        : evaluator.findSyntaxError(expression.type(), expression.text());
  }

  private static Optional<ModelProblem> missing(Transaction transaction, CallActivity activity) {
    var name = activity.calledDiagram();
    if (name.isEmpty() || !transaction.diagrams().findByName(name.get()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ModelProblem(
            ModelProblem.BPMN_WARNING,
            "Called diagram " + name.get() + " does not exist.",
            Optional.of(activity.id()),
            Optional.of(activity.node().tag()),
            activity.node().location()));
  }
}
