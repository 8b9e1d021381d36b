package flows4ee.rest.guard;

import flows4ee.json.JsonValue;
import flows4ee.rest.wire.ErrorEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A call is refused: status, message, and what the echo says is wrong. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Refusal kind;
  private final int status;
  private final transient List<JsonValue> errors = new ArrayList<>();
  private final transient SortedMap<Integer, List<ErrorEntry>> elementErrors = new TreeMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();
  private final transient Map<String, JsonValue> extra = new LinkedHashMap<>();

  /** A refusal with its own status and message. */
  public RefusedException(Refusal kind, int status, String message) {
    super(message);
    this.kind = kind;
    this.status = status;
  }

  /** The attributes of an object are missing or wrong. */
  public static RefusedException attributes(List<ErrorEntry> entries) {
    boolean isMissing = entries.stream().anyMatch(e -> "missing attribute".equals(e.type()));
    Refusal kind = isMissing ? Refusal.ATTRIBUTE_MISSING : Refusal.BAD_VALUE;
    RefusedException refused = kind.exception();
    entries.forEach(entry -> refused.errors.add(entry.toJson()));
    return refused;
  }

  /** A query parameter or attribute has a wrong value. */
  public static RefusedException badValue(String name) {
    return attributes(List.of(ErrorEntry.badValue(name)));
  }

  /**
   * Elements of a batch are refused.
   *
   * @param status of the worst of them
   * @param entries what is wrong, by 0-based position
   */
  public static RefusedException elements(int status, Map<Integer, List<ErrorEntry>> entries) {
    var refused = new RefusedException(Refusal.PROCESSING, status, Refusal.PROCESSING.message());
    refused.elementErrors.putAll(entries);
    return refused;
  }

  /** The state does not allow the call. */
  public static RefusedException conflict(String message) {
    return new RefusedException(Refusal.CONFLICT, 409, message);
  }

  /** Adds an element to the {@code errors} of the echoed object. */
  public RefusedException withError(JsonValue error) {
    errors.add(error);
    return this;
  }

  /** Adds a response header. */
  public RefusedException withHeader(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Adds a member to the echoed object. */
  public RefusedException withMember(String name, JsonValue value) {
    extra.put(name, value);
    return this;
  }

  /** The kind. */
  public Refusal kind() {
    return kind;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Elements of {@code errors} of the echoed object. */
  public List<JsonValue> errors() {
    return List.copyOf(errors);
  }

  /** Errors of a batch, by 0-based position. */
  public SortedMap<Integer, List<ErrorEntry>> elementErrors() {
    return new TreeMap<>(elementErrors);
  }

  /** Further response headers. */
  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  /** Further members of the echoed object. */
  public Map<String, JsonValue> extra() {
    return new LinkedHashMap<>(extra);
  }
}
