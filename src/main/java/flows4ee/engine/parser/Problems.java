package flows4ee.engine.parser;

import flows4ee.engine.model.BpmnProcess;
import flows4ee.engine.model.FlowNode;
import flows4ee.engine.model.Location;
import flows4ee.engine.model.ModelProblem;
import flows4ee.engine.model.SequenceFlow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Collects what is wrong with one diagram: errors refuse it, warnings do not. Each list is given
 * out in the order of the text and holds at most 1000 problems and a note how many more there are.
 */
final class Problems {

  private static final int LIMIT = 1_000;
  private static final Comparator<ModelProblem> BY_PLACE =
      Comparator.<ModelProblem>comparingInt(problem -> problem.location().line())
          .thenComparingInt(problem -> problem.location().column());

  private final Collected errors = new Collected(ModelProblem.BPMN_ERROR);
  private final Collected warnings = new Collected(ModelProblem.BPMN_WARNING);

  void error(ProblemText text, XmlElement at, Object... arguments) {
    errors.add(text.with(arguments), at.id(), Optional.of(at.tag()), at.location());
  }

  void warn(ProblemText text, XmlElement at, Object... arguments) {
    warnings.add(text.with(arguments), at.id(), Optional.of(at.tag()), at.location());
  }

  void warn(ProblemText text, FlowNode at, Object... arguments) {
    warn(text.with(arguments), at);
  }

  void warn(String sentence, FlowNode at) {
    warnings.add(sentence, Optional.of(at.id()), Optional.of(at.tag()), at.location());
  }

  void warn(String sentence, BpmnProcess at) {
    warnings.add(sentence, Optional.of(at.id()), Optional.of("bpmn:process"), at.location());
  }

  void warn(ProblemText text, SequenceFlow at, Object... arguments) {
    warnings.add(
        text.with(arguments),
        Optional.of(at.id()),
        Optional.of("bpmn:sequenceFlow"),
        at.location());
  }

  List<ModelProblem> warnings() {
    return warnings.inOrder();
  }

  /** Refuses the diagram if there is any error. */
  void throwErrors() {
    if (errors.count > 0) {
      throw new ModelException(errors.inOrder());
    }
  }

  private static final class Collected {

    private final String type;
    private final List<ModelProblem> problems = new ArrayList<>();
    private int count;

    Collected(String type) {
      this.type = type;
    }

    void add(
        String sentence,
        Optional<String> elementId,
        Optional<String> elementType,
        Location location) {
      if (++count <= LIMIT) {
        problems.add(new ModelProblem(type, sentence, elementId, elementType, location));
      }
    }

    List<ModelProblem> inOrder() {
      var sorted = new ArrayList<>(problems);
      sorted.sort(BY_PLACE);
      if (count > LIMIT) {
        sorted.add(
            new ModelProblem(
                type,
                ProblemText.TOO_MANY_PROBLEMS.with(count - LIMIT),
                Optional.empty(),
                Optional.empty(),
                Location.UNKNOWN));
      }
      return List.copyOf(sorted);
    }
  }
}
