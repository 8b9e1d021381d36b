package flows4ee.engine.expression;

import flows4ee.engine.variable.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Nodes without operators: constants, names, cases, calls. */
final class Terms {

  private Terms() {}

  /** A constant; the value is immutable. */
  record Constant(Object value) implements Node {

    static final Constant NULL = new Constant(null);

    @Override
    public Object evaluate(Frame frame) {
      return value;
    }
  }

  /** A text constant with {@code &F4A$name.} in it: what is put in stays text. */
  record SubstitutedText(TextTemplate template) implements Node {

    @Override
    public Object evaluate(Frame frame) {
      String text = template.fill(name -> Binds.longText(name, frame.scope()));
      frame.budget().claimText(text.length());
      return Values.text(text);
    }
  }

  /**
   * {@code &F4A$name.} outside quotes: the text form of the variable must be a literal (a number, a
   * quoted text, {@code null}, {@code true}, {@code false}) and is that literal, nothing more.
   */
  record SubstitutedLiteral(String name) implements Node {

    @Override
    public Object evaluate(Frame frame) {
      String text =
          Binds.longText(name, frame.scope())
              .orElseThrow(() -> new EvaluationException("the variable " + name + " is not known"))
              .strip();
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "null" -> null;
        case "true" -> true;
        case "false" -> false;
        default -> isQuoted(text) ? unquoted(text) : number(text);
      };
    }

    private static boolean isQuoted(String text) {
      return text.length() > 1 && text.charAt(0) == '\'' && text.endsWith("'");
    }

    private String unquoted(String text) {
      String inner = text.substring(1, text.length() - 1);
      if (inner.replace("''", "").indexOf('\'') >= 0) {
        throw notLiteral();
      }
      return Values.text(inner.replace("''", "'"));
    }

    private BigDecimal number(String text) {
      return Decimals.parse(text).orElseThrow(this::notLiteral);
    }

    private EvaluationException notLiteral() {
      return new EvaluationException("the value of " + name + " outside quotes is not a literal");
    }
  }

  /** {@code :F4A$name}. */
  record Bind(String name) implements Node {

    @Override
    public Object evaluate(Frame frame) {
      return frame.bind(name);
    }
  }

  /** A local variable. */
  record Local(int slot) implements Node {

    @Override
    public Object evaluate(Frame frame) {
      return frame.local(slot);
    }
  }

  /** A branch of a case expression. */
  record When(Node test, Node result) {}

  /**
   * A case expression.
   *
   * @param selector null for the searched form
   */
  record Case(Node selector, List<When> whens, Node otherwise) implements Node {

    Case {
      whens = List.copyOf(whens);
    }

    @Override
    public Object evaluate(Frame frame) {
      Object selected = selector == null ? null : frame.value(selector);
      for (var when : whens) {
        if (isChosen(selector != null, selected, when.test(), frame)) {
          return frame.value(when.result());
        }
      }
      return frame.value(otherwise);
    }
  }

  /** Whether a branch of a case is taken: its condition holds or its value equals the selector. */
  static boolean isChosen(boolean isSimple, Object selected, Node test, Frame frame) {
    if (!isSimple) {
      return frame.holds(test);
    }
    var isEqual = Predicates.test(Predicates.Relation.EQUAL, selected, frame.value(test));
    return Boolean.TRUE.equals(isEqual);
  }

  /** A call of a function of the list. */
  record Call(Function function, List<Node> arguments) implements Node {

    Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Object evaluate(Frame frame) {
      return function.body().call(frame, arguments);
    }
  }

  /**
   * {@code json_value(document, path)}.
   *
   * @param type of the result, or null for text
   */
  record JsonValueAt(Node document, JsonPath path, DataType type, boolean isStrict)
      implements Node {

    @Override
    public Object evaluate(Frame frame) {
      String text = frame.text(document);
      Object found = text == null ? null : path.find(text, isStrict);
      return type == null ? found : type.convert(found);
    }
  }
}
