package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.oauth.ClientAttributes;
import flows4ee.oauth.ClientException;
import flows4ee.oauth.ClientService;
import flows4ee.oauth.ClientService.ExistingCredentials;
import flows4ee.oauth.OAuthFixture;
import flows4ee.rest.guard.AnswerStore.KeptAnswer;
import flows4ee.rest.guard.AnswerStore.KeyedRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Administrative work under an idempotency key: the effect and the answer are one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JoinedTransactionsTest {

  private static final Instant NOW = Instant.parse("2025-06-01T10:00:00Z");
  private static final KeptAnswer ANSWER = new KeptAnswer(201, null, null, "{}", false);

  private final List<Installation> installations =
      List.of(new Installation(TestDatabase.h2()), new Installation(TestDatabase.postgresql()));

  /** The stores of an application on one database. */
  private static final class Installation {

    final TestDatabase database;
    final SqlTransactions transactions;
    final SqlAnswerStore answers;
    final SqlSettingStore settings;
    final JpaClientRepository clients;
    final ClientService service;

    Installation(TestDatabase database) {
      this.database = database;
      this.transactions = new SqlTransactions(database.dataSource(), Duration.ofMillis(300));
      this.answers = new SqlAnswerStore(transactions);
      this.settings = new SqlSettingStore(database.dataSource(), transactions);
      this.clients = new JpaClientRepository(database.joining(transactions));
      this.service = OAuthFixture.clients(clients);
    }

    void createClient(String name) {
      service.importClient(
          new ExistingCredentials(name, "secret of " + name),
          ClientAttributes.of(name, "me", "a@example.org"),
          Set.of(),
          OAuthFixture.OPERATOR);
    }

    boolean hasClient(String name) {
      return service.findClient(name).isPresent();
    }

    void set(String key) {
      settings.change(Map.of(key, Optional.of("1")), "me", NOW);
    }
  }

  List<Installation> installations() {
    return installations;
  }

  @AfterAll
  void close() throws IOException {
    for (Installation installation : installations) {
      installation.database.close();
    }
  }

  private static KeyedRequest request() {
    return new KeyedRequest("client", UUID.randomUUID().toString(), "f", NOW, NOW.minusSeconds(60));
  }

  @ParameterizedTest
  @MethodSource("installations")
  void shouldLeaveNeitherEffectNorAnswerWhenTheWorkBreaksOff(Installation installation) {
    // given
    var request = request();
    // when
    assertThatThrownBy(
            () ->
                installation.answers.answer(
                    request,
                    () -> {
                      installation.createClient("broken-off");
                      installation.set("broken_off");
                      throw new IllegalStateException("broken off");
                    }))
        .hasMessage("broken off");
    // then
    assertThat(installation.hasClient("broken-off")).isFalse();
    assertThat(installation.settings.findAll()).doesNotContainKey("broken_off");
    assertThat(installation.answers.answer(request, () -> Optional.of(ANSWER))).contains(ANSWER);
  }

  @ParameterizedTest
  @MethodSource("installations")
  void shouldTakeTheEffectBackWhenTheAnswerIsNotKept(Installation installation) {
    // when
    installation.answers.answer(
        request(),
        () -> {
          installation.createClient("not-kept");
          installation.set("not_kept");
          return Optional.empty();
        });
    // then
    assertThat(installation.hasClient("not-kept")).isFalse();
    assertThat(installation.settings.findAll()).doesNotContainKey("not_kept");
  }

  @ParameterizedTest
  @MethodSource("installations")
  void shouldKeepEffectAndAnswerTogether(Installation installation) {
    // given
    var request = request();
    // when
    installation.answers.answer(
        request,
        () -> {
          installation.createClient("kept");
          installation.set("kept");
          assertThat(installation.hasClient("kept")).isTrue();
          assertThat(installation.settings.findAll()).containsKey("kept");
          return Optional.of(ANSWER);
        });
    // then
    assertThat(installation.hasClient("kept")).isTrue();
    assertThat(installation.settings.findAll()).containsKey("kept");
    assertThat(installation.answers.answer(request, Optional::empty).orElseThrow().isReplayed())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("installations")
  void shouldKeepTheAnswerOfARefusedChange(Installation installation) {
    // given
    installation.createClient("twice");
    var request = request();
    // when
    installation.answers.answer(
        request,
        () -> {
          installation.createClient("once");
          assertThatThrownBy(() -> installation.createClient("twice"))
              .isInstanceOf(ClientException.class);
          return Optional.of(ANSWER);
        });
    // then
    assertThat(installation.hasClient("once")).isTrue();
    assertThat(installation.answers.answer(request, Optional::empty)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("installations")
  void shouldTellOfTheChangeOnceOthersCanSeeIt(Installation installation) {
    // given
    List<String> told = new ArrayList<>();
    // when
    installation.answers.answer(
        request(),
        () -> {
          installation.clients.whenEnded(() -> told.add("ended"));
          told.add("work");
          return Optional.of(ANSWER);
        });
    installation.clients.whenEnded(() -> told.add("at once"));
    // then
    assertThat(told).containsExactly("work", "ended", "at once");
  }
}
