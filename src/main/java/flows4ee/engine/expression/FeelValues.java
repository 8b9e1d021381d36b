package flows4ee.engine.expression;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.variable.Decimals;
import flows4ee.json.JsonArray;
import flows4ee.json.JsonBoolean;
import flows4ee.json.JsonException;
import flows4ee.json.JsonNumber;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonString;
import flows4ee.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Variables as FEEL sees them, and FEEL's results as values of {@link Values}. */
final class FeelValues {

  private static final int CHARACTERS_PER_UNIT = 16;
  private static final int MAX_RESULT_VALUES = 50_000;

  private FeelValues() {}

  /** The values of those names that are known in the scope. */
  static Map<String, Object> variables(Set<String> names, ExpressionScope scope) {
    var variables = new HashMap<String, Object>();
    for (String name : names) {
      Binds.find(name, scope).ifPresent(value -> variables.put(name, toFeel(value)));
    }
    return variables;
  }

  private static Object toFeel(VariableValue value) {
    if (value.isNull()) {
      return null;
    }
    return value.type() == VariableType.JSON ? json(value.text()) : value.content();
  }

  private static Object json(String text) {
    try {
      return plain(JsonReader.parse(text));
    } catch (JsonException | ArithmeticException e) {
      throw new EvaluationException("a JSON variable cannot be read", e);
    }
  }

  private static Object plain(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.text();
    }
    if (value instanceof JsonNumber number) {
      return Decimals.bounded(number.decimal());
    }
    if (value instanceof JsonBoolean truth) {
      return truth.isTrue();
    }
    if (value instanceof JsonArray array) {
      var items = new ArrayList<Object>();
      array.elements().forEach(element -> items.add(plain(element)));
      return items;
    }
    if (value instanceof JsonObject object) {
      var members = new LinkedHashMap<String, Object>();
      object.members().forEach((name, member) -> members.put(name, plain(member)));
      return members;
    }
    return null;
  }

  /** A measure of the size of a variable: its values and, in units of 16, its characters. */
  static long weight(Object value) {
    if (value instanceof String text) {
      return text.length() / CHARACTERS_PER_UNIT + 1L;
    }
    if (value instanceof List<?> list) {
      return 1 + list.stream().mapToLong(FeelValues::weight).sum();
    }
    if (value instanceof Map<?, ?> map) {
      return 1 + map.values().stream().mapToLong(FeelValues::weight).sum();
    }
    return 1;
  }

  /**
   * The result of an evaluation.
   *
   * @throws EvaluationException when it has no counterpart or is too large
   */
  static Object result(Object result) {
    if (result instanceof scala.collection.Iterable<?> structure) {
      String json = toJson(structure, new int[1]).toJson();
      if (json.length() > Budget.MAX_TEXT) {
        throw new EvaluationException("the result is longer than " + Budget.MAX_TEXT);
      }
      return json;
    }
    if (result instanceof scala.math.BigDecimal number) {
      return Arithmetic.bounded(number.bigDecimal());
    }
    if (result instanceof Period period) {
      return new Months(period.toTotalMonths());
    }
    if (result instanceof LocalDate day) {
      return Arithmetic.inRange(day.atStartOfDay());
    }
    if (result instanceof LocalDateTime date) {
      return Arithmetic.inRange(date.withNano(0));
    }
    if (result instanceof ZonedDateTime timestamp) {
      return Arithmetic.inRange(timestamp);
    }
    if (result instanceof String text) {
      return limited(text);
    }
    if (result == null || result instanceof Boolean || result instanceof Duration) {
      return result;
    }
    if (result instanceof TemporalAccessor time) {
      return time.toString();
    }
    throw new EvaluationException("the result of the FEEL expression is no value");
  }

  private static String limited(String text) {
    if (text.length() > Budget.MAX_TEXT) {
      throw new EvaluationException("the result is longer than " + Budget.MAX_TEXT);
    }
    return Values.text(text);
  }

  private static JsonValue toJson(Object value, int[] count) {
    if (++count[0] > MAX_RESULT_VALUES) {
      throw new EvaluationException("the result has more than " + MAX_RESULT_VALUES + " values");
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      var members = new LinkedHashMap<String, JsonValue>();
      for (Object entry : list(map)) {
        var pair = (scala.Tuple2<?, ?>) entry;
        members.put(String.valueOf(pair._1()), toJson(pair._2(), count));
      }
      return new JsonObject(members);
    }
    if (value instanceof scala.collection.Iterable<?> items) {
      return new JsonArray(list(items).stream().map(item -> toJson(item, count)).toList());
    }
    Object scalar = result(value);
    if (scalar instanceof BigDecimal number) {
      return new JsonNumber(Decimals.text(number));
    }
    return scalar instanceof Boolean truth
        ? JsonValue.of(truth.booleanValue())
        : JsonValue.of(Values.text(scalar));
  }

  /** The items of a Scala collection. */
  static List<Object> list(scala.collection.Iterable<?> items) {
    var list = new ArrayList<Object>();
    var iterator = items.iterator();
    while (iterator.hasNext()) {
      list.add(iterator.next());
    }
    return list;
  }

  /** The components of a Scala collection or case class. */
  static List<Object> parts(Object value) {
    if (value instanceof scala.collection.Iterable<?> items) {
      return list(items);
    }
    var parts = new ArrayList<Object>();
    if (value instanceof scala.Product product) {
      var iterator = product.productIterator();
      while (iterator.hasNext()) {
        parts.add(iterator.next());
      }
    }
    return parts;
  }
}
