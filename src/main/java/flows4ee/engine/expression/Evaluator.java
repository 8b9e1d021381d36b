package flows4ee.engine.expression;

import java.util.Objects;

/**
 * Compiles the program texts of diagrams and evaluates them. One instance serves the whole engine;
 * it keeps the compiled forms of recent texts and is safe for many threads.
 */
public final class Evaluator {

  private final SqlQueries queries;

  public Evaluator(SqlQueries queries) {
    this.queries = Objects.requireNonNull(queries, "queries");
  }

  SqlQueries queries() {
    return queries;
  }
}
