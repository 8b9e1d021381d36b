package flows4ee.rest.guard;

import flows4ee.json.JsonArray;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import flows4ee.rest.wire.ErrorEntry;
import java.util.ArrayList;
import java.util.List;

/** What a refusal repeats of the request, and with it the payload of the closing log row. */
sealed interface Echo {

  /** Nothing was read; only what is wrong with the query is told. */
  Echo NONE = new Item(JsonObject.EMPTY, false);

  /** The members of the answer after {@code message}. */
  JsonObject toJson(RefusedException refused);

  /** The payload that a success leaves in the log. */
  JsonValue payload();

  /** A body that was accepted but is never repeated. */
  record Silent(JsonValue payload) implements Echo {

    @Override
    public JsonObject toJson(RefusedException refused) {
      return JsonObject.EMPTY;
    }
  }

  /**
   * {@code item}: one object, with the operation's marker.
   *
   * @param isShown whether it is repeated even if nothing is wrong with it
   */
  record Item(JsonObject payload, boolean isShown) implements Echo {

    Item(JsonObject payload) {
      this(payload, true);
    }

    @Override
    public JsonObject toJson(RefusedException refused) {
      if (!isShown && refused.errors().isEmpty()) {
        return JsonObject.EMPTY;
      }
      JsonObject item = withVariableErrors(refused);
      for (var member : refused.extra().entrySet()) {
        item = item.with(member.getKey(), member.getValue());
      }
      if (!refused.errors().isEmpty()) {
        item = item.with("errors", new JsonArray(refused.errors()));
      }
      return JsonObject.EMPTY.with("item", item);
    }

    /** Errors of elements belong to the variables that come with the object. */
    private JsonObject withVariableErrors(RefusedException refused) {
      boolean isBatch = payload.members().get("process_vars") instanceof JsonArray;
      return isBatch && !refused.elementErrors().isEmpty()
          ? payload.with(
              "process_vars", failed((JsonArray) payload.members().get("process_vars"), refused))
          : payload;
    }
  }

  /** {@code items}: a batch. */
  record Items(JsonArray payload) implements Echo {

    @Override
    public JsonObject toJson(RefusedException refused) {
      return JsonObject.EMPTY.with("items", failed(payload, refused));
    }
  }

  /** The elements of a batch, with {@code errors} at those that failed. */
  private static JsonArray failed(JsonArray batch, RefusedException refused) {
    List<JsonValue> items = new ArrayList<>(batch.elements());
    refused
        .elementErrors()
        .forEach(
            (index, errors) -> {
              JsonObject item = (JsonObject) items.get(index);
              items.set(index, item.with("errors", ErrorEntry.toJson(errors)));
            });
    return new JsonArray(items);
  }

  /** {@code payload}: text that is not JSON. */
  record Unread(String content) implements Echo {

    @Override
    public JsonObject payload() {
      return JsonObject.EMPTY.with("content", JsonValue.of(content));
    }

    @Override
    public JsonObject toJson(RefusedException refused) {
      return JsonObject.EMPTY.with("payload", payload());
    }
  }
}
