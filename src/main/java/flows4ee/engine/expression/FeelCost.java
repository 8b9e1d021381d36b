package flows4ee.engine.expression;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/** Adds up an upper bound of the work of a FEEL expression from the sizes of its variables. */
final class FeelCost {

  private static final long MAX_COST = 1_000_000;

  private final Map<String, Object> variables;
  private final long largest;
  private long total;

  FeelCost(Map<String, Object> variables) {
    this.variables = variables;
    this.largest = variables.values().stream().mapToLong(FeelValues::weight).sum();
  }

  /**
   * Adds a node and what is below it.
   *
   * @param times how often it is evaluated
   * @param iterated names of loops around it
   * @throws EvaluationException when the sum goes beyond the bound
   */
  void add(Object node, long times, Set<String> iterated) {
    total += times;
    if (node instanceof Ref ref && !iterated.contains(ref.names().head())) {
      total += times * weight(ref);
    }
    if (total > MAX_COST || times > MAX_COST) {
      throw new EvaluationException("the FEEL expression could take too long");
    }
    if (node instanceof For loop) {
      addLoop(FeelValues.list(loop.iterators()), List.of(loop.exp()), times, iterated);
    } else if (node instanceof SomeItem loop) {
      addLoop(FeelValues.list(loop.iterators()), List.of(loop.condition()), times, iterated);
    } else if (node instanceof EveryItem loop) {
      addLoop(FeelValues.list(loop.iterators()), List.of(loop.condition()), times, iterated);
    } else if (node instanceof Filter filter) {
      add(filter.list(), times, iterated);
      long size = filter.filter() instanceof ConstNumber ? 1 : size(filter.list());
      var inner = new HashSet<>(iterated);
      inner.add("item");
      add(filter.filter(), times * size, inner);
    } else {
      checkNumber(node);
      FeelGuard.children(node).forEach(child -> add(child, times, iterated));
    }
  }

  private void addLoop(
      List<Object> iterators, List<Object> bodies, long times, Set<String> iterated) {
    long rounds = times;
    var inner = new HashSet<>(iterated);
    for (Object each : iterators) {
      var iterator = (scala.Tuple2<?, ?>) each;
      add(iterator._2(), rounds, inner);
      rounds = Math.min(rounds * size(iterator._2()), MAX_COST + 1);
      inner.add((String) iterator._1());
    }
    for (Object body : bodies) {
      add(body, rounds, inner);
    }
  }

  /** An upper bound of the number of items of a list. */
  private long size(Object list) {
    if (list instanceof IterationContext range) {
      return length(range);
    }
    if (list instanceof ConstList items) {
      return Math.max(1, FeelValues.list(items.items()).size());
    }
    return Math.max(1, largest);
  }

  private static long length(IterationContext range) {
    if (range.start() instanceof ConstNumber start && range.end() instanceof ConstNumber end) {
      var length = end.value().$minus(start.value()).abs();
      return length.$less(scala.math.BigDecimal.valueOf(MAX_COST))
          ? length.toLong() + 1
          : MAX_COST + 1;
    }
    throw new EvaluationException("the ends of a FEEL range to iterate must be numbers");
  }

  private long weight(Ref ref) {
    return FeelValues.weight(variables.get(ref.names().head()));
  }

  private void checkNumber(Object node) {
    if (node instanceof FunctionInvocation call && call.function().equals("number")) {
      for (Object argument : FeelGuard.children(call)) {
        if (argument instanceof Ref ref
            && !FeelGuard.isSmallNumber(variables.getOrDefault(ref.names().head(), "e999999"))) {
          throw new EvaluationException("the argument of number must be the text of a number");
        }
      }
    }
  }
}
