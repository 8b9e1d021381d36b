package flows4ee.engine.error;

import java.util.Locale;
import java.util.ResourceBundle;

/** Finds message texts and fills their placeholders {@code %0} to {@code %9} in one pass. */
final class MessageText {

  private static final String BUNDLE = "flows4ee.engine.error.messages";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private MessageText() {}

  /** The text of a key in a language, in English when there is none in that language. */
  static String template(String key, Locale language) {
    var loader = MessageText.class.getClassLoader();
    return ResourceBundle.getBundle(BUNDLE, language, loader, NO_FALLBACK).getString(key);
  }

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
