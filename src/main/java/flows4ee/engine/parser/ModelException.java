package flows4ee.engine.parser;

import flows4ee.engine.model.Location;
import flows4ee.engine.model.ModelProblem;
import java.util.List;
import java.util.Optional;

/**
 * A diagram is refused. Holds every problem found, in the order of the text; none of them repeats
 * text of the diagram beyond ids, names and literals.
 */
public final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<ModelProblem> problems;

  /** At least one problem. */
  public ModelException(List<ModelProblem> problems) {
    super(problems.get(0).value());
    this.problems = List.copyOf(problems);
  }

  /** The problems of type {@link ModelProblem#BPMN_ERROR}, in the order of the text. */
  public List<ModelProblem> problems() {
    return problems;
  }

  static ModelException of(ProblemText text, Location location, Object... arguments) {
    return new ModelException(
        List.of(
            new ModelProblem(
                ModelProblem.BPMN_ERROR,
                text.with(arguments),
                Optional.empty(),
                Optional.empty(),
                location)));
  }

  static ModelException of(ProblemText text, XmlElement at, Object... arguments) {
    return new ModelException(
        List.of(
            new ModelProblem(
                ModelProblem.BPMN_ERROR,
                text.with(arguments),
                at.id(),
                Optional.of(at.tag()),
                at.location())));
  }
}
