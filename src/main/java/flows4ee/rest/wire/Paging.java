package flows4ee.rest.wire;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How a collection is cut, and the query parameters that its page links repeat.
 *
 * @param limit page size in force, 0 when unpaged
 * @param offset rows skipped, 0 with a cursor
 * @param isPaged whether the caller asked for a page, so that page links are shown
 * @param parameters the other query parameters by name
 */
public record Paging(
    int limit, long offset, boolean isPaged, Map<String, List<String>> parameters) {

  /** The whole result in one page. */
  public static final Paging NONE = new Paging(0, 0, false, Map.of());

  public Paging {
    parameters = new TreeMap<>(parameters);
  }

  /**
   * The rest of the envelope once the rows are known.
   *
   * @param hasMore whether further rows exist
   * @param nextCursor value of {@code after} for the next page; null to go on by offset
   * @param total number of all rows, when asked for
   */
  public record Outcome(boolean hasMore, String nextCursor, OptionalLong total) {

    /** Nothing follows. */
    public static final Outcome COMPLETE = new Outcome(false, null, OptionalLong.empty());
  }
}
