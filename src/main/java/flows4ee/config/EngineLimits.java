package flows4ee.config;

/**
 * Bounds that protect the server from a diagram ({@code f4a.engine.*}).
 *
 * @param stepBudget automatic steps per call
 * @param callDepth nesting of call activities
 * @param iterations rounds of one iteration
 * @param tokens live subflows per instance
 */
record EngineLimits(int stepBudget, int callDepth, int iterations, int tokens) {

  static EngineLimits from(SettingsReader reader) {
    return new EngineLimits(
        reader.integer("f4a.engine.step.budget", 10_000, 1, 1_000_000),
        reader.integer("f4a.engine.call.depth", 50, 1, 100_000),
        reader.integer("f4a.engine.iterations", 10_000, 1, 1_000_000),
        reader.integer("f4a.engine.tokens", 10_000, 1, 1_000_000));
  }
}
