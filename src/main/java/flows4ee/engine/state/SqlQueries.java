package flows4ee.engine.state;

import flows4ee.engine.model.VariableValue;
import java.util.List;
import java.util.Map;

/**
 * Port to the restricted data source that answers queries of diagrams on real tables. It runs one
 * {@code select} read-only under a time and row limit, never on the engine's own connection.
 */
public interface SqlQueries {

  /** No data source is configured: every query is refused. */
  SqlQueries NONE = new NoSqlQueries();

  /**
   * Runs a query.
   *
   * @param sql text with binds written {@code :F4A$name}
   * @param binds value of each bind by its name without {@code :F4A$}, names in upper case
   * @return the rows in order; each row maps column names, as the database reports them, to values
   *     in column order
   * @throws QueryFailedException when the query is refused, fails or exceeds a limit
   */
  List<Map<String, VariableValue>> query(String sql, Map<String, VariableValue> binds);

  /**
   * Runs a query for files.
   *
   * @param sql text of a query of three columns: file name, media type, content; binds as in {@link
   *     #query}
   * @param binds as in {@link #query}
   * @return the files in the order of the rows, at most {@link QueriedFile#MOST_FILES} with {@link
   *     QueriedFile#MOST_BYTES} together
   * @throws QueryFailedException when the query is refused, fails, exceeds a limit or returns
   *     something else
   */
  List<QueriedFile> files(String sql, Map<String, VariableValue> binds);

  /** Whether {@code &F4A$name.} may be replaced in query text; binds are always possible. */
  default boolean allowsSubstitution() {
    return false;
  }
}
