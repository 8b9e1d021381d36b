package flows4ee.engine.expression;

import java.util.List;

/** Statements of compiled bodies and scripts; immutable. */
final class Statements {

  private Statements() {}

  /** A statement. */
  interface Statement {

    /** Runs it; true when it returned from the body, with the result in the frame. */
    boolean run(Frame frame);
  }

  /** Statements one after another. */
  record Sequence(List<Statement> statements) implements Statement {

    Sequence {
      statements = List.copyOf(statements);
    }

    @Override
    public boolean run(Frame frame) {
      for (var statement : statements) {
        frame.budget().countNode();
        if (statement.run(frame)) {
          return true;
        }
      }
      return false;
    }
  }

  /** {@code name := value}, also the first value of a declaration. */
  record Assignment(int slot, DataType type, Node value) implements Statement {

    @Override
    public boolean run(Frame frame) {
      frame.setLocal(slot, type.convert(frame.value(value)));
      return false;
    }
  }

  /** A branch with its statements. */
  record Branch(Node test, Statement statements) {}

  /**
   * {@code if} and {@code case}.
   *
   * @param selector of a simple case, else null
   * @param otherwise the statements without a branch, or null when a case has none
   */
  record Choice(Node selector, List<Branch> branches, Statement otherwise) implements Statement {

    Choice {
      branches = List.copyOf(branches);
    }

    @Override
    public boolean run(Frame frame) {
      Object selected = selector == null ? null : frame.value(selector);
      for (var branch : branches) {
        if (Terms.isChosen(selector != null, selected, branch.test(), frame)) {
          return branch.statements().run(frame);
        }
      }
      if (otherwise == null) {
        throw new EvaluationException("no branch of a case statement fits");
      }
      return otherwise.run(frame);
    }
  }

  /** {@code return value}. */
  record Return(Node value) implements Statement {

    @Override
    public boolean run(Frame frame) {
      frame.setResult(frame.value(value));
      return true;
    }
  }

  /** A call for its effect. */
  record Procedure(Node call) implements Statement {

    @Override
    public boolean run(Frame frame) {
      frame.value(call);
      return false;
    }
  }

  /** The exceptions that a program can raise. */
  enum Raised {
    BPMN_ERROR,
    STOP_ENGINE,
    SCRIPT_FAILED
  }

  /** {@code raise name}. */
  record Raise(Raised raised) implements Statement {

    @Override
    public boolean run(Frame frame) {
      throw switch (raised) {
        case BPMN_ERROR -> new BpmnErrorRaised();
        case STOP_ENGINE -> new StopEngineRequested();
        case SCRIPT_FAILED -> new EvaluationException("the script raised its own failure");
      };
    }
  }
}
