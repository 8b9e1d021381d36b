package flows4ee.engine.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The start is Thursday 2024-02-29 10:15:30. */
class OracleCalendarTest {

  private static final LocalDateTime START = LocalDateTime.of(2024, 2, 29, 10, 15, 30);

  static Stream<Arguments> next() {
    return """
        FREQ=SECONDLY ==> 2024-02-29T10:15:31
        FREQ=SECONDLY;INTERVAL=45 ==> 2024-02-29T10:16:15
        FREQ=MINUTELY;INTERVAL=5 ==> 2024-02-29T10:20:30
        FREQ=MINUTELY;BYSECOND=0 ==> 2024-02-29T10:16
        freq=hourly;interval=1 ==> 2024-02-29T11:15:30
        FREQ=HOURLY;INTERVAL=24 ==> 2024-03-01T10:15:30
        FREQ=HOURLY;BYMINUTE=0,30;BYSECOND=0 ==> 2024-02-29T10:30
        FREQ=DAILY ==> 2024-03-01T10:15:30
        FREQ=DAILY;INTERVAL=3;BYHOUR=8;BYMINUTE=0;BYSECOND=0 ==> 2024-03-03T08:00
        FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0;BYSECOND=0 ==> 2024-02-29T17:00
        FREQ=DAILY;BYDAY=MON,TUE;BYHOUR=9 ==> 2024-03-04T09:15:30
        FREQ=WEEKLY ==> 2024-03-07T10:15:30
        FREQ=WEEKLY;BYDAY=FRI ==> 2024-03-01T10:15:30
        FREQ=WEEKLY;INTERVAL=2;BYDAY=FRI;BYHOUR=9;BYMINUTE=0;BYSECOND=0 ==> 2024-03-01T09:00
        FREQ=WEEKLY;INTERVAL=2;BYDAY=MON ==> 2024-03-11T10:15:30
        FREQ=MONTHLY ==> 2024-03-29T10:15:30
        FREQ=MONTHLY;BYMONTHDAY=-1 ==> 2024-03-31T10:15:30
        FREQ=MONTHLY;BYMONTHDAY=1,15 ==> 2024-03-01T10:15:30
        FREQ=MONTHLY;BYDAY=1MON ==> 2024-03-04T10:15:30
        FREQ=MONTHLY;BYDAY=-1FRI ==> 2024-03-29T10:15:30
        FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1 ==> 2024-04-01T10:15:30
        FREQ=YEARLY ==> 2028-02-29T10:15:30
        FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30 ==> 2024-06-30T10:15:30
        FREQ=YEARLY;BYMONTH=DEC;BYMONTHDAY=24;BYHOUR=0;BYMINUTE=0;BYSECOND=0 ==> 2024-12-24T00:00
        FREQ=YEARLY;BYMONTH=MARCH ==> 2024-03-29T10:15:30
        FREQ=YEARLY;BYYEARDAY=-1 ==> 2024-12-31T10:15:30
        FREQ=YEARLY;BYDAY=1MON ==> 2025-01-06T10:15:30
        FREQ=YEARLY;BYMONTH=6;BYDAY=1MON ==> 2024-06-03T10:15:30
        FREQ = DAILY ; BYHOUR = 11 ; ==> 2024-02-29T11:15:30
        """
        .lines()
        .map(line -> line.split("==>"))
        .map(pair -> Arguments.of(pair[0].strip(), pair[1].strip()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("next")
  void shouldFindTheNextOccurrence(String calendar, String expected) {
    assertThat(OracleCalendar.of(calendar).next(START).orElseThrow().toString())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HOURLY",
        "FREQ=OFTEN",
        "FREQ",
        "INTERVAL=1",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=x",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=DAILY;BYHOUR=",
        "FREQ=DAILY;BYMONTH=0",
        "FREQ=DAILY;BYMONTH=13",
        "FREQ=DAILY;BYMONTH=XYZ",
        "FREQ=DAILY;BYMONTHDAY=0",
        "FREQ=DAILY;BYMONTHDAY=32",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=DAILY;BYDAY=FUN",
        "FREQ=DAILY;BYDAY=99MON",
        "FREQ=DAILY;BYSETPOS=1",
        "FREQ=DAILY;INCLUDE=X"
      })
  void shouldRefuse(String calendar) {
    assertThatThrownBy(() -> OracleCalendar.of(calendar)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void shouldRefuseLongTexts() {
    assertThatThrownBy(() -> OracleCalendar.of("FREQ=DAILY" + ";".repeat(1000)))
        .isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=HOURLY;INTERVAL=24;BYHOUR=5",
        "FREQ=SECONDLY;INTERVAL=60;BYSECOND=5"
      })
  void shouldFindNothingWithinABound(String calendar) {
    long start = System.nanoTime();
    assertThat(OracleCalendar.of(calendar).next(START)).isEmpty();
    assertThat(System.nanoTime() - start).isLessThan(1_500_000_000L);
  }
}
