package flows4ee.engine.expression;

/** An interval of years and months, counted in months. */
record Months(long count) {

  /** Oracle's text form, such as {@code +01-02}. */
  String text() {
    long absolute = Math.abs(count);
    String sign = count < 0 ? "-" : "+";
    return sign + twoDigits(absolute / 12) + "-" + twoDigits(absolute % 12);
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
