package flows4ee.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void shouldPlaceCommas() {
    // when
    String text =
        new JsonWriter()
            .beginObject()
            .name("a")
            .beginArray()
            .value(1)
            .value("[")
            .value("{")
            .value(":")
            .beginObject()
            .endObject()
            .beginArray()
            .endArray()
            .endArray()
            .name("b")
            .value(true)
            .name("c")
            .nullValue()
            .name("d")
            .value((Long) null)
            .name("e")
            .value((String) null)
            .endObject()
            .toString();
    // then
    assertThat(text)
        .isEqualTo(
            "{\"a\":[1,\"[\",\"{\",\":\",{},[]],\"b\":true,\"c\":null,\"d\":null,\"e\":null}");
  }

  @Test
  void shouldEscapeOnlyWhatMustBe() {
    assertThat(new JsonWriter().value("\"\\\b\f\n\r\t\u0001\u001f\u007f/é€😀").toString())
        .isEqualTo("\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\u007f/é€😀\"");
  }

  @Test
  void shouldReplaceUnpairedSurrogates() {
    assertThat(new JsonWriter().value("a\ud800b\udc00").toString()).isEqualTo("\"a\ufffdb\ufffd\"");
  }

  @Test
  void shouldGrowBeyondItsFirstBuffer() {
    String text = "x€".repeat(5_000);
    assertThat(new JsonWriter().value(text).toString()).isEqualTo("\"" + text + "\"");
  }

  @Test
  void shouldBuildObjectsByCopy() {
    var object = JsonObject.EMPTY.with("a", JsonValue.of("x")).with("b", JsonValue.of(2));
    assertThat(object.with("a", JsonValue.of(true)).without("b").toJson())
        .isEqualTo("{\"a\":true}");
    assertThat(object.toJson()).isEqualTo("{\"a\":\"x\",\"b\":2}");
  }
}
