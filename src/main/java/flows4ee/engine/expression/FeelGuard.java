package flows4ee.engine.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;

/**
 * Decides whether a FEEL expression may run: only functions whose work and result grow with their
 * arguments, no functions of the model, no context that builds on itself, and a bound on the work
 * of loops, computed from the sizes of the variables before anything runs.
 */
final class FeelGuard {

  private static final int MAX_TOKENS = 300;
  private static final int MAX_NESTING = 30;
  private static final int MAX_SCALE = 40;

  private static final Set<String> FUNCTIONS =
      Set.of(
          "abs",
          "all",
          "and",
          "any",
          "append",
          "ceiling",
          "concatenate",
          "contains",
          "count",
          "date",
          "date and time",
          "day of month",
          "day of week",
          "day of year",
          "duration",
          "ends with",
          "even",
          "flatten",
          "floor",
          "get entries",
          "get or else",
          "get value",
          "index of",
          "insert before",
          "is defined",
          "last day of month",
          "list contains",
          "lower case",
          "max",
          "mean",
          "min",
          "modulo",
          "month of year",
          "not",
          "now",
          "odd",
          "or",
          "remove",
          "reverse",
          "starts with",
          "string",
          "string length",
          "sublist",
          "substring",
          "substring after",
          "substring before",
          "sum",
          "time",
          "today",
          "trim",
          "upper case",
          "week of year",
          "years and months duration");
  private static final Set<String> SCALED_FUNCTIONS =
      Set.of("decimal", "round up", "round down", "round half up", "round half down");

  private final Exp root;
  private final Set<String> names = new HashSet<>();

  private FeelGuard(Exp root) {
    this.root = root;
  }

  /** Refuses a text that is too long, too deep or has too many parts, before it is parsed. */
  static void checkText(String text) {
    if (text.length() > Budget.MAX_EXPRESSION) {
      throw new EvaluationException(
          "the text is longer than " + Budget.MAX_EXPRESSION + " characters");
    }
    int tokens = 0;
    int depth = 0;
    boolean isQuoted = false;
    boolean isInWord = false;
    for (char c : text.toCharArray()) {
      isQuoted ^= c == '"';
      boolean isWordCharacter = Character.isLetterOrDigit(c) || c == '_' || isQuoted;
      boolean isNewToken = !Character.isWhitespace(c) && !(isWordCharacter && isInWord);
      tokens += isNewToken ? 1 : 0;
      depth += isQuoted ? 0 : "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      isInWord = isWordCharacter;
      if (tokens > MAX_TOKENS || depth > MAX_NESTING) {
        throw new EvaluationException("the FEEL expression has too many parts");
      }
    }
  }

  /**
   * Checks the form of an expression.
   *
   * @throws EvaluationException when it uses something that is not allowed
   */
  static FeelGuard of(Exp root) {
    var guard = new FeelGuard(root);
    guard.checkForm(root, Set.of());
    return guard;
  }

  /** The first parts of all names it refers to. */
  Set<String> names() {
    return Set.copyOf(names);
  }

  private void checkForm(Object node, Set<String> entries) {
    if (node instanceof FunctionDefinition
        || node instanceof JavaFunctionInvocation
        || node instanceof QualifiedFunctionInvocation
        || node instanceof Exponentiation) {
      throw new EvaluationException("functions of the model and powers are not allowed in FEEL");
    }
    if (node instanceof Ref ref) {
      checkName(ref.names().head(), entries);
    }
    if (node instanceof FunctionInvocation call) {
      checkCall(call);
    }
    if (node instanceof ConstContext context) {
      checkContext(context, entries);
    } else {
      children(node).forEach(child -> checkForm(child, entries));
    }
  }

  private void checkName(String name, Set<String> entries) {
    if (entries.contains(name) || name.equals("partial")) {
      throw new EvaluationException("a FEEL value cannot build on values made before it");
    }
    names.add(name);
  }

  private void checkContext(ConstContext context, Set<String> outer) {
    var entries = new HashSet<>(outer);
    for (Object child : FeelValues.list(context.entries())) {
      var entry = (scala.Tuple2<?, ?>) child;
      checkForm(entry._2(), Set.copyOf(entries));
      entries.add((String) entry._1());
    }
  }

  private void checkCall(FunctionInvocation call) {
    String name = call.function();
    var arguments = children(call);
    boolean isScaled =
        SCALED_FUNCTIONS.contains(name) && arguments.size() == 2 && isSmall(arguments.get(1));
    boolean isJoin =
        name.equals("string join")
            && arguments.stream().skip(1).allMatch(ConstString.class::isInstance);
    boolean isNumber = name.equals("number") && arguments.size() == 1 && isPlain(arguments.get(0));
    if (!FUNCTIONS.contains(name) && !isScaled && !isJoin && !isNumber) {
      throw new EvaluationException("the call of function " + name + " is not allowed in FEEL");
    }
  }

  private static boolean isSmall(Object argument) {
    return argument instanceof ConstNumber number
        && number.value().abs().intValue() <= MAX_SCALE
        && number.value().precision() < 10;
  }

  private static boolean isPlain(Object argument) {
    return argument instanceof ConstString text && isSmallNumber(text.value())
        || argument instanceof Ref ref && ref.names().size() == 1;
  }

  /** Whether a text, if it is a number, has no long exponent. */
  static boolean isSmallNumber(Object text) {
    int exponent = String.valueOf(text).toLowerCase(Locale.ROOT).lastIndexOf('e');
    return exponent < 0 || String.valueOf(text).length() - exponent < 6;
  }

  /**
   * Checks the work an evaluation with these variables can take.
   *
   * @throws EvaluationException when it could take too long
   */
  void check(Map<String, Object> variables) {
    new FeelCost(variables).add(root, 1, Set.of());
  }

  /** The parts of a node that are nodes, in their order. */
  static List<Object> children(Object node) {
    var children = new ArrayList<Object>();
    FeelValues.parts(node).forEach(part -> collect(part, children));
    return children;
  }

  private static void collect(Object part, List<Object> children) {
    if (part instanceof Exp) {
      children.add(part);
    } else if (part instanceof scala.collection.Iterable<?> || part instanceof scala.Product) {
      FeelValues.parts(part).forEach(inner -> collect(inner, children));
    }
  }
}
