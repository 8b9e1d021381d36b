package flows4ee.engine;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit at least 1
 * @param offset rows to skip; 0 with a cursor
 * @param order column of the item, such as {@code name} or {@code prcs_id}; any other name is an
 *     IllegalArgumentException whose message is that name
 * @param after {@link Page#next()} of the page before, read with the same order and filters
 */
public record PageRequest(
    int limit,
    long offset,
    Optional<String> order,
    boolean isDescending,
    Optional<Cursor> after,
    boolean isTotalWanted) {

  /**
   * Position of a row in an ordered list: text form of its order columns, or null, and its id.
   * Callers hand it back unchanged; one that does not fit the order is an IllegalArgumentException
   * with the message {@code after}.
   */
  public record Cursor(String value, long id) {}

  /** The first rows in order of id. */
  public static PageRequest first(int limit) {
    return new PageRequest(limit, 0, Optional.empty(), false, Optional.empty(), false);
  }
}
