package flows4ee.engine.expression;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.model.Iteration.InputCollection;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.QueryFailedException;
import flows4ee.engine.variable.VariableFormats;
import flows4ee.engine.variable.VariablesJson;
import flows4ee.json.JsonArray;
import flows4ee.json.JsonException;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** Reads the input collection of a multi-instance activity. */
public final class IterationInput {

  private final Evaluator evaluator;
  private final IntSupplier limit;

  /**
   * @param limit most items of one collection, asked at each use
   */
  public IterationInput(Evaluator evaluator, IntSupplier limit) {
    this.evaluator = evaluator;
    this.limit = limit;
  }

  /**
   * The variables of each round, in order; empty when the collection is empty or NULL.
   *
   * @param objectId the iterated object, named in errors
   * @throws StepFailedException with {@code iteration-collection} when the input cannot be read,
   *     {@code iteration-limit} when it has too many items
   */
  public List<Map<String, VariableValue>> rounds(
      String objectId, InputCollection input, ExpressionScope scope) {
    List<Map<String, VariableValue>> rounds;
    try {
      rounds = read(objectId, input, scope);
      rounds.forEach(round -> round.keySet().forEach(IterationInput::checkName));
    } catch (EvaluationException e) {
      throw unreadable(e, objectId, e.detail());
    } catch (QueryFailedException | JsonException | ArithmeticException e) {
      throw unreadable(e, objectId, e.getMessage());
    }
    checkCount(objectId, rounds.size());
    return rounds;
  }

  private static StepFailedException unreadable(
      RuntimeException cause, String objectId, String detail) {
    return new StepFailedException(cause, EngineMessage.ITERATION_COLLECTION, objectId, detail);
  }

  private void checkCount(String objectId, int count) {
    if (count > limit.getAsInt()) {
      throw new StepFailedException(EngineMessage.ITERATION_LIMIT, objectId, limit.getAsInt());
    }
  }

  private static void checkName(String name) {
    if (name.isEmpty() || name.length() > VariableFormats.MAX_NAME) {
      throw new EvaluationException("the name of a variable is empty or too long");
    }
  }

  private List<Map<String, VariableValue>> read(
      String objectId, InputCollection input, ExpressionScope scope) {
    return switch (input.type()) {
      case PROCESS_VARIABLE_LIST -> ofList(objectId, input, scope);
      case PROCESS_VARIABLE_ARRAY -> ofArray(objectId, input, scope);
      case SQL_QUERY_ARRAY ->
          input.expression().isBlank() ? List.of() : evaluator.query(input.expression(), scope);
      default -> throw new EvaluationException("the type of the collection is not known");
    };
  }

  private List<Map<String, VariableValue>> ofList(
      String objectId, InputCollection input, ExpressionScope scope) {
    String name =
        input
            .insideVariable()
            .map(String::strip)
            .filter(given -> !given.isEmpty())
            .orElseThrow(() -> new EvaluationException("the list has no inside variable"));
    var list = variable(input, scope);
    if (list.isNull()) {
      return List.of();
    }
    if (list.type() != VariableType.VARCHAR2 && list.type() != VariableType.CLOB) {
      throw new EvaluationException("the variable of the list is no text");
    }
    checkCount(objectId, (int) list.text().chars().filter(c -> c == ':').count() + 1);
    var rounds = new ArrayList<Map<String, VariableValue>>();
    for (String item : list.text().split(":", -1)) {
      rounds.add(Map.of(name, VariableValue.text(item)));
    }
    return rounds;
  }

  private List<Map<String, VariableValue>> ofArray(
      String objectId, InputCollection input, ExpressionScope scope) {
    var array = variable(input, scope);
    if (array.isNull()) {
      return List.of();
    }
    if (array.type() != VariableType.JSON
        || !(JsonReader.parse(array.text()) instanceof JsonArray elements)) {
      throw new EvaluationException("the variable of the array is no JSON array");
    }
    checkCount(objectId, elements.elements().size());
    return elements.elements().stream().map(IterationInput::round).toList();
  }

  private static Map<String, VariableValue> round(JsonValue element) {
    if (element instanceof JsonObject object) {
      return VariablesJson.toVariables(object);
    }
    throw new EvaluationException("an element of the array is no object");
  }

  private static VariableValue variable(InputCollection input, ExpressionScope scope) {
    return Binds.find(input.expression().strip(), scope)
        .orElse(new VariableValue(VariableType.VARCHAR2, null));
  }
}
