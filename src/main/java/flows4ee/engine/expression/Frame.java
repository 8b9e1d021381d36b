package flows4ee.engine.expression;

import flows4ee.engine.model.VariableValue;
import java.util.function.Function;

/** One evaluation: its scope, its budget, its local variables. Not shared between threads. */
final class Frame {

  /** How names of variables are read. */
  enum Access {
    /** Binds have the type of their variable. */
    TYPED,
    /** Binds are texts, as in the conditions of sequence flows. */
    TEXT,
    /** Binds have the type of their variable and variables may be set, as in scripts. */
    SCRIPT,
    /** Variables may be set, but there are no binds. */
    SCRIPT_WITHOUT_BINDS
  }

  private final ExpressionScope scope;
  private final Access access;
  private final Object[] locals;
  private final Budget budget = new Budget();
  private Object result;

  Frame(ExpressionScope scope, Access access, int localCount) {
    this.scope = scope;
    this.access = access;
    this.locals = new Object[localCount];
  }

  ExpressionScope scope() {
    return scope;
  }

  Budget budget() {
    return budget;
  }

  boolean mayWrite() {
    return access == Access.SCRIPT || access == Access.SCRIPT_WITHOUT_BINDS;
  }

  Object value(Node node) {
    budget.countNode();
    return node.evaluate(this);
  }

  String text(Node node) {
    return Values.text(value(node));
  }

  Boolean truth(Node node) {
    return Values.truth(value(node));
  }

  /** Whether a condition is true, neither false nor unknown. */
  boolean holds(Node condition) {
    return Boolean.TRUE.equals(truth(condition));
  }

  /** The value of {@code :F4A$name}; a missing variable is NULL. */
  Object bind(String name) {
    if (access == Access.SCRIPT_WITHOUT_BINDS) {
      throw new EvaluationException("binds are not available in a script without engine binding");
    }
    Function<VariableValue, Object> form =
        access == Access.TEXT ? Frame::boundText : VariableValue::content;
    return Binds.find(name, scope).map(form).orElse(null);
  }

  private static Object boundText(VariableValue value) {
    return value.isNull() ? null : Binds.text(value);
  }

  Object local(int slot) {
    return locals[slot];
  }

  void setLocal(int slot, Object value) {
    locals[slot] = value;
  }

  Object result() {
    return result;
  }

  void setResult(Object value) {
    result = value;
  }
}
