package flows4ee.engine.state;

/**
 * One round of an iteration.
 *
 * @param parentSubflow the iterating subflow
 * @param loopCounter 1-based
 * @param input JSON object of the variables set for the round, or null
 * @param description shown text, or null
 */
public record IterationRound(
    long id,
    long processId,
    long parentSubflow,
    String objectId,
    int loopCounter,
    String input,
    String description,
    IterationStatus status) {

  public IterationRound in(IterationStatus next) {
    return new IterationRound(
        id, processId, parentSubflow, objectId, loopCounter, input, description, next);
  }
}
