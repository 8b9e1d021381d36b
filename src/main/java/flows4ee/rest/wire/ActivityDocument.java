package flows4ee.rest.wire;

import flows4ee.engine.ActivityView;
import flows4ee.json.JsonWriter;
import java.util.List;

/**
 * The objects of an instance: {@code current, completed, error}. Each is a string that holds a JSON
 * array of BPMN ids, or null when empty; as arrays on demand.
 */
public final class ActivityDocument {

  private ActivityDocument() {}

  /**
   * Writes the item.
   *
   * @param isArrays real arrays instead of strings
   */
  public static void write(JsonWriter out, ActivityView activity, boolean isArrays) {
    out.beginObject();
    ids(out.name("current"), activity.current(), isArrays);
    ids(out.name("completed"), activity.completed(), isArrays);
    ids(out.name("error"), activity.error(), isArrays);
    out.endObject();
  }

  private static void ids(JsonWriter out, List<String> ids, boolean isArrays) {
    if (isArrays) {
      array(out, ids);
    } else if (ids.isEmpty()) {
      out.nullValue();
    } else {
      JsonWriter text = new JsonWriter();
      array(text, ids);
      out.value(text.toString());
    }
  }

  private static void array(JsonWriter out, List<String> ids) {
    out.beginArray();
    ids.forEach(out::value);
    out.endArray();
  }
}
