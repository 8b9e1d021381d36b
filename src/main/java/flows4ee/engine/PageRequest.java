package flows4ee.engine;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit at least 1
 * @param offset rows to skip; 0 with a cursor
 * @param order column of the item, such as {@code name} or {@code prcs_id}
 * @param after last row of the page before, as the values of its order column and id
 */
public record PageRequest(
    int limit,
    long offset,
    Optional<String> order,
    boolean isDescending,
    Optional<Cursor> after,
    boolean isTotalWanted) {

  /** Position of a row in an ordered list; the value is its text form or null. */
  public record Cursor(String value, long id) {}

  /** The first rows in order of id. */
  public static PageRequest first(int limit) {
    return new PageRequest(limit, 0, Optional.empty(), false, Optional.empty(), false);
  }
}
