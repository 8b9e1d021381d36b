package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.PageRequest;
import flows4ee.engine.TimeRange;
import flows4ee.rest.guard.RestEvent;
import flows4ee.rest.guard.RestEventStore.RestEventSearch;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlRestStoresTest {

  private static final Instant NOW = Instant.parse("2025-06-01T10:00:00.123456Z");
  private static final RestEventSearch ALL = search(List.of());

  private final List<TestDatabase> databases =
      List.of(TestDatabase.h2(), TestDatabase.postgresql());

  List<TestDatabase> databases() {
    return databases;
  }

  @AfterAll
  void close() throws IOException {
    for (TestDatabase database : databases) {
      database.close();
    }
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void shouldKeepChangeAndDropSettings(TestDatabase database) {
    // given
    var store = new SqlSettingStore(database.dataSource());
    store.change(Map.of("a", Optional.of("1"), "b", Optional.of("2")), "me", NOW);
    // when
    store.change(Map.of("a", Optional.of("3"), "b", Optional.empty()), "me", NOW);
    // then
    assertThat(store.findAll()).containsExactly(Map.entry("a", "3"));
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void shouldKeepFindAndPurgeEvents(TestDatabase database) {
    // given
    var store = new SqlRestEventStore(database.dataSource());
    RestEvent entered = event("ENTER", NOW.minusSeconds(10), "v1/steps/1/complete", null);
    RestEvent failed = event("ERROR", NOW, "v1/st_ps/1", -20104);
    store.insert(List.of(entered, failed));
    // then
    var page = store.find(ALL, PageRequest.first(25));
    assertThat(page.items()).extracting(row -> row.event()).containsExactly(entered, failed);
    assertThat(store.find(search(List.of("v1/st_ps")), PageRequest.first(25)).items()).hasSize(1);
    assertThat(store.find(search(List.of("v1/%")), PageRequest.first(25)).items()).isEmpty();
    // when
    int purged = store.purge(NOW, 100);
    // then
    assertThat(purged).isEqualTo(1);
    assertThat(store.find(ALL, PageRequest.first(25)).items()).hasSize(1);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void shouldPageByCursorInEitherOrder(TestDatabase database) {
    // given
    var store = new SqlRestEventStore(database.dataSource());
    store.purge(NOW.plusSeconds(1000), 1000);
    store.insert(
        List.of(
            event("ENTER", NOW, "a", null),
            event("ENTER", NOW, "b", null),
            event("ENTER", NOW.plusSeconds(1), "c", null)));
    Optional<String> byTime = Optional.of("lgrt_timestamp");
    // when
    var first = store.find(ALL, new PageRequest(2, 0, byTime, true, Optional.empty(), true));
    var second = store.find(ALL, new PageRequest(2, 0, byTime, true, first.next(), false));
    // then
    assertThat(first.items()).extracting(row -> row.event().endpoint()).containsExactly("c", "b");
    assertThat(first.hasMore()).isTrue();
    assertThat(first.total()).hasValue(3);
    assertThat(second.items()).extracting(row -> row.event().endpoint()).containsExactly("a");
    assertThat(second.hasMore()).isFalse();
  }

  @Test
  void shouldCutWhatIsLongerThanItsColumn() {
    // given
    var store = new SqlRestEventStore(databases.get(0).dataSource());
    // when
    store.insert(List.of(event("ENTER", NOW, "v1/" + "a".repeat(9000), null)));
    // then
    assertThat(store.find(search(List.of("v1/aaa")), PageRequest.first(1)).items()).hasSize(1);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void shouldKeepEveryEventOfALongBatchInItsOrder(TestDatabase database) {
    // given
    var store = new SqlRestEventStore(database.dataSource());
    store.purge(NOW.plusSeconds(1000), 1000);
    List<RestEvent> events =
        IntStream.range(0, 61)
            .mapToObj(i -> event("ENTER", NOW, "v1/" + i, i % 2 == 0 ? null : i))
            .toList();
    // when
    store.insert(events);
    // then
    assertThat(store.find(ALL, PageRequest.first(100)).items())
        .extracting(row -> row.event())
        .containsExactlyElementsOf(events);
  }

  private static RestEvent event(String info, Instant at, String endpoint, Integer code) {
    return new RestEvent(
        "call", "client", info, null, at, "PUT", endpoint, "{\"é\":1}", code, null, null);
  }

  private static RestEventSearch search(List<String> endpoints) {
    return new RestEventSearch(
        List.of(), List.of(), List.of(), endpoints, List.of(), TimeRange.ANY);
  }
}
