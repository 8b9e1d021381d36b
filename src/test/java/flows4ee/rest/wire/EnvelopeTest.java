package flows4ee.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

  private final Envelope envelope =
      new Envelope("http://h/f/v1/diagrams", new LinkBase("http://h/f"));

  @Test
  void shouldBeEmptyWithBothLinks() {
    assertThat(text(envelope.empty()))
        .isEqualTo(
            "{\"items\":[],\"hasMore\":false,\"limit\":0,\"offset\":0,\"count\":0,\"links\":["
                + "{\"rel\":\"self\",\"href\":\"http://h/f/v1/diagrams\"},"
                + "{\"rel\":\"describedby\",\"href\":\"http://h/f/metadata-catalog/v1/\"}]}");
  }

  @Test
  void shouldShowPageLinksWithTheOtherParameters() {
    // given
    var paging = new Paging(2, 2, true, Map.of("name", List.of("a b&c")));
    var outcome = new Paging.Outcome(true, null, OptionalLong.of(9));
    // when
    var document = envelope.of(List.of(1, 2), JsonWriter::value, paging, outcome);
    // then
    assertThat(text(document))
        .isEqualTo(
            "{\"items\":[1,2],\"hasMore\":true,\"limit\":2,\"offset\":2,\"count\":2,\"total\":9,"
                + "\"links\":[{\"rel\":\"self\",\"href\":\"http://h/f/v1/diagrams\"},"
                + "{\"rel\":\"describedby\",\"href\":\"http://h/f/metadata-catalog/v1/\"},"
                + page("first", "limit=2")
                + ","
                + page("next", "limit=2&offset=4")
                + ","
                + page("prev", "limit=2")
                + "]}");
  }

  @Test
  void shouldGoOnByCursor() {
    // given
    var outcome = new Paging.Outcome(true, "WzFd", OptionalLong.empty());
    // when
    var document =
        envelope.of(List.of(1), JsonWriter::value, new Paging(1, 0, true, Map.of()), outcome);
    // then
    assertThat(text(document))
        .contains("\"next\",\"href\":\"http://h/f/v1/diagrams?limit=1&after=WzFd\"")
        .doesNotContain("prev");
  }

  @Test
  void shouldLeadOnFromACutAnswerWithAPageThatIsAllowed() {
    // given
    var cut = new Paging(10_000, 0, false, Map.of());
    var outcome = new Paging.Outcome(true, null, OptionalLong.empty());
    // when
    var document = envelope.of(List.of(1), JsonWriter::value, cut, outcome);
    // then
    assertThat(text(document))
        .contains("\"limit\":10000", "diagrams?limit=1000&offset=10000")
        .doesNotContain("first");
  }

  private static String page(String rel, String rest) {
    return "{\"rel\":\"%s\",\"href\":\"http://h/f/v1/diagrams?name=a%%20b%%26c&%s\"}"
        .formatted(rel, rest);
  }

  private static String text(JsonBody document) {
    return new String(document.bytes(), StandardCharsets.UTF_8);
  }
}
