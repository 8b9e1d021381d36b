package flows4ee.engine.expression;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.QueriedFile;
import flows4ee.engine.state.QueryFailedException;
import flows4ee.engine.state.SqlQueries;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Hands queries on real tables to the port, with their binds. */
public final class TableQuery {

  private static final String BIND = ":F4A$";

  private final SqlQueries queries;

  public TableQuery(SqlQueries queries) {
    this.queries = queries;
  }

  /**
   * Runs a query.
   *
   * @throws QueryFailedException when it is refused or fails
   */
  List<Map<String, VariableValue>> rows(String text, ExpressionScope scope) {
    String sql = sql(text, scope);
    return queries.query(sql, binds(sql, scope));
  }

  /**
   * Runs a query for files: name, media type, content.
   *
   * @throws QueryFailedException when it is refused or fails
   */
  public List<QueriedFile> files(String text, ExpressionScope scope) {
    String sql = sql(text, scope);
    return queries.files(sql, binds(sql, scope));
  }

  private String sql(String text, ExpressionScope scope) {
    if (text.length() > Budget.MAX_PROGRAM) {
      throw new QueryFailedException(
          "The query is longer than " + Budget.MAX_PROGRAM + " characters.");
    }
    return withoutEnd(substituted(text, scope));
  }

  private String substituted(String text, ExpressionScope scope) {
    if (TextTemplate.of(text, TextTemplate.F4A).isPlain()) {
      return text;
    }
    if (!queries.allowsSubstitution()) {
      throw new QueryFailedException("Substitution in the text of a query is not allowed.");
    }
    return Substitution.inShortText(text, scope);
  }

  /** A semicolon at the end is no part of the query. */
  private static String withoutEnd(String text) {
    String sql = text.strip();
    while (sql.endsWith(";")) {
      sql = sql.substring(0, sql.length() - 1).strip();
    }
    return sql;
  }

  /** The values of the binds of a query by upper-case name; a missing variable is NULL. */
  private static Map<String, VariableValue> binds(String sql, ExpressionScope scope) {
    String upper = sql.toUpperCase(Locale.ROOT);
    var binds = new HashMap<String, VariableValue>();
    for (int at = upper.indexOf(BIND); at >= 0; at = upper.indexOf(BIND, at + 1)) {
      int end = at + BIND.length();
      while (end < upper.length() && isNameCharacter(upper.charAt(end))) {
        end++;
      }
      String name = upper.substring(at + BIND.length(), end);
      binds.put(
          name, Binds.find(name, scope).orElse(new VariableValue(VariableType.VARCHAR2, null)));
    }
    return binds;
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == ':';
  }
}
