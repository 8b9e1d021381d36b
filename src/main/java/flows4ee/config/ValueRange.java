package flows4ee.config;

import flows4ee.json.JsonException;
import flows4ee.json.JsonReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a run-time key accepts.
 *
 * @param description in words, for the guide and for messages
 * @param test whether a text is acceptable
 */
public record ValueRange(String description, Predicate<String> test) {

  static ValueRange flag() {
    return oneOf("true", "false");
  }

  static ValueRange oneOf(String... values) {
    return new ValueRange("one of " + String.join(", ", values), Arrays.asList(values)::contains);
  }

  static ValueRange integer(long least, long most) {
    return new ValueRange(
        least + " to " + most,
        text ->
            text.matches("[0-9]{1,12}")
                && Long.parseLong(text) >= least
                && Long.parseLong(text) <= most);
  }

  static ValueRange days() {
    return integer(0, 36_500);
  }

  static ValueRange text(int most) {
    return new ValueRange("at most " + most + " characters", text -> text.length() <= most);
  }

  static ValueRange json() {
    return new ValueRange("a JSON document, or empty", text -> text.isEmpty() || isJson(text));
  }

  static ValueRange url() {
    return new ValueRange("an http or https URL, or empty", text -> text.isEmpty() || isUrl(text));
  }

  static ValueRange origins() {
    return new ValueRange(
        "origins such as https://app.example.com, separated by commas",
        text -> items(text).stream().allMatch(ValueRange::isOrigin));
  }

  /** The items of a list separated by commas. */
  static List<String> items(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static boolean isJson(String text) {
    try {
      JsonReader.parse(text);
      return true;
    } catch (JsonException e) {
      return false;
    }
  }

  private static boolean isOrigin(String text) {
    return isUrl(text) && text.matches("https?://[^/]+");
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return isWeb && uri.getHost() != null && uri.getRawQuery() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
