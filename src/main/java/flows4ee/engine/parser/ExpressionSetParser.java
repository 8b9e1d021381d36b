package flows4ee.engine.parser;

import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.ExpressionSets;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.VariableExpression;
import flows4ee.engine.model.VariableType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/**
 * Reads the sets of variable expressions of a flow node ({@code beforeTask}, {@code onEvent}...).
 */
final class ExpressionSetParser {

  private static final int VARIABLE_NAME_LENGTH = 50;
  private static final int EXPRESSION_LENGTH = 4000;

  private final Problems problems;
  private final NumberParser numbers;

  ExpressionSetParser(Problems problems) {
    this.problems = problems;
    this.numbers = new NumberParser(problems);
  }

  ExpressionSets parse(XmlElement node) {
    var extensions = Extensions.of(node);
    if (extensions.children().isEmpty()) {
      return ExpressionSets.NONE;
    }
    var sets = new EnumMap<ExpressionSet, List<VariableExpression>>(ExpressionSet.class);
    for (var set : ExpressionSet.values()) {
      extensions
          .apexChild(set.literal())
          .map(xml -> parseSet(node, xml))
          .filter(expressions -> !expressions.isEmpty())
          .ifPresent(expressions -> sets.put(set, expressions));
    }
    return sets.isEmpty() ? ExpressionSets.NONE : new ExpressionSets(sets);
  }

  /** Ascending by sequence; those without one come last, as written. */
  private List<VariableExpression> parseSet(XmlElement node, XmlElement set) {
    var expressions = new ArrayList<VariableExpression>();
    var unordered = new ArrayList<VariableExpression>();
    set.children(Namespaces.APEX, "processVariable")
        .forEach(
            xml -> {
              var sequence = sequence(node, xml);
              parseVariable(new Entry(node, set.name(), xml), sequence.orElse(BigDecimal.ZERO))
                  .ifPresent((sequence.isPresent() ? expressions : unordered)::add);
            });
    expressions.sort(Comparator.comparing(VariableExpression::sequence));
    appendUnordered(expressions, unordered);
    return expressions;
  }

  private static void appendUnordered(
      List<VariableExpression> expressions, List<VariableExpression> unordered) {
    for (var expression : unordered) {
      var next =
          expressions.isEmpty()
              ? BigDecimal.ZERO
              : expressions.get(expressions.size() - 1).sequence().add(BigDecimal.ONE);
      expressions.add(
          new VariableExpression(
              next,
              expression.variableName(),
              expression.variableType(),
              expression.type(),
              expression.expression()));
    }
  }

  private Optional<BigDecimal> sequence(XmlElement node, XmlElement xml) {
    return xml.apexWord("varSequence").flatMap(text -> numbers.decimal(text, node, "varSequence"));
  }

  private Optional<VariableExpression> parseVariable(Entry entry, BigDecimal sequence) {
    var name = entry.xml().apexWord("varName");
    if (name.isEmpty()) {
      problems.error(ProblemText.VARIABLE_NAME_MISSING, entry.node(), entry.set());
      return Optional.empty();
    }
    String text = entry.xml().apexText("varExpression").orElse("");
    checkLengths(entry, name.get(), text);
    var variableType = variableType(entry, name.get());
    var type = variableType.isPresent() ? type(entry, name.get()) : ExpressionType.UNKNOWN;
    return Optional.of(
        new VariableExpression(
            sequence, name.get(), variableType.orElse(VariableType.VARCHAR2), type, text));
  }

  private void checkLengths(Entry entry, String name, String text) {
    if (name.codePointCount(0, name.length()) > VARIABLE_NAME_LENGTH) {
      problems.error(ProblemText.VARIABLE_NAME_TOO_LONG, entry.node(), name, entry.set());
    }
    if (text.codePointCount(0, text.length()) > EXPRESSION_LENGTH) {
      problems.error(ProblemText.EXPRESSION_TOO_LONG, entry.node(), name, entry.set());
    }
  }

  /** Absent for a literal that is no type: such an expression must fail when it is evaluated. */
  private Optional<VariableType> variableType(Entry entry, String name) {
    String literal = entry.xml().apexWord("varDataType").orElse("VARCHAR2");
    var type = VariableType.of(literal);
    if (type.isEmpty()) {
      problems.warn(ProblemText.VARIABLE_TYPE, entry.node(), literal, name, entry.set());
    }
    return type;
  }

  private ExpressionType type(Entry entry, String name) {
    String literal = entry.xml().apexWord("varExpressionType").orElse("(none)");
    var type = ExpressionType.of(literal);
    if (type == ExpressionType.UNKNOWN) {
      problems.warn(ProblemText.EXPRESSION_TYPE, entry.node(), literal, name, entry.set());
    }
    return type;
  }

  /** One variable expression with the node and the set it belongs to. */
  private record Entry(XmlElement node, String set, XmlElement xml) {}
}
