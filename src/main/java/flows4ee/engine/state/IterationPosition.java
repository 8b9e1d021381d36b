package flows4ee.engine.state;

/**
 * The place of a subflow in an iteration.
 *
 * @param objectId BPMN id of the iterated activity
 * @param iterationId id of the round
 * @param loopCounter 1-based round
 * @param total number of rounds, 0 for loops
 */
public record IterationPosition(String objectId, long iterationId, int loopCounter, int total) {}
