package flows4ee.engine.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/** Functions of values of any type. */
final class GeneralFunctions {

  private static final int MANY = 255;

  private GeneralFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.strict("TO_CHAR", 1, 2, GeneralFunctions::toChar),
        Function.of("TO_CLOB", 1, 1, a -> Values.text(a[0])),
        Function.of("NVL", 2, 2, a -> a[0] == null ? a[1] : a[0]),
        Function.of("NULLIF", 2, 2, a -> isEqual(a[0], a[1]) ? null : a[0]),
        Function.strict("ROUND", 1, 2, a -> rounded(a, RoundingMode.HALF_UP)),
        Function.strict("TRUNC", 1, 2, a -> rounded(a, RoundingMode.DOWN)),
        new Function("NVL2", List.of(), 3, 3, GeneralFunctions::nvl2),
        new Function("COALESCE", List.of(), 1, MANY, GeneralFunctions::coalesce),
        new Function("DECODE", List.of(), 3, MANY, GeneralFunctions::decode),
        new Function("GREATEST", List.of(), 1, MANY, (frame, nodes) -> extreme(frame, nodes, 1)),
        new Function("LEAST", List.of(), 1, MANY, (frame, nodes) -> extreme(frame, nodes, -1)),
        Function.of("RAISE_APPLICATION_ERROR", 2, 3, GeneralFunctions::raise));
  }

  private static Object toChar(Object[] arguments) {
    Object value = arguments[0];
    String mask = Values.text(arguments[1]);
    if (mask == null) {
      return Values.text(value);
    }
    if (value instanceof LocalDateTime || value instanceof ZonedDateTime) {
      return DateFunctions.format(value, DateFunctions.mask(mask));
    }
    return NumberMask.of(mask).format(Values.number(value));
  }

  private static boolean isEqual(Object left, Object right) {
    return left != null && right != null && Values.compare(left, right) == 0;
  }

  private static Object rounded(Object[] arguments, RoundingMode mode) {
    Object value = arguments[0];
    if (value instanceof LocalDateTime || value instanceof ZonedDateTime) {
      var date = Values.date(value);
      var unit = DateUnit.named(arguments[1]);
      return mode == RoundingMode.DOWN ? unit.truncated(date) : unit.rounded(date);
    }
    return NumberFunctions.rounded(Values.number(value), arguments[1], mode);
  }

  private static Object nvl2(Frame frame, List<Node> arguments) {
    boolean isNull = frame.value(arguments.get(0)) == null;
    return frame.value(arguments.get(isNull ? 2 : 1));
  }

  private static Object coalesce(Frame frame, List<Node> arguments) {
    for (var argument : arguments) {
      Object value = frame.value(argument);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /**
   * Compares with each search value in turn, as the type of the first one; NULL equals NULL here.
   * What it gives has the type of the first result.
   */
  private static Object decode(Frame frame, List<Node> arguments) {
    Object value = frame.value(arguments.get(0));
    Object sought = frame.value(arguments.get(1));
    var type = DataType.typeOf(sought);
    Object compared = type.convert(value);
    int i = 1;
    while (!isSame(compared, type.convert(sought))) {
      i += 2;
      if (i + 1 >= arguments.size()) {
        return i < arguments.size() ? result(frame, arguments, i) : null;
      }
      sought = frame.value(arguments.get(i));
    }
    return result(frame, arguments, i + 1);
  }

  private static boolean isSame(Object left, Object right) {
    return left == null && right == null || isEqual(left, right);
  }

  /** A result that is not the first is of its type, unless that one cannot be evaluated. */
  private static Object result(Frame frame, List<Node> arguments, int index) {
    Object result = frame.value(arguments.get(index));
    if (index == 2 || result == null) {
      return result;
    }
    DataType type;
    try {
      type = DataType.typeOf(frame.value(arguments.get(2)));
    } catch (EvaluationException e) {
      return result;
    }
    return type.convert(result);
  }

  /** Compares as the type of the first argument; NULL if one is NULL. */
  private static Object extreme(Frame frame, List<Node> arguments, int sign) {
    Object found = frame.value(arguments.get(0));
    var type = DataType.typeOf(found);
    for (var argument : arguments.subList(1, arguments.size())) {
      Object value = frame.value(argument);
      if (found == null || value == null) {
        return null;
      }
      Object converted = type.convert(value);
      found = Values.compare(converted, found) * sign > 0 ? converted : found;
    }
    return found;
  }

  private static Object raise(Object[] arguments) {
    BigDecimal code = Values.number(arguments[0]);
    throw new EvaluationException("the program raised error " + code);
  }
}
