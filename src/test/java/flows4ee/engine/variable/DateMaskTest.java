package flows4ee.engine.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateMaskTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 2, 29);
  private static final ZonedDateTime TIME =
      ZonedDateTime.parse("1970-06-03T14:05:09.123456789+01:00[Europe/Paris]");

  private static Stream<Arguments> table(String lines) {
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.split("==>"))
        .map(pair -> Arguments.of(pair[0].strip(), pair[1].strip()));
  }

  static Stream<Arguments> written() {
    return table(
        """
        YYYY-MM-DD HH24:MI:SS ==> 1970-06-03 14:05:09
        DDth Month YYYY A.D. ==> 03RD June      1970 A.D.
        DDTH Month YYYY ==> 03RD June      1970
        fmDdth Month YYYY ==> 3rd June 1970
        fmddTH ==> 3rd
        MONTH|MON|Mon|mon|month| ==> JUNE     |JUN|Jun|jun|june     |
        DAY|Day|DY|Dy|dy|D ==> WEDNESDAY|Wednesday|WED|Wed|wed|4
        YYY YY Y RRRR RR CC ==> 970 70 0 1970 70 20
        [SYYYY] ==> [ 1970]
        FMSYYYY ==> 1970
        IYYY IW WW W Q ==> 1970 23 22 1 2
        DDD J SSSSS ==> 154 2440741 50709
        HH HH12 AM P.M. pm ==> 02 02 PM P.M. pm
        FF FF1 FF3 FF9 ==> 123456 1 123 123456789
        TZH:TZM TZR ==> +01:00 Europe/Paris
        [RM]|[fmRM] ==> [  VI]|[VI]
        AD B.C. bc ==> AD A.D. ad
        "at" HH24"h" ==> at 14h
        FXYYYY/MM.DD,HH;MI ==> 1970/06.03,02;05
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("written")
  void shouldWrite(String mask, String expected) {
    assertThat(DateMask.of(mask).format(TIME)).isEqualTo(expected);
  }

  @Test
  void shouldWriteEndingsOfNumbers() {
    var mask = DateMask.of("fmddth");
    assertThat(Stream.of(1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31))
        .extracting(day -> mask.format(LocalDateTime.of(2024, 1, day, 0, 0)))
        .containsExactly(
            "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "31st");
  }

  @Test
  void shouldWriteZones() {
    var utc = ZonedDateTime.parse("2024-01-02T03:04:05Z");
    assertThat(DateMask.TIMESTAMP.format(utc)).isEqualTo("2024-01-02 03:04:05 +00:00");
    var west = ZonedDateTime.parse("2024-01-02T03:04:05-05:30");
    assertThat(DateMask.of("TZH:TZM TZR").format(west)).isEqualTo("-05:30 -05:30");
    assertThat(DateMask.of("TZD").format(TIME)).isEqualTo("CET");
  }

  static Stream<Arguments> read() {
    return table(
        """
        YYYY-MM-DD HH24:MI:SS @ 2024-01-02 03:04:05 ==> 2024-01-02T03:04:05
        YYYY-MM-DD HH24:MI:SS @ 2024-01-02 ==> 2024-01-02T00:00
        YYYY-MM-DD HH24:MI:SS @ 2024/01/02 03.04 ==> 2024-01-02T03:04
        YYYY-MM-DD @ 20240102 ==> 2024-01-02T00:00
        DD-MON-YYYY @ 10-DEC-2020 ==> 2020-12-10T00:00
        DD-Mon-YYYY HH24:MI:SS @ 23-Feb-2024 01:02:03 ==> 2024-02-23T01:02:03
        DD MONTH YYYY @ 3 january 2024 ==> 2024-01-03T00:00
        DD MONTH YYYY @ 3 Jan 2024 ==> 2024-01-03T00:00
        MM/DD/YY @ 1/2/24 ==> 2024-01-02T00:00
        DD-MM-YY @ 02-Feb-24 ==> 2024-02-02T00:00
        DD-MM-RR @ 02-01-49 ==> 2049-01-02T00:00
        DD-MM-RR @ 02-01-99 ==> 1999-01-02T00:00
        DD-MM-RRRR @ 02-01-2024 ==> 2024-01-02T00:00
        YYY-MM-DD @ 025-01-02 ==> 2025-01-02T00:00
        Y-MM-DD @ 5-01-02 ==> 2025-01-02T00:00
        DD @ 5 ==> 2024-02-05T00:00
        HH24:MI @ 23:59 ==> 2024-02-01T23:59
        HH:MI AM @ 12:30 am ==> 2024-02-01T00:30
        HH:MI AM @ 12:30 PM ==> 2024-02-01T12:30
        HH12:MI P.M. @ 01:30 p.m. ==> 2024-02-01T13:30
        AM HH:MI @ PM 1:30 ==> 2024-02-01T13:30
        HH:MI @ 12:30 ==> 2024-02-01T00:30
        YYYY DDD @ 2024 060 ==> 2024-02-29T00:00
        J @ 2460370 ==> 2024-02-29T00:00
        SSSSS @ 3661 ==> 2024-02-01T01:01:01
        DAY DD-MM-YYYY @ Monday 01-01-2024 ==> 2024-01-01T00:00
        DY DD-MM-YYYY @ mon 01-01-2024 ==> 2024-01-01T00:00
        YYYY-MM-DD"T"HH24:MI @ 2024-01-02T03:04 ==> 2024-01-02T03:04
        YYYY A.D. MM DD @ 2024 A.D. 01 02 ==> 2024-01-02T00:00
        YYYY AD MM DD @ 2024 ad 01 02 ==> 2024-01-02T00:00
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("read")
  void shouldRead(String row, String expected) {
    String[] parts = row.split(" @ ");
    assertThat(DateMask.of(parts[0]).parseDate(parts[1], TODAY).toString()).isEqualTo(expected);
  }

  static Stream<Arguments> timestamps() {
    return table(
        """
        YYYY-MM-DD HH24:MI:SS TZR @ 2024-01-02 03:04:05 EUROPE/PARIS ==> 2024-01-02T03:04:05+01:00[Europe/Paris]
        YYYY-MM-DD HH24:MI:SS TZR @ 2024-01-02 03:04:05 +1:30 ==> 2024-01-02T03:04:05+01:30
        YYYY-MM-DD HH24:MI:SS TZR @ 2024-01-02 03:04:05 ==> 2024-01-02T03:04:05Z
        YYYY-MM-DD HH24:MI:SS TZH:TZM @ 2024-01-02 03:04:05 -05:30 ==> 2024-01-02T03:04:05-05:30
        YYYY-MM-DD HH24:MI:SS TZH @ 2024-01-02 03:04:05 2 ==> 2024-01-02T03:04:05+02:00
        YYYY-MM-DD HH24:MI:SS.FF TZR @ 2024-01-02 03:04:05.25 UTC ==> 2024-01-02T03:04:05.250Z[UTC]
        YYYY-MM-DD HH24:MI:SS.FF3 @ 2024-01-02 03:04:05.123 ==> 2024-01-02T03:04:05.123Z
        YYYY-MM-DD HH24:MI:SS TZR TZD @ 2024-01-02 03:04:05 Europe/Paris CET ==> 2024-01-02T03:04:05+01:00[Europe/Paris]
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("timestamps")
  void shouldReadTimestamps(String row, String expected) {
    String[] parts = row.split(" @ ");
    assertThat(DateMask.of(parts[0]).parseTimestamp(parts[1], TODAY).toString())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "YYYY-MM-DD @ 2024-13-01",
        "YYYY-MM-DD @ 2024-02-30",
        "YYYY-MM-DD @ 2024-02",
        "YYYY-MM-DD @ 2024-02-03x",
        "YYYY-MM-DD @ x",
        "YYYY @ 0000",
        "DD-MON-YYYY @ 10-DIC-2020",
        "DAY @ Funday",
        "HH:MI @ 13:00",
        "HH:MI @ 0:30",
        "HH24:MI @ 24:00",
        "HH:MI AM @ 10:30 XM",
        "TZR @ Mars/Olympus",
        "TZR @ +99:00",
        "TZH:TZM @ +99:00",
        "YYYY BC @ 0044 BC",
        "YYYY-MM-DD\"T\"HH24 @ 2024-01-02 03",
        "YYYY-MM-DD\"T\"HH24 @ 2024-01-02",
        "Q @ 1",
        "SSSSS @ 86400"
      })
  void shouldRefuseTexts(String row) {
    String[] parts = row.split(" @ ");
    assertThatThrownBy(() -> DateMask.of(parts[0]).parseTimestamp(parts[1], TODAY))
        .isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "YYYY\"", "Ö"})
  void shouldRefuseMasks(String mask) {
    assertThatThrownBy(() -> DateMask.of(mask)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void shouldRefuseLongMasksAndZonesOfDates() {
    assertThatThrownBy(() -> DateMask.of("YYYY ".repeat(50))).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> DateMask.TIMESTAMP.format(TIME.toLocalDateTime()))
        .isInstanceOf(DateTimeException.class);
  }

  @Property
  boolean shouldReadWhatItWrote(
      @ForAll @IntRange(min = 1, max = 9999) int year,
      @ForAll @IntRange(min = 1, max = 365) int day,
      @ForAll @IntRange(min = 0, max = 86_399) int second) {
    var date = LocalDate.ofYearDay(year, day).atStartOfDay().plusSeconds(second);
    return Stream.of(
            "YYYY-MM-DD HH24:MI:SS", "DD Month YYYY HH:MI:SS AM", "YYYY DDD SSSSS", "J SSSSS")
        .map(DateMask::of)
        .allMatch(mask -> mask.parseDate(mask.format(date), TODAY).equals(date));
  }
}
