package flows4ee.rest.guard;

import flows4ee.json.JsonArray;
import flows4ee.json.JsonBoolean;
import flows4ee.json.JsonNumber;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonString;
import flows4ee.json.JsonValue;
import flows4ee.rest.wire.ErrorEntry;
import flows4ee.rest.wire.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Reads the attributes of one JSON object and collects what is missing or wrong. A present {@code
 * null} is not missing and has no value. Readers never throw; {@link #check} does.
 */
public final class Attributes {

  private final JsonObject object;
  private final List<ErrorEntry> missing = new ArrayList<>();
  private final List<ErrorEntry> wrong = new ArrayList<>();

  /** Of that object. */
  public Attributes(JsonObject object) {
    this.object = object;
  }

  /** Notes that the attribute must be present, be it {@code null}. */
  public Attributes require(String... names) {
    for (String name : names) {
      if (!object.has(name)) {
        missing.add(ErrorEntry.missing(name));
      }
    }
    return this;
  }

  /** Whether the attribute is present, be it {@code null}. */
  public boolean has(String name) {
    return object.has(name);
  }

  /** A text of at most that many characters; numbers count as text. */
  public Optional<String> text(String name, int most) {
    return read(name, Attributes::textOf)
        .filter(text -> text.codePointCount(0, text.length()) <= most || isWrong(name));
  }

  /** A text that must not be empty or {@code null} when it is present. */
  public String name(String name, int most) {
    Optional<String> text = text(name, most).filter(value -> !value.isBlank());
    if (text.isEmpty() && has(name) && wrong.isEmpty()) {
      wrong(name);
    }
    return text.orElse("");
  }

  /** A truth value, also as the text {@code true} or {@code false}. */
  public Optional<Boolean> flag(String name) {
    return read(name, Attributes::truthOf);
  }

  /** A whole number within the bounds, also as text. */
  public Optional<Long> integer(String name, long least, long most) {
    return read(name, Attributes::wholeOf)
        .filter(number -> number >= least && number <= most || isWrong(name));
  }

  /** A timestamp by RFC 3339. */
  public Optional<Instant> time(String name) {
    return read(name, value -> textOf(value).flatMap(Timestamps::parse));
  }

  /** An array of objects; absent is empty. */
  public List<JsonObject> objects(String name) {
    return read(name, Attributes::objectsOf).orElse(List.of());
  }

  /** Notes that the attribute has a wrong type, length or format. */
  public Attributes wrong(String name) {
    wrong.add(ErrorEntry.badValue(name));
    return this;
  }

  /** What was found so far: what is missing, else what is wrong. */
  public List<ErrorEntry> errors() {
    return List.copyOf(missing.isEmpty() ? wrong : missing);
  }

  /** Refuses the call with 400 if anything was found. */
  public void check() {
    check(() -> true);
  }

  /**
   * Refuses the call if anything was found: with 404 when what it addresses does not exist, which
   * is looked up only then, else with 400.
   */
  public void check(BooleanSupplier exists) {
    if (errors().isEmpty()) {
      return;
    }
    throw exists.getAsBoolean()
        ? RefusedException.attributes(errors())
        : Refusal.ITEM_NOT_FOUND.exception();
  }

  /** The text of a string or number. */
  public static Optional<String> textOf(JsonValue value) {
    if (value instanceof JsonString string) {
      return Optional.of(string.text());
    }
    return value instanceof JsonNumber number ? Optional.of(number.text()) : Optional.empty();
  }

  private <T> Optional<T> read(String name, Function<JsonValue, Optional<T>> conversion) {
    Optional<JsonValue> value = object.find(name).filter(v -> !v.isNull());
    Optional<T> converted = value.flatMap(conversion);
    if (value.isPresent() && converted.isEmpty()) {
      wrong(name);
    }
    return converted;
  }

  private boolean isWrong(String name) {
    wrong(name);
    return false;
  }

  private static Optional<Boolean> truthOf(JsonValue value) {
    if (value instanceof JsonBoolean truth) {
      return Optional.of(truth.isTrue());
    }
    return textOf(value)
        .filter(text -> text.equals("true") || text.equals("false"))
        .map(Boolean::valueOf);
  }

  private static Optional<Long> wholeOf(JsonValue value) {
    return textOf(value).filter(text -> text.matches("-?[0-9]{1,18}")).map(Long::valueOf);
  }

  private static Optional<List<JsonObject>> objectsOf(JsonValue value) {
    if (!(value instanceof JsonArray array)
        || !array.elements().stream().allMatch(JsonObject.class::isInstance)) {
      return Optional.empty();
    }
    return Optional.of(array.elements().stream().map(JsonObject.class::cast).toList());
  }
}
