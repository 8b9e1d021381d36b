package flows4ee.engine;

import flows4ee.engine.model.ModelProblem;
import java.util.List;

/** A diagram that cannot be deployed, with all its problems. */
public class ModelRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<ModelProblem> problems;

  public ModelRefusedException(List<ModelProblem> problems) {
    super(problems.size() + " problems");
    this.problems = List.copyOf(problems);
  }

  public List<ModelProblem> problems() {
    return problems == null ? List.of() : problems;
  }
}
