package flows4ee.engine.expression;

/**
 * The counters of an iteration, visible in completion conditions as {@code :F4A$LOOP_COUNTER},
 * {@code TOTAL_INSTANCES}, {@code ACTIVE_INSTANCES}, {@code COMPLETED_INSTANCES} and {@code
 * TERMINATED_INSTANCES}.
 *
 * @param loopCounter 1-based number of the round
 */
public record LoopCounters(
    int loopCounter,
    int totalInstances,
    int activeInstances,
    int completedInstances,
    int terminatedInstances) {}
