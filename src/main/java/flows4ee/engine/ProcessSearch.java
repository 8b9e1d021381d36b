package flows4ee.engine;

import java.util.List;

/**
 * Filters of the instance list; an empty component does not filter, several values mean any of
 * them.
 */
public record ProcessSearch(
    List<String> statuses,
    List<Long> processIds,
    List<Long> diagramIds,
    List<String> diagramNames,
    List<String> diagramVersions,
    List<String> nameContains,
    List<String> businessRefs,
    List<String> initBy,
    List<Integer> priorities,
    TimeRange created,
    TimeRange started,
    TimeRange completed,
    TimeRange due,
    List<VariableMatch> variables,
    boolean isWithVariables) {

  /** Equality with the text form of a VARCHAR2 or NUMBER variable of scope 0. */
  public record VariableMatch(String name, String value) {}
}
