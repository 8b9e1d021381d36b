package flows4ee.engine.expression;

import flows4ee.engine.expression.Statements.Statement;
import java.util.List;

/** A compiled text; immutable and shared between threads. */
interface Program {

  /** An expression. */
  record Expression(Node node) implements Program {

    Object evaluate(Frame frame) {
      return frame.value(node);
    }
  }

  /** A function body or script with its local variables. */
  record Body(Statement statement, int localCount) implements Program {

    /**
     * Runs a function body.
     *
     * @throws EvaluationException when it ends without a return
     */
    Object evaluate(Frame frame) {
      if (!statement.run(frame)) {
        throw new EvaluationException("the function body ended without return");
      }
      return frame.result();
    }
  }

  /** A query on dual, one select per member. */
  record Query(List<Select> selects, List<Boolean> isUnionAll) implements Program {

    public Query {
      selects = List.copyOf(selects);
      isUnionAll = List.copyOf(isUnionAll);
    }
  }

  /**
   * One select of a query.
   *
   * @param names of the columns
   * @param condition of WHERE, true when there is none
   */
  record Select(List<String> names, List<Node> columns, Node condition) {

    public Select {
      names = List.copyOf(names);
      columns = List.copyOf(columns);
    }
  }
}
