package flows4ee.json;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A JSON number, kept as written so that an echo returns the very text that came in.
 *
 * <p>A number from {@link JsonReader} has at most 100 characters and an exponent within ±400, so
 * {@link #decimal()} and its plain form stay small.
 */
public record JsonNumber(String text) implements JsonValue {

  public JsonNumber {
    Objects.requireNonNull(text);
  }

  /** The exact value. */
  public BigDecimal decimal() {
    return new BigDecimal(text);
  }

  @Override
  public String typeName() {
    return "number";
  }
}
