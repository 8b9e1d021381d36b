package flows4ee.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  @ParameterizedTest
  @CsvSource({
    "2025-09-24T16:04:07.25Z, 2025-09-24T16:04:07.25Z",
    "2025-09-24T16:04:07Z, 2025-09-24T16:04:07Z",
    "2025-09-24T16:04:00Z, 2025-09-24T16:04:00Z",
    "2025-09-24T16:04:07.123456789Z, 2025-09-24T16:04:07.123456Z",
    "2025-09-24T16:04:07.0000001Z, 2025-09-24T16:04:07Z",
  })
  void shouldWriteUtcWithoutTrailingZeros(Instant instant, String text) {
    assertThat(Timestamps.format(instant)).isEqualTo(text);
  }

  @Test
  void shouldKeepNull() {
    assertThat(Timestamps.format(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-31T10:00:00+01:00, 2025-01-31T09:00:00Z",
    "2025-01-31T10:00:00.5-02:30, 2025-01-31T12:30:00.5Z",
    "2025-01-31t10:00:00z, 2025-01-31T10:00:00Z",
    "2025-01-31 10:00:00Z, 2025-01-31T10:00:00Z",
    "2025-01-31T10:00:00, 2025-01-31T10:00:00Z",
    "2025-01-31T10:00, 2025-01-31T10:00:00Z",
    "2025-01-31, 2025-01-31T00:00:00Z",
  })
  void shouldReadRfc3339AndShorterForms(String text, Instant instant) {
    assertThat(Timestamps.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2025",
        "2025-02-30",
        "2025-13-01",
        "2025-01-31T25:00:00Z",
        "31.01.2025",
        "2025-01-31T10:00:00+25:00",
        "2025-01-31T10:00:00Z x",
        "99999-01-01",
        "0000-01-01"
      })
  void shouldRefuseAnythingElse(String text) {
    assertThat(Timestamps.parse(text)).isEmpty();
  }

  @Test
  void shouldReadADay() {
    assertThat(Timestamps.parseDay("2024-02-29")).contains(LocalDate.of(2024, 2, 29));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2025-02-29",
        "29.02.2024",
        "2024-2-9",
        "2024-02-29T",
        "0000-01-01",
        "+2024-01-1"
      })
  void shouldRefuseWhatIsNoDay(String text) {
    assertThat(Timestamps.parseDay(text)).isEmpty();
  }
}
