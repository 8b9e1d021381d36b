package flows4ee.engine;

import java.util.List;
import java.util.OptionalLong;

/**
 * One page of a list.
 *
 * @param total number of all rows, when asked for
 */
public record Page<T>(List<T> items, boolean hasMore, OptionalLong total) {}
