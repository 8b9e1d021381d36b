package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import java.util.Map;

/** Elements of a batch were refused; nothing of the batch took effect. */
public class BatchFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Map<Integer, EngineException> failures;

  /**
   * Refuses a batch.
   *
   * @param failures reason by 0-based position of the element
   */
  public BatchFailedException(Map<Integer, EngineException> failures) {
    super(failures.toString());
    this.failures = Map.copyOf(failures);
  }

  public Map<Integer, EngineException> failures() {
    return failures == null ? Map.of() : failures;
  }
}
