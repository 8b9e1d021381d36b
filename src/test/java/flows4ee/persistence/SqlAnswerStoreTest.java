package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.rest.guard.AnswerStore.KeptAnswer;
import flows4ee.rest.guard.AnswerStore.KeyedRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlAnswerStoreTest {

  private static final Instant NOW = Instant.parse("2025-06-01T10:00:00Z");
  private static final KeptAnswer ANSWER =
      new KeptAnswer(201, "http://h/v1/x/1", null, "{\"a\":\"é\"}", false);
  private static final KeptAnswer REPLAY =
      new KeptAnswer(201, "http://h/v1/x/1", null, "{\"a\":\"é\"}", true);

  private final List<TestDatabase> databases =
      List.of(TestDatabase.h2(), TestDatabase.postgresql());
  private int works;

  List<TestDatabase> databases() {
    return databases;
  }

  @AfterAll
  void close() throws IOException {
    for (TestDatabase database : databases) {
      database.close();
    }
  }

  private static SqlAnswerStore store(TestDatabase database) {
    return new SqlAnswerStore(transactions(database));
  }

  private static SqlTransactions transactions(TestDatabase database) {
    return new SqlTransactions(database.dataSource(), Duration.ofMillis(300));
  }

  private Optional<KeptAnswer> work() {
    works++;
    return Optional.of(ANSWER);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void shouldDoTheWorkOnceAndReplayItsAnswer(TestDatabase database) {
    // given
    works = 0;
    var store = store(database);
    var request = request("fingerprint", NOW);
    // when
    var first = store.answer(request, this::work);
    var second = store.answer(request, this::work);
    // then
    assertThat(first).contains(ANSWER);
    assertThat(second).contains(REPLAY);
    assertThat(works).isEqualTo(1);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void shouldRefuseAnotherRequestWithTheKey(TestDatabase database) {
    var store = store(database);
    var request = request("fingerprint", NOW);
    store.answer(request, this::work);
    var other =
        new KeyedRequest(request.client(), request.key(), "other", NOW, request.validFrom());
    assertThatThrownBy(() -> store.answer(other, this::work))
        .hasMessage("Idempotency key reused with a different request");
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void shouldTakeEverythingBackWhenTheAnswerIsNotKept(TestDatabase database) {
    // given
    works = 0;
    var transactions = transactions(database);
    var store = new SqlAnswerStore(transactions);
    var settings = new SqlSettingStore(database.dataSource());
    var request = request("fingerprint", NOW);
    // when
    store.answer(
        request,
        () -> {
          insertWithin(transactions, "taken-back");
          return Optional.empty();
        });
    store.answer(
        request,
        () -> {
          insertWithin(transactions, "kept");
          return work();
        });
    // then
    assertThat(settings.findAll()).containsKey("kept").doesNotContainKey("taken-back");
    settings.change(Map.of("kept", Optional.empty()), "me", NOW);
  }

  /** Work that joins the transaction of the answer, as the engine's does. */
  private static void insertWithin(SqlTransactions transactions, String key) {
    try (var transaction = transactions.begin()) {
      transaction
          .session()
          .update(
              "insert into flow_configuration (cfig_key, cfig_value, cfig_updated_at)"
                  + " values (?, 'x', ?)",
              key,
              NOW);
      transaction.commit();
    }
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void shouldRefuseARequestWhoseKeyIsAtWork(TestDatabase database) {
    // given
    var store = store(database);
    var request = request("fingerprint", NOW);
    // then
    store.answer(
        request,
        () -> {
          var second = CompletableFuture.supplyAsync(() -> store.answer(request, this::work));
          assertThatThrownBy(second::join).hasMessageContaining("Request in progress");
          return Optional.of(ANSWER);
        });
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void shouldForgetOldAnswers(TestDatabase database) {
    // given
    works = 0;
    var store = store(database);
    var request = request("fingerprint", NOW.minus(Duration.ofHours(2)));
    store.answer(request, this::work);
    // when
    var later =
        new KeyedRequest(
            request.client(), request.key(), "other", NOW, NOW.minus(Duration.ofHours(1)));
    // then
    assertThat(store.answer(later, this::work)).contains(ANSWER);
    assertThat(works).isEqualTo(2);
    assertThat(store.purge(NOW.plusSeconds(1), 1000)).isPositive();
  }

  private static KeyedRequest request(String fingerprint, Instant at) {
    return new KeyedRequest(
        "client", UUID.randomUUID().toString(), fingerprint, at, at.minus(Duration.ofHours(24)));
  }
}
