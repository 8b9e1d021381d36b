package flows4ee.engine.check;

/**
 * A rule that stored state breaks.
 *
 * @param processId the instance
 * @param text what was expected and what was found, with ids
 */
public record Violation(long processId, String text) {}
