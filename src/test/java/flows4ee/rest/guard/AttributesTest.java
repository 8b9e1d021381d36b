package flows4ee.rest.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.rest.wire.ErrorEntry;
import org.junit.jupiter.api.Test;

class AttributesTest {

  @Test
  void shouldCountNullAsPresent() {
    // given
    var attributes = attributes("{\"step_key\":null}").require("step_key");
    // then
    assertThat(attributes.text("step_key", 20)).isEmpty();
    assertThat(attributes.errors()).isEmpty();
  }

  @Test
  void shouldNameWhatIsMissingBeforeWhatIsWrong() {
    // given
    var attributes = attributes("{\"name\":[]}").require("name", "type", "value");
    // when
    attributes.text("name", 50);
    // then
    assertThat(attributes.errors())
        .containsExactly(ErrorEntry.missing("type"), ErrorEntry.missing("value"));
    assertThatThrownBy(attributes::check)
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.status()).isEqualTo(400))
        .hasMessage("Attribute not found");
  }

  @Test
  void shouldRefuseWithNotFoundWhenNothingIsThere() {
    var attributes = attributes("{}").require("step_key");
    assertThatThrownBy(() -> attributes.check(() -> false)).hasMessage("Item not found");
  }

  @Test
  void shouldReadEveryKind() {
    // given
    var attributes =
        attributes(
            "{\"t\":12.50,\"f\":\"true\",\"g\":false,\"i\":\"5\",\"d\":\"2025-01-31\",\"o\":[{}]}");
    // then
    assertThat(attributes.text("t", 10)).contains("12.50");
    assertThat(attributes.flag("f")).contains(true);
    assertThat(attributes.flag("g")).contains(false);
    assertThat(attributes.integer("i", 1, 5)).contains(5L);
    assertThat(attributes.time("d")).isPresent();
    assertThat(attributes.objects("o")).containsExactly(JsonObject.EMPTY);
    assertThat(attributes.errors()).isEmpty();
  }

  @Test
  void shouldNoteWrongTypesLengthsAndRanges() {
    // given
    var attributes =
        attributes(
            "{\"t\":true,\"l\":\"abc\",\"f\":\"yes\",\"i\":6,\"j\":1.5,\"d\":\"x\",\"o\":[1],\"n\":\" \"}");
    // when
    attributes.text("t", 10);
    attributes.text("l", 2);
    attributes.flag("f");
    attributes.integer("i", 1, 5);
    attributes.integer("j", 1, 5);
    attributes.time("d");
    attributes.objects("o");
    // then
    assertThat(attributes.errors())
        .extracting(ErrorEntry::value)
        .containsExactly("t", "l", "f", "i", "j", "d", "o");
    assertThatThrownBy(attributes::check).hasMessage("Bad value");
    assertThat(attributes("{\"n\":\" \"}").name("n", 5)).isEmpty();
  }

  private static Attributes attributes(String json) {
    return new Attributes((JsonObject) JsonReader.parse(json));
  }
}
