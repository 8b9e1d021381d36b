package flows4ee.engine;

import java.util.List;
import java.util.Optional;

/**
 * What comes with the completion of a step.
 *
 * @param variables set before the step completes; their default scope is that of the step
 * @param reservation when given, must equal the current reservation
 */
public record StepCompletion(List<VariableAssignment> variables, Optional<String> reservation) {

  public static final StepCompletion PLAIN = new StepCompletion(List.of(), Optional.empty());
}
