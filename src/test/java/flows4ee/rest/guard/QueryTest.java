package flows4ee.rest.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.rest.wire.Paging;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @Test
  void shouldDecodeNamesAndValues() {
    // when
    var query = Query.parse("name=a%20b+c%C3%A9&status=&x&n=1&n=2");
    // then
    assertThat(query.first("name")).contains("a b cé");
    assertThat(query.first("status")).isEmpty();
    assertThat(query.first("x")).isEmpty();
    assertThat(query.integers("n")).containsExactly(1, 2);
    assertThat(query.first("other")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%c0%ae", "a=%00", "%ff=1"})
  void shouldRefuseWhatCannotBeDecoded(String raw) {
    assertThatThrownBy(() -> Query.parse(raw))
        .isInstanceOf(RefusedException.class)
        .hasMessage("Bad value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "0", "007", "1e3", "1.0", "９", "9223372036854775808", " 1", "1 ", "x"})
  void shouldTakeOnlyCanonicalIds(String text) {
    assertThat(Ids.parse(text)).isEmpty();
    assertThatThrownBy(() -> Ids.require(text)).hasMessage("Item not found");
  }

  @Test
  void shouldTakeTheLargestId() {
    assertThat(Ids.require("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldLeaveTheOriginalUnpaged() {
    // when
    var pages = PageQuery.ofOriginal(Query.parse("name=x"), RestSettings.DEFAULTS, Set.of());
    // then
    assertThat(pages.request().limit()).isEqualTo(10_000);
    assertThat(pages.paging().limit()).isZero();
    assertThat(pages.pagingOf(page(false)).limit()).isZero();
    assertThat(pages.pagingOf(page(true)).limit()).isEqualTo(10_000);
  }

  @Test
  void shouldPageTheOriginalOnDemand() {
    // when
    var pages =
        PageQuery.ofOriginal(
            Query.parse("limit=10&offset=20&order_by=name:desc"),
            RestSettings.DEFAULTS,
            Set.of("name"));
    // then
    assertThat(pages.request())
        .isEqualTo(new PageRequest(10, 20, Optional.of("name"), true, Optional.empty(), false));
    assertThat(pages.paging().isPaged()).isTrue();
  }

  @Test
  void shouldCountAnExtendedOriginalOnDemand() {
    // when
    var query = Query.parse("total=true");
    var extended = PageQuery.ofOriginal(query, RestSettings.DEFAULTS, Set.of("name"));
    var plain = PageQuery.ofOriginal(query, RestSettings.DEFAULTS, Set.of());
    // then
    assertThat(extended.request().isTotalWanted()).isTrue();
    assertThat(extended.paging().isPaged()).isFalse();
    assertThat(plain.request().isTotalWanted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "total=yes",
        "limit=0",
        "limit=1001",
        "limit=x",
        "limit=-1",
        "offset=-1",
        "offset=1.5",
        "offset=99999999999",
        "order_by=other",
        "order_by=name:up"
      })
  void shouldRefuseBadPages(String raw) {
    assertThatThrownBy(
            () -> PageQuery.ofOriginal(Query.parse(raw), RestSettings.DEFAULTS, Set.of("name")))
        .hasMessage("Bad value");
  }

  @Test
  void shouldReadBackItsOwnCursors() {
    // given
    var first = PageQuery.ofExtension(Query.parse("limit=1&order_by=name"), Set.of("name"));
    var next = first.outcome(page(true), Optional.of(row -> new PageRequest.Cursor("é", 5)));
    // when
    var second =
        PageQuery.ofExtension(
            Query.parse("limit=1&order_by=name&after=" + next.nextCursor()), Set.of("name"));
    // then
    assertThat(second.request().after()).contains(new PageRequest.Cursor("é", 5));
    assertThat(second.paging().offset()).isZero();
  }

  @Test
  void shouldGoOnByPositionWhenTheOrderIsNoColumn() {
    // given
    var first = PageQuery.ofExtension(Query.parse("limit=10"), Set.of());
    Paging.Outcome next = first.outcome(page(true), Optional.empty());
    // when
    var second = PageQuery.ofExtension(Query.parse("after=" + next.nextCursor()), Set.of());
    // then
    assertThat(second.request().offset()).isEqualTo(10);
    assertThat(second.paging().offset()).isZero();
    assertThat(second.request().limit()).isEqualTo(25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "W10", "WzEsMl0", "LTE", "MWU5OQ", "bnVsbA"})
  void shouldRefuseForeignCursors(String cursor) {
    assertThatThrownBy(() -> PageQuery.ofExtension(Query.parse("after=" + cursor), Set.of()))
        .hasMessage("Bad value");
  }

  @Test
  void shouldRefuseCursorTogetherWithOffset() {
    assertThatThrownBy(() -> PageQuery.ofExtension(Query.parse("after=MTA&offset=1"), Set.of()))
        .hasMessage("Bad value");
  }

  private static Page<Integer> page(boolean hasMore) {
    return new Page<>(List.of(1), hasMore, OptionalLong.empty());
  }
}
