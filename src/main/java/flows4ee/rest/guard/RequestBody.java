package flows4ee.rest.guard;

import flows4ee.json.JsonArray;
import flows4ee.json.JsonException;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonValue;
import flows4ee.json.TooLargeException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads the body of the call, once, after the role was checked: content type, size, JSON, shape, in
 * this order. An empty body equals <code>{}</code>. What was read is remembered for the echo of a
 * refusal and for the REST event log.
 */
@RequestScoped
public class RequestBody {

  @Inject Call call;
  @Inject CallLog log;
  @Inject RuntimeSettings settings;

  private Echo echo = Echo.NONE;
  private boolean isDiagram;
  private byte[] buffer;

  /**
   * One object, echoed as {@code item}.
   *
   * @param marker value of {@code status} that the echo carries; absent for none
   */
  public JsonObject object(Optional<String> marker) {
    JsonObject object = single(limit());
    echo = new Echo.Item(marker.map(name -> mark(object, name)).orElse(object));
    return object;
  }

  /** An object whose content does not count; the echo is the marker alone. */
  public void ignored(String marker) {
    single(limit());
    echo = new Echo.Item(mark(JsonObject.EMPTY, marker));
  }

  /** One object that a refusal does not repeat. */
  public JsonObject silentObject() {
    JsonObject object = single(limit());
    echo = new Echo.Silent(object);
    return object;
  }

  /** One object that may carry a diagram in {@code content}, which echo and log leave out. */
  public JsonObject diagram() {
    isDiagram = true;
    JsonObject object = single(settings.rest().limits().diagramBytes());
    echo = new Echo.Item(object.without("content"));
    return object;
  }

  /** Whether the body is a diagram as such. */
  public boolean isXml() {
    return MediaTypes.isXml(call.header("Content-Type").orElse(null));
  }

  /** The bytes of a diagram sent as such. */
  public byte[] xml() {
    refuseCompressed();
    byte[] bytes = bytes(stream(), settings.rest().limits().diagramBytes());
    echo = new Echo.Item(JsonObject.EMPTY);
    log.enter(JsonObject.EMPTY);
    return bytes;
  }

  /** One object, echoed as {@code items} of one. */
  public JsonObject singleItem() {
    JsonObject object = single(limit());
    echo = new Echo.Items(JsonArray.of(object));
    return object;
  }

  /** An object or an array of objects, echoed as {@code items}. */
  public List<JsonObject> batch() {
    JsonValue value = value(limit());
    JsonArray items = value instanceof JsonArray array ? array : JsonArray.of(accepted(value));
    requireBatch(items.elements().size());
    List<JsonObject> objects = items.elements().stream().map(RequestBody::accepted).toList();
    echo = new Echo.Items(items);
    return objects;
  }

  /** The elements of an array among the attributes, as many as a batch may have. */
  public List<JsonObject> batch(Attributes attributes, String name) {
    List<JsonObject> objects = attributes.objects(name);
    requireBatch(objects.size());
    return objects;
  }

  private void requireBatch(int size) {
    if (size > settings.rest().limits().batch()) {
      throw Refusal.TOO_LARGE.exception();
    }
  }

  /** The whole body, kept to be read afterwards; at most as long as a diagram may be. */
  byte[] buffer() {
    buffer = bytes(call.request().getEntityStream(), settings.rest().limits().diagramBytes());
    return buffer;
  }

  /** The elements read by {@link #batch} or {@link #singleItem}, as they came. */
  public JsonArray items() {
    return ((Echo.Items) echo).payload();
  }

  Echo echo() {
    return echo;
  }

  /** Changes what a refusal repeats from now on. */
  public void echoItem(JsonObject item) {
    echo = new Echo.Item(item);
  }

  private long limit() {
    return settings.rest().limits().bodyBytes();
  }

  private static JsonObject mark(JsonObject object, String marker) {
    return object.with("status", JsonValue.of(marker));
  }

  private JsonObject single(long limit) {
    JsonValue value = value(limit);
    if (value instanceof JsonArray) {
      throw Refusal.MULTIPLE_OBJECTS.exception();
    }
    return accepted(value);
  }

  private static JsonObject accepted(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw Refusal.NOT_ACCEPTED.exception();
  }

  private JsonValue value(long limit) {
    byte[] bytes = read(limit);
    try {
      JsonValue value = bytes.length == 0 ? JsonObject.EMPTY : JsonReader.parse(bytes);
      log.enter(isDiagram && value instanceof JsonObject o ? o.without("content") : value);
      return value;
    } catch (JsonException e) {
      echo = new Echo.Unread(new String(bytes, StandardCharsets.UTF_8));
      throw Refusal.NOT_JSON.exception();
    }
  }

  private byte[] read(long limit) {
    refuseCompressed();
    InputStream in = stream();
    boolean isTyped =
        "DELETE".equals(call.method())
            || MediaTypes.isJson(call.header("Content-Type").orElse(null));
    if (isTyped) {
      return bytes(in, limit);
    }
    if (isEmpty(in)) {
      return new byte[0];
    }
    throw Refusal.MEDIA_TYPE.exception();
  }

  private InputStream stream() {
    return buffer == null ? call.request().getEntityStream() : new ByteArrayInputStream(buffer);
  }

  private void refuseCompressed() {
    String coding = call.header("Content-Encoding").orElse("identity");
    if (!"identity".equalsIgnoreCase(coding)) {
      throw Refusal.MEDIA_TYPE.exception();
    }
  }

  private boolean isEmpty(InputStream in) {
    try {
      return in == null || new PushbackInputStream(in).read() < 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] bytes(InputStream in, long limit) {
    if (in == null) {
      return new byte[0];
    }
    if (call.request().getLength() > limit) {
      throw tooLarge();
    }
    try {
      return JsonReader.readBytes(in, limit);
    } catch (TooLargeException e) {
      throw tooLarge();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rest of the body is not read; the connection cannot serve another request. */
  private static RefusedException tooLarge() {
    return Refusal.TOO_LARGE.exception().withHeader("Connection", "close");
  }
}
