package flows4ee.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Compares what examples and live values look like: keys and types, not what they say. */
final class Shape {

  private Shape() {}

  /**
   * Tells whether a live value has the shape of an example. Null and an empty list fit all.
   *
   * @param isOpen whether the live value may have keys that the example does not show
   */
  static boolean isAlike(JsonNode example, JsonNode live, boolean isOpen) {
    if (example.isNull() || live.isNull()) {
      return true;
    }
    if (!example.getNodeType().equals(live.getNodeType())) {
      return false;
    }
    return example.isArray()
        ? hasElementsAlike(example, live, isOpen)
        : hasMembersAlike(example, live, isOpen);
  }

  private static boolean hasElementsAlike(JsonNode example, JsonNode live, boolean isOpen) {
    return example.isEmpty()
        || live.isEmpty()
        || example
            .valueStream()
            .allMatch(
                shown -> live.valueStream().anyMatch(element -> isAlike(shown, element, isOpen)));
  }

  private static boolean hasMembersAlike(JsonNode example, JsonNode live, boolean isOpen) {
    var shown = keys(example);
    var there = keys(live);
    return (isOpen ? there.containsAll(shown) : there.equals(shown))
        && shown.stream().allMatch(key -> isAlike(example.get(key), live.get(key), isOpen));
  }

  private static Set<String> keys(JsonNode node) {
    var keys = new TreeSet<String>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
