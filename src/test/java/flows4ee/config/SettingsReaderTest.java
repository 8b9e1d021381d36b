package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

  private static SettingsReader reading(String key, String value) {
    var values = Map.of(key, value);
    return new SettingsReader(name -> Optional.ofNullable(values.get(name)));
  }

  @Test
  void shouldTreatABlankValueAsAbsent() {
    assertThat(reading("f4a.datasource", "  ").text("f4a.datasource")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500 ms, 500", "30s, 30000", "2 m, 120000", "1 H, 3600000", "PT0.5S, 500"})
  void shouldReadDurations(String text, long millis) {
    var reader = reading("f4a.shutdown.grace", text);
    assertThat(reader.duration("f4a.shutdown.grace", Duration.ZERO)).hasMillis(millis);
  }

  @ParameterizedTest
  @CsvSource({"30 4 * * *, 2026-03-03T04:30:00Z", "0 0 2 * * *, 2026-03-03T02:00:00Z"})
  void shouldReadWhenAJobRuns(String text, Instant next) {
    var noon = ZonedDateTime.parse("2026-03-02T12:00:00Z[UTC]");
    var trigger = reading("f4a.jobs.cron", text).cron("f4a.jobs.cron", "", ZoneId.of("UTC"));
    assertThat(trigger.getNextRunTime(null, noon).toInstant()).isEqualTo(next);
  }

  @Test
  void shouldRefuseWhatIsNoCronExpression() {
    var reader = reading("f4a.jobs.cron", "at two");
    assertThatThrownBy(() -> reader.cron("f4a.jobs.cron", "0 0 2 * * *", ZoneId.of("UTC")))
        .hasMessage(
            "Setting f4a.jobs.cron: expected a cron expression such as 0 0 2 * * *, found 'at two'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1001", "ten", "99999999999"})
  void shouldNameTheKeyWhenANumberIsOutOfBounds(String text) {
    var reader = reading("f4a.db.pool.max", text);
    assertThatThrownBy(() -> DatabaseSettings.from(reader))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "Setting f4a.db.pool.max: expected a whole number from 2 to 1000, found '"
                + text
                + "'");
  }

  @Test
  void shouldNameTheChoicesWhenAValueIsNoneOfThem() {
    var reader = reading("f4a.mode", "test");
    assertThatThrownBy(() -> DeploymentSettings.from(reader))
        .hasMessage("Setting f4a.mode: expected one of [production, development], found 'test'");
  }

  @Test
  void shouldRefuseAFlagThatIsNeitherTrueNorFalse() {
    var reader = reading("f4a.log.access", "yes");
    assertThatThrownBy(() -> reader.flag("f4a.log.access", false))
        .hasMessageContaining("f4a.log.access");
  }

  @Test
  void shouldReadASecretFromAFile(@TempDir Path folder) throws Exception {
    // given
    var file = Files.writeString(folder.resolve("key"), "s3cret\n");
    var reader = reading("f4a.oauth_master_key.file", file.toString());
    // then
    assertThat(reader.secret("f4a.oauth_master_key")).contains("s3cret");
  }

  @Test
  void shouldNameTheKeyWhenASecretFileIsMissing(@TempDir Path folder) {
    var reader = reading("f4a.oauth_master_key.file", folder.resolve("none").toString());
    assertThatThrownBy(() -> reader.secret("f4a.oauth_master_key"))
        .hasMessageContaining("f4a.oauth_master_key.file");
  }

  @Test
  void shouldAllowAFirstClientOnlyInDevelopmentOnTheEmbeddedDatabase() {
    var values = Map.of("f4a.mode", "development", "f4a.datasource", "java:/jdbc/flows");
    var outer = new SettingsReader(name -> Optional.ofNullable(values.get(name)));
    assertThat(DeploymentSettings.from(outer).allowsFirstClient()).isFalse();
    assertThat(DeploymentSettings.from(reading("f4a.mode", "development")).allowsFirstClient())
        .isTrue();
    assertThat(DeploymentSettings.from(reading("f4a.mode", "production")).allowsFirstClient())
        .isFalse();
  }
}
