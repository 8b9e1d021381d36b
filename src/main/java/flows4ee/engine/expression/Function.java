package flows4ee.engine.expression;

import java.util.Arrays;
import java.util.List;

/**
 * A function or procedure that programs may call.
 *
 * @param name in upper case, with its package
 * @param parameters names in upper case, for named notation; empty when only positions count
 * @param least fewest arguments
 * @param most most arguments
 */
record Function(String name, List<String> parameters, int least, int most, Body body) {

  Function {
    parameters = List.copyOf(parameters);
  }

  /** Stands for an argument that a call in named notation leaves out. */
  static final Node OMITTED = frame -> null;

  /** What a function does. */
  interface Body {
    Object call(Frame frame, List<Node> arguments);
  }

  /** What a function does with the values of its arguments. */
  interface Plain {
    Object call(Object[] arguments);
  }

  /** A function of values: its arguments are evaluated first; those left out are NULL. */
  static Function of(String name, int least, int most, Plain plain) {
    return new Function(
        name,
        List.of(),
        least,
        most,
        (frame, arguments) -> plain.call(values(frame, arguments, most)));
  }

  /** As {@link #of}, but NULL as soon as one of the arguments that are given is NULL. */
  static Function strict(String name, int least, int most, Plain plain) {
    return new Function(
        name,
        List.of(),
        least,
        most,
        (frame, arguments) -> {
          var values = values(frame, arguments, most);
          boolean isNull =
              Arrays.stream(values, 0, arguments.size()).anyMatch(value -> value == null);
          return isNull ? null : plain.call(values);
        });
  }

  static Object[] values(Frame frame, List<Node> arguments, int most) {
    var values = new Object[Math.max(arguments.size(), Math.min(most, 16))];
    for (int i = 0; i < arguments.size(); i++) {
      values[i] = frame.value(arguments.get(i));
    }
    return values;
  }
}
