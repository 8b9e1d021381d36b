package flows4ee.engine.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Functions of numbers; NULL in, NULL out. */
final class NumberFunctions {

  private static final int MAX_SCALE = 130;

  private NumberFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("ABS", 1, 1, a -> ofNumber(a[0], BigDecimal::abs)),
        Function.of("CEIL", 1, 1, a -> ofNumber(a[0], n -> whole(n, RoundingMode.CEILING))),
        Function.of("FLOOR", 1, 1, a -> ofNumber(a[0], n -> whole(n, RoundingMode.FLOOR))),
        Function.of("SIGN", 1, 1, a -> ofNumber(a[0], n -> BigDecimal.valueOf(n.signum()))),
        Function.of("MOD", 2, 2, a -> mod(Values.number(a[0]), Values.number(a[1]))),
        Function.strict("TO_NUMBER", 1, 2, NumberFunctions::toNumber));
  }

  private interface Operation {
    BigDecimal of(BigDecimal number);
  }

  private static Object ofNumber(Object value, Operation operation) {
    var number = Values.number(value);
    return number == null ? null : operation.of(number);
  }

  private static BigDecimal whole(BigDecimal number, RoundingMode mode) {
    return number.scale() <= 0 ? number : number.setScale(0, mode);
  }

  private static Object mod(BigDecimal number, BigDecimal divisor) {
    if (number == null || divisor == null) {
      return null;
    }
    return divisor.signum() == 0 ? number : Arithmetic.bounded(number.remainder(divisor));
  }

  private static Object toNumber(Object[] arguments) {
    if (arguments[1] == null) {
      return Values.number(arguments[0]);
    }
    return NumberMask.of(Values.text(arguments[1])).parse(Values.text(arguments[0]));
  }

  /**
   * Rounds a number.
   *
   * @param places digits after the point, negative before it
   */
  static BigDecimal rounded(BigDecimal number, Object places, RoundingMode mode) {
    int scale = places == null ? 0 : Values.integer(places);
    if (scale >= number.scale() || scale > MAX_SCALE) {
      return number;
    }
    return scale < -MAX_SCALE
        ? BigDecimal.ZERO
        : Arithmetic.bounded(number.setScale(scale, mode)).stripTrailingZeros();
  }
}
