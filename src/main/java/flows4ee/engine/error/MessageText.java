package flows4ee.engine.error;

/** Fills the placeholders {@code %0} to {@code %9} of a message text in one pass. */
final class MessageText {

  private MessageText() {}

  static String fill(String template, Object... arguments) {
    var text = new StringBuilder(template.length() + 32);
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '%' && i + 1 < template.length() && Character.isDigit(template.charAt(i + 1))) {
        int index = template.charAt(++i) - '0';
        text.append(index < arguments.length && arguments[index] != null ? arguments[index] : "");
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
