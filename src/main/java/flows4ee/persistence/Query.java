package flows4ee.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A query, its parameters in order, and what it makes of each row. */
record Query<T>(String sql, List<Object> parameters, SqlRows.Mapper<T> mapper) {

  /** What two queries found. */
  record Found<A, B>(List<A> first, List<B> second) {}

  List<T> find(Connection connection) throws SQLException {
    return SqlRows.all(connection, sql, parameters, mapper);
  }

  /** Runs this query and then another; on PostgreSQL in one round trip. */
  <B> Found<T, B> findWith(Query<B> other, Connection connection, Dialect dialect)
      throws SQLException {
    return dialect.sendsTogether()
        ? findTogether(other, connection)
        : new Found<>(find(connection), other.find(connection));
  }

  private <B> Found<T, B> findTogether(Query<B> other, Connection connection) throws SQLException {
    var all = new ArrayList<>(parameters);
    all.addAll(other.parameters);
    try (PreparedStatement statement = connection.prepareStatement(sql + "; " + other.sql)) {
      SqlRows.bind(statement, all);
      statement.execute();
      List<T> first = read(statement);
      statement.getMoreResults();
      return new Found<>(first, other.read(statement));
    }
  }

  private List<T> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      return SqlRows.read(rows, mapper);
    }
  }
}
