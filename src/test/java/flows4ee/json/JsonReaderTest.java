package flows4ee.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  @Test
  void shouldReadEveryKindOfValue() {
    // when
    var value =
        JsonReader.parse(" {\"a\":[1,-0.5e+2,\"x\\n\\u20ac\"],\"b\":{},\"c\":null,\"d\":true} ");
    // then
    assertThat(value)
        .isEqualTo(
            new JsonObject(
                Map.of(
                    "a",
                    new JsonArray(
                        List.of(
                            new JsonNumber("1"),
                            new JsonNumber("-0.5e+2"),
                            new JsonString("x\n€"))),
                    "b",
                    JsonObject.EMPTY,
                    "c",
                    JsonNull.NULL,
                    "d",
                    JsonBoolean.TRUE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{\"a\":NaN}",
        "Infinity",
        "-",
        "+1",
        "01",
        "-01",
        ".5",
        "1.",
        "1e",
        "1e+",
        "0x1",
        "{'a':1}",
        "[1,]",
        "{\"a\":1,}",
        "[1 2]",
        "{\"a\" 1}",
        "{a:1}",
        "{\"a\":1} x",
        "{}{}",
        "\"a\nb\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u١٢٣٤\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\ud800x\"",
        "\"\\ud800\\n\"",
        "\"\\ud800\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"open",
        "[1",
        "{",
        "{\"a\"",
        "/* c */ 1",
        "1 // c",
        "tru",
        "nul",
        "True",
        "[,1]",
        "9９"
      })
  void shouldRefuseWhatIsNotJson(String text) {
    assertThatThrownBy(() -> JsonReader.parse(text)).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> JsonReader.parse(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "efbbbf7b7d", // byte order mark
        "22c3289022", // broken sequence
        "22c0ae22", // overlong
        "22eda08022", // surrogate as UTF-8
        "22f490808022", // beyond U+10FFFF
        "22ff22",
        "2200\u0032\u0032"
      })
  void shouldRefuseBytesThatAreNotUtf8OrHoldControls(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> JsonReader.parse(bytes)).isInstanceOf(JsonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32BE"})
  void shouldRefuseOtherEncodings(String charset) {
    byte[] bytes = "{\"a\":\"é\"}".getBytes(Charset.forName(charset));
    assertThatThrownBy(() -> JsonReader.parse(bytes)).isInstanceOf(JsonException.class);
  }

  @Test
  void shouldBoundTheDepth() {
    // given
    String deepest = "[".repeat(64) + "]".repeat(64);
    String tooDeep = "[".repeat(20_000);
    // then
    assertThatCode(() -> JsonReader.parse(deepest)).doesNotThrowAnyException();
    assertThatThrownBy(() -> JsonReader.parse("[" + deepest + "]"))
        .hasMessage("Nested deeper than 64");
    assertThatThrownBy(() -> JsonReader.parse(tooDeep)).isInstanceOf(JsonException.class);
  }

  @Test
  void shouldBoundNumbers() {
    assertThat(((JsonNumber) JsonReader.parse("1e400")).decimal())
        .isEqualByComparingTo(new BigDecimal("1e400"));
    assertThat(JsonReader.parse("-0")).isEqualTo(new JsonNumber("-0"));
    assertThat(JsonReader.parse("1E-00000400")).isEqualTo(new JsonNumber("1E-00000400"));
    assertThatCode(() -> JsonReader.parse("9".repeat(100))).doesNotThrowAnyException();
    for (String text : List.of("1e401", "1e-401", "1e999999999999", "9".repeat(101))) {
      assertThatThrownBy(() -> JsonReader.parse(text)).isInstanceOf(JsonException.class);
    }
  }

  @Test
  void shouldBoundTheNumberOfValues() {
    assertThatThrownBy(() -> JsonReader.parse("[0" + ",0".repeat(100_000) + "]"))
        .hasMessage("More than 50000 values");
  }

  @Test
  void shouldLetTheLastOfEqualKeysWin() {
    assertThat(JsonReader.parse("{\"a\":1,\"b\":2,\"a\":3}").toJson())
        .isEqualTo("{\"a\":3,\"b\":2}");
  }

  @Test
  void shouldTreatSpecialKeysAsData() {
    String text = "{\"__proto__\":1,\"constructor\":{},\"\":0,\"@type\":\"java.io.File\"}";
    assertThat(JsonReader.parse(text).toJson()).isEqualTo(text);
  }

  @Test
  void shouldStayFastWithCollidingKeys() {
    // given: 16384 keys of the same hash code
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 16_384; i++) {
      text.append(i == 0 ? "\"" : ",\"");
      for (int bit = 0; bit < 14; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append("\":0");
    }
    // when
    Instant start = Instant.now();
    var object = (JsonObject) JsonReader.parse(text.append('}').toString());
    // then
    assertThat(object.members()).hasSize(16_384);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void shouldCountBytesWhileReading() throws IOException {
    byte[] body = new byte[20_000];
    assertThat(JsonReader.readBytes(new ByteArrayInputStream(body), 20_000)).hasSize(20_000);
    assertThatThrownBy(() -> JsonReader.readBytes(new ByteArrayInputStream(body), 19_999))
        .isInstanceOf(TooLargeException.class)
        .hasMessage("More than 19999 bytes");
  }
}
