package flows4ee.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonPropertiesTest {

  @Property(tries = 500)
  void shouldReadBackWhatWasWritten(@ForAll("values") JsonValue value) {
    assertThat(JsonReader.parse(new JsonWriter().value(value).toBytes())).isEqualTo(value);
  }

  @Property(tries = 500)
  void shouldWriteWhatOtherReadersUnderstand(@ForAll("values") JsonValue value) {
    // when
    String text = value.toJson();
    // then
    try (var reader = Json.createReader(new StringReader(text))) {
      assertThat(JsonReader.parse(reader.readValue().toString()).typeName())
          .isEqualTo(value.typeName());
    }
  }

  @Property(tries = 500)
  void shouldOnlyEverFailWithOneException(@ForAll byte[] bytes) {
    assertThat(reads(bytes)).isIn(true, false);
  }

  @Property(tries = 500)
  void shouldOnlyEverFailWithOneExceptionOnNearlyJson(@ForAll("nearlyJson") String text) {
    assertThat(reads(text.getBytes(StandardCharsets.UTF_8))).isIn(true, false);
  }

  @Property(tries = 500)
  void shouldKeepTheTextOfNumbers(@ForAll("numbers") BigDecimal number) {
    String text = number.toString();
    assertThat(JsonReader.parse("[" + text + "]").toJson()).isEqualTo("[" + text + "]");
  }

  private static boolean reads(byte[] bytes) {
    try {
      JsonReader.parse(bytes);
      return true;
    } catch (JsonException e) {
      return false;
    }
  }

  @Provide
  Arbitrary<String> nearlyJson() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\"a\"",
            "1",
            "-",
            ".",
            "e",
            "0",
            "\\",
            "u0041",
            "true",
            "null",
            " ",
            "\ud83d\ude00",
            "\u0000",
            "é")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<JsonValue> values() {
    return Arbitraries.recursive(this::leaves, this::containers, 0, 3).withoutEdgeCases();
  }

  private Arbitrary<JsonValue> containers(Arbitrary<JsonValue> inner) {
    return Arbitraries.<JsonValue>oneOf(
            inner.list().ofMaxSize(3).map(JsonArray::new),
            Arbitraries.maps(texts(), inner)
                .ofMaxSize(3)
                .map(members -> new JsonObject(new LinkedHashMap<>(members))))
        .withoutEdgeCases();
  }

  private Arbitrary<JsonValue> leaves() {
    return Arbitraries.<JsonValue>oneOf(
        texts().map(JsonString::new),
        numbers().map(n -> new JsonNumber(n.toString())),
        Arbitraries.of(JsonBoolean.values()),
        Arbitraries.just(JsonNull.NULL));
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1e40"), new BigDecimal("1e40"))
        .ofScale(20);
  }

  private Arbitrary<String> texts() {
    return Arbitraries.strings()
        .ofMaxLength(20)
        .filter(text -> text.indexOf(0) < 0 && isWellFormed(text));
  }

  private static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
