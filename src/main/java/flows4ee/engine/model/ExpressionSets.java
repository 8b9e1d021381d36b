package flows4ee.engine.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The variable expressions of one element by set, each list in ascending sequence. */
public record ExpressionSets(Map<ExpressionSet, List<VariableExpression>> bySet) {

  public static final ExpressionSets NONE = new ExpressionSets(Map.of());

  public ExpressionSets {
    var copy = new EnumMap<ExpressionSet, List<VariableExpression>>(ExpressionSet.class);
    bySet.forEach((set, expressions) -> copy.put(set, List.copyOf(expressions)));
    bySet = Collections.unmodifiableMap(copy);
  }

  /** The expressions of a set; empty when the element has none. */
  public List<VariableExpression> of(ExpressionSet set) {
    return bySet.getOrDefault(set, List.of());
  }
}
