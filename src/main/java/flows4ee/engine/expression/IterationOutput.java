package flows4ee.engine.expression;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.variable.VariableFormats;
import flows4ee.engine.variable.VariablesJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the output collection of an iteration: a JSON array with one object per round.
 *
 * <p>The array is changed as text, because a thousand rounds would read it a thousand times.
 */
public final class IterationOutput {

  private static final String EMPTY = "[]";

  private IterationOutput() {}

  /** The names of a colon list such as {@code SKU:QTY}. */
  public static List<String> names(Optional<String> insideVariables) {
    return insideVariables.stream()
        .flatMap(list -> Arrays.stream(list.split(":")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /**
   * The array with the object of one round put at its place; places not filled yet hold null.
   *
   * @param array the array so far; empty, or anything but a JSON array, for none
   * @param loopCounter 1-based number of the round
   * @param values the variables copied out, by name
   * @throws EvaluationException when the array grows beyond 10 MiB
   */
  public static VariableValue with(
      Optional<VariableValue> array, int loopCounter, Map<String, VariableValue> values) {
    String text = array.map(IterationOutput::arrayText).orElse(EMPTY);
    String element = VariablesJson.toObject(values).toJson();
    String changed = new ArrayScan(text, loopCounter - 1).put(element);
    if (changed.length() > VariableFormats.MAX_TEXT) {
      throw new EvaluationException("the output collection is too large");
    }
    return VariableValue.json(changed);
  }

  private static String arrayText(VariableValue array) {
    boolean isJson = !array.isNull() && array.type() == VariableType.JSON;
    String text = isJson ? array.text().strip() : EMPTY;
    return text.startsWith("[") && text.endsWith("]") ? text : EMPTY;
  }

  /** Finds one element of a JSON array by counting commas outside strings and inner brackets. */
  private static final class ArrayScan {

    private final String text;
    private final int wanted;
    private int count;
    private int start = -1;
    private int end = -1;

    ArrayScan(String text, int wanted) {
      this.text = text;
      this.wanted = wanted;
      scan();
    }

    private void scan() {
      int depth = 0;
      int first = 1;
      for (int i = 1; i < text.length() - 1; i++) {
        char c = text.charAt(i);
        if (c == '"') {
          i = endOfString(i);
        } else if (c == '[' || c == '{') {
          depth++;
        } else if (c == ']' || c == '}') {
          depth--;
        } else if (c == ',' && depth == 0) {
          element(first, i);
          first = i + 1;
        }
      }
      if (!text.substring(first, text.length() - 1).isBlank()) {
        element(first, text.length() - 1);
      }
    }

    private void element(int from, int to) {
      if (count++ == wanted) {
        start = from;
        end = to;
      }
    }

    private int endOfString(int opening) {
      int i = opening + 1;
      while (i < text.length() && text.charAt(i) != '"') {
        i += text.charAt(i) == '\\' ? 2 : 1;
      }
      return i;
    }

    String put(String element) {
      if (start >= 0) {
        return text.substring(0, start) + element + text.substring(end);
      }
      String separator = count == 0 ? "" : ",";
      String gap = "null,".repeat(wanted - count);
      return text.substring(0, text.length() - 1) + separator + gap + element + "]";
    }
  }
}
