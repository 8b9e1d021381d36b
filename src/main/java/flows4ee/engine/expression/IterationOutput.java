package flows4ee.engine.expression;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.variable.VariablesJson;
import flows4ee.json.JsonArray;
import flows4ee.json.JsonException;
import flows4ee.json.JsonNull;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the output collection of an iteration: a JSON array with one object per round. */
public final class IterationOutput {

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
   * @throws EvaluationException when the array is too large to be read again
   */
  public static VariableValue with(
      Optional<VariableValue> array, int loopCounter, Map<String, VariableValue> values) {
    var elements = new ArrayList<>(array.map(IterationOutput::elements).orElse(List.of()));
    while (elements.size() < loopCounter) {
      elements.add(JsonNull.NULL);
    }
    elements.set(loopCounter - 1, VariablesJson.toObject(values));
    return VariableValue.json(new JsonArray(elements).toJson());
  }

  private static List<JsonValue> elements(VariableValue array) {
    if (array.isNull() || array.type() != VariableType.JSON) {
      return List.of();
    }
    try {
      return JsonReader.parse(array.text()) instanceof JsonArray found
          ? found.elements()
          : List.of();
    } catch (JsonException e) {
      throw new EvaluationException("the output collection is too large", e);
    }
  }
}
