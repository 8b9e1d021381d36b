package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.rest.guard.RefusedException;
import flows4ee.rest.guard.RestSettings;
import flows4ee.rest.guard.RuntimeSettings;
import flows4ee.rest.guard.SettingStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuntimeConfigurationTest {

  private final Map<String, String> rows = new HashMap<>();
  private final Map<String, String> server = new HashMap<>();
  private final SteppingClock clock = new SteppingClock();
  private Runnable beforeReading = () -> {};
  private boolean isBroken;

  private final SettingStore store =
      new SettingStore() {
        @Override
        public Map<String, String> findAll() {
          beforeReading.run();
          if (isBroken) {
            throw new IllegalStateException("no database");
          }
          return Map.copyOf(rows);
        }

        @Override
        public void change(Map<String, Optional<String>> values, String user, Instant at) {
          values.forEach(
              (key, value) ->
                  value.ifPresentOrElse(text -> rows.put(key, text), () -> rows.remove(key)));
        }
      };

  private final RuntimeConfiguration configuration = configuration();

  private RuntimeConfiguration configuration() {
    return new RuntimeConfiguration(
        store, new SettingsReader(key -> Optional.ofNullable(server.get(key))), clock);
  }

  @ParameterizedTest
  @EnumSource(RuntimeKey.class)
  void shouldAcceptItsOwnDefaults(RuntimeKey key) {
    assertThat(key.defaultValue().isEmpty() || key.range().test().test(key.defaultValue()))
        .isTrue();
  }

  @Test
  void shouldNameEveryKeyOnce() {
    assertThat(Stream.of(RuntimeKey.values()).map(RuntimeKey::key)).doesNotHaveDuplicates();
  }

  @Test
  void shouldGiveRestItsDefaults() {
    assertThat(new RestRuntimeSettings(configuration).rest()).isEqualTo(RestSettings.DEFAULTS);
  }

  @Test
  void shouldSeeChangesOfOtherNodesWithinTenSeconds() {
    // given
    assertThat(configuration.integer(RuntimeKey.REST_MAX_BATCH)).isEqualTo(1000);
    rows.put("rest_max_batch", "5");
    // when
    clock.now = clock.now.plusSeconds(10);
    // then
    assertThat(configuration.integer(RuntimeKey.REST_MAX_BATCH)).isEqualTo(5);
  }

  @Test
  void shouldSeeOwnChangesAtOnce() {
    // when
    configuration.change(Map.of("rest_strict_get", Optional.of("true")), "me");
    // then
    assertThat(configuration.flag(RuntimeKey.REST_STRICT_GET)).isTrue();
    configuration.change(Map.of("rest_strict_get", Optional.empty()), "me");
    assertThat(configuration.flag(RuntimeKey.REST_STRICT_GET)).isFalse();
    assertThat(rows).isEmpty();
  }

  @Test
  void shouldLetTheServerWinAndLockTheKey() {
    // given
    rows.put("rest_base", "https://table.example.com/");
    server.put("f4a.rest_base", "https://server.example.com/");
    // then
    assertThat(configuration.text(RuntimeKey.REST_BASE)).isEqualTo("https://server.example.com/");
    assertThat(configuration.entries())
        .contains(
            new RuntimeSettings.Entry("rest_base", "https://server.example.com/", null, true));
    assertThatThrownBy(
            () -> configuration.change(Map.of("rest_base", Optional.of("http://x/")), "me"))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.status()).isEqualTo(409));
  }

  @Test
  void shouldRefuseToStartWithABadServerValue() {
    server.put("f4a.rest_max_batch", "many");
    assertThatThrownBy(this::configuration)
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("f4a.rest_max_batch");
  }

  @ParameterizedTest
  @CsvSource({
    "no_such_key, 1",
    "rest_max_batch, 0",
    "rest_max_batch, x",
    "rest_strict_get, yes",
    "rest_base, ftp://x",
    "rest_base, 'https:// '",
    "rest_cors_origins, *",
    "rest_cors_origins, https://a.b/path",
    "logging_rest_incoming_calls, maybe",
    "logging_archive_location, '{'"
  })
  void shouldRefuseBadChangesAsAWhole(String key, String value) {
    assertThatThrownBy(
            () ->
                configuration.change(
                    Map.of("rest_idempotency_hours", Optional.of("1"), key, Optional.of(value)),
                    "me"))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.status()).isEqualTo(400));
    assertThat(rows).isEmpty();
  }

  @Test
  void shouldKeepWhatItKnowsWhileTheTableCannotBeRead() {
    // given
    rows.put("rest_max_batch", "5");
    assertThat(configuration.integer(RuntimeKey.REST_MAX_BATCH)).isEqualTo(5);
    // when
    isBroken = true;
    clock.now = clock.now.plusSeconds(60);
    // then
    assertThat(configuration.integer(RuntimeKey.REST_MAX_BATCH)).isEqualTo(5);
  }

  @Test
  void shouldNotWaitForAReadThatHangsElsewhere() throws Exception {
    // given
    rows.put("rest_max_batch", "5");
    configuration.integer(RuntimeKey.REST_MAX_BATCH);
    rows.put("rest_max_batch", "6");
    clock.now = clock.now.plusSeconds(60);
    var isReading = new CountDownLatch(1);
    var databaseAnswers = new CompletableFuture<Void>();
    beforeReading =
        () -> {
          isReading.countDown();
          databaseAnswers.join();
        };
    var hanging =
        CompletableFuture.supplyAsync(() -> configuration.integer(RuntimeKey.REST_MAX_BATCH));
    isReading.await();
    // then
    assertThat(configuration.integer(RuntimeKey.REST_MAX_BATCH)).isEqualTo(5);
    databaseAnswers.complete(null);
    assertThat(hanging.join()).isEqualTo(6);
  }

  private static final class SteppingClock extends Clock {

    private Instant now = Instant.parse("2025-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
