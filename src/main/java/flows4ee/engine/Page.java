package flows4ee.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a list.
 *
 * @param hasMore whether rows follow
 * @param total number of all rows, when asked for
 * @param next position of the last row, for {@link PageRequest#after()}; present when rows follow
 */
public record Page<T>(
    List<T> items, boolean hasMore, OptionalLong total, Optional<PageRequest.Cursor> next) {

  /** A page of a list that is not read on from a position. */
  public Page(List<T> items, boolean hasMore, OptionalLong total) {
    this(items, hasMore, total, Optional.empty());
  }

  /** A list that is complete on this page. */
  public static <T> Page<T> complete(List<T> items) {
    return new Page<>(items, false, OptionalLong.of(items.size()), Optional.empty());
  }
}
