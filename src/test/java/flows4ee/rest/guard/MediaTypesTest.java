package flows4ee.rest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        "application/json;charset=\"UTF-8\"",
        "application/json; profile=x",
        "application/vnd.flows+json"
      })
  void shouldTakeJson(String type) {
    assertThat(MediaTypes.isJson(type)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "text/plain",
        "text/json",
        "application/x-www-form-urlencoded",
        "application/json; charset=utf-7",
        "application/json; charset=iso-8859-1",
        "application/xml",
        "application/jsonx",
        "json"
      })
  void shouldRefuseOtherTypes(String type) {
    assertThat(MediaTypes.isJson(type)).isFalse();
  }

  @Test
  void shouldTakeThreeKindsOfXml() {
    assertThat(MediaTypes.isXml("application/xml; charset=utf-8")).isTrue();
    assertThat(MediaTypes.isXml("text/xml")).isTrue();
    assertThat(MediaTypes.isXml("application/bpmn+xml")).isTrue();
    assertThat(MediaTypes.isXml("application/json")).isFalse();
  }

  @Test
  void shouldKeepOnlyWellFormedRequestIds() {
    assertThat(RequestIds.accept("abc-1._Z")).isEqualTo("abc-1._Z");
    assertThat(RequestIds.accept("a b")).doesNotContain(" ");
    assertThat(RequestIds.accept("x".repeat(65))).hasSize(36);
    assertThat(RequestIds.accept("a\r\nSet-Cookie: x")).hasSize(36);
    assertThat(RequestIds.accept(null)).hasSize(36);
  }

  @Test
  void shouldCompareEntityTags() {
    // given
    String tag = EntityTags.of(new byte[] {1}, "", "");
    // then
    assertThat(tag).matches("\"[A-Za-z0-9_-]{24}\"");
    assertThat(EntityTags.of(new byte[] {1}, "seed", "")).isNotEqualTo(tag);
    assertThat(EntityTags.matches("\"a\", " + tag, tag)).isTrue();
    assertThat(EntityTags.matches("W/" + tag, tag)).isTrue();
    assertThat(EntityTags.matches("*", tag)).isTrue();
    assertThat(EntityTags.matches("\"a\"", tag)).isFalse();
    assertThat(EntityTags.matches(null, tag)).isFalse();
  }
}
