package flows4ee.rest.wire;

import flows4ee.engine.VariableView;
import flows4ee.json.JsonWriter;

/** A process variable: {@code scope, name, type, value}; the value is text or null. */
public final class VariableDocument {

  private VariableDocument() {}

  /** Writes the item. */
  public static void write(JsonWriter out, VariableView variable) {
    out.beginObject().name("scope").value(variable.scope());
    out.name("name").value(variable.name());
    out.name("type").value(variable.value().type().literal());
    out.name("value").value(variable.value().text());
    out.endObject();
  }
}
