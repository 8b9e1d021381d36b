package flows4ee.engine.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VariableFormatsTest {

  static Stream<Arguments> requests() {
    return """
        VARCHAR2|text ==> text
        VARCHAR2|  x ==>   x
        CLOB|text ==> text
        NUMBER|12 ==> 12
        NUMBER|+1.50 ==> 1.5
        NUMBER|-0 ==> 0
        NUMBER|.5 ==> 0.5
        NUMBER|5. ==> 5
        NUMBER|1e3 ==> 1000
        NUMBER|1E-3 ==> 0.001
        NUMBER| 7 ==> 7
        NUMBER|1e-400 ==> 0
        NUMBER|1.00000000000000000000000000000000000000004 ==> 1
        NUMBER|x ==> x is not a valid number.
        NUMBER|1e400 ==> 1e400 is not a valid number.
        NUMBER|1e126 ==> 1e126 is not a valid number.
        NUMBER|1,5 ==> 1,5 is not a valid number.
        NUMBER|0x10 ==> 0x10 is not a valid number.
        NUMBER|1e ==> 1e is not a valid number.
        NUMBER|1e+ ==> 1e+ is not a valid number.
        NUMBER|. ==> . is not a valid number.
        NUMBER|NaN ==> NaN is not a valid number.
        NUMBER|1d ==> 1d is not a valid number.
        NUMBER|９ ==> ９ is not a valid number.
        NUMBER|1e99999999999 ==> 1e99999999999 is not a valid number.
        DATE|2022-01-01T00:00:00 ==> 2022-01-01 00:00:00
        DATE|2022-01-01T00:00:00Z ==> 2022-01-01 00:00:00
        DATE|2022-01-01T00:30:00+01:00 ==> 2021-12-31 23:30:00
        DATE|2022-01-01T00:00:00.999Z ==> 2022-01-01 00:00:00
        DATE|2022-01-01 ==> 2022-01-01 00:00:00
        DATE|2022-01-01 13:14:15 ==> 2022-01-01 13:14:15
        DATE|2022-01-01T13:14 ==> 2022-01-01 13:14:00
        DATE|2022-02-30 ==> 2022-02-30 is not a valid date.
        DATE|2022-01-01T24:00:00Z ==> 2022-01-01T24:00:00Z is not a valid date.
        DATE|2022-01-01T23:59:60Z ==> 2022-01-01T23:59:60Z is not a valid date.
        DATE|0000-01-01 ==> 0000-01-01 is not a valid date.
        DATE|999999999-01-01 ==> 999999999-01-01 is not a valid date.
        DATE|tomorrow ==> tomorrow is not a valid date.
        DATE|2022-01-01T00:00:00 Mars/Olympus ==> 2022-01-01T00:00:00 Mars/Olympus is not a valid date.
        TIMESTAMP|2022-01-01T13:10:10 US/Pacific ==> 2022-01-01 13:10:10 US/Pacific
        TIMESTAMP|2022-01-01T13:10:10Z ==> 2022-01-01 13:10:10 +00:00
        TIMESTAMP|2022-01-01 13:10:10 +01:00 ==> 2022-01-01 13:10:10 +01:00
        TIMESTAMP|2022-01-01t13:10:10.250-05:30 ==> 2022-01-01 13:10:10.25 -05:30
        TIMESTAMP|2022-01-01 13:10:10 europe/london ==> 2022-01-01 13:10:10 Europe/London
        TIMESTAMP|2022-01-01 ==> 2022-01-01 00:00:00 +00:00
        TIMESTAMP|x ==> x is not a valid date.
        JSON|{"a":[1,2]} ==> {"a":[1,2]}
        JSON|[1] ==> [1]
        JSON|"x" ==> "x"
        JSON|{a:1} ==> The value is not valid JSON.
        JSON|[1] x ==> The value is not valid JSON.
        JSON|1e500 ==> The value is not valid JSON.
        """
        .lines()
        .map(line -> line.split(" ==> ", 2))
        .map(pair -> Arguments.of(pair[0], pair[1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void shouldReadRequests(String row, String expected) {
    String[] parts = row.split("\\|", 2);
    var type =
        parts[0].equals("TIMESTAMP")
            ? VariableType.TIMESTAMP_WITH_TIME_ZONE
            : VariableType.valueOf(parts[0]);
    if (expected.contains(" valid ")) {
      assertThatThrownBy(() -> VariableFormats.fromRequest(type, parts[1]))
          .isInstanceOf(EngineException.class)
          .hasMessage(expected);
    } else {
      var value = VariableFormats.fromRequest(type, parts[1]);
      assertThat(value.type()).isEqualTo(type);
      assertThat(value.text()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(VariableType.class)
  void shouldKeepNull(VariableType type) {
    assertThat(VariableFormats.fromRequest(type, null)).isEqualTo(new VariableValue(type, null));
    assertThat(VariableFormats.fromText(type, null)).contains(new VariableValue(type, null));
    assertThat(VariableFormats.fromText(type, "")).contains(new VariableValue(type, null));
  }

  @Test
  void shouldBoundTexts() {
    String most = "é".repeat(4000);
    assertThat(VariableFormats.fromRequest(VariableType.VARCHAR2, most).text()).isEqualTo(most);
    assertThatThrownBy(() -> VariableFormats.fromRequest(VariableType.VARCHAR2, most + "x"))
        .hasMessage("The value is longer than 4000 characters.");
    String clob = "x".repeat(VariableFormats.MAX_TEXT + 1);
    assertThatThrownBy(() -> VariableFormats.fromRequest(VariableType.CLOB, clob))
        .isInstanceOf(EngineException.class);
    assertThat(VariableFormats.isJson(clob)).isFalse();
    assertThat(VariableFormats.fromText(VariableType.CLOB, clob)).isEmpty();
    assertThat(VariableFormats.fromText(VariableType.CLOB, "x")).isPresent();
  }

  @Test
  void shouldBoundTheDepthOfJson() {
    assertThat(VariableFormats.isJson("[".repeat(64) + "]".repeat(64))).isTrue();
    assertThat(VariableFormats.isJson("[".repeat(65) + "]".repeat(65))).isFalse();
    assertThat(VariableFormats.isJson("[".repeat(100_000))).isFalse();
  }

  @Test
  void shouldReadShownFormsOnly() {
    assertThat(VariableFormats.fromText(VariableType.DATE, "2022-01-01")).isEmpty();
    assertThat(VariableFormats.fromText(VariableType.DATE, "2022-01-01 1:02:03")).isEmpty();
    assertThat(VariableFormats.fromText(VariableType.DATE, "2022-01-01 01:02:03")).isPresent();
    assertThat(
            VariableFormats.fromText(VariableType.TIMESTAMP_WITH_TIME_ZONE, "2022-01-01 01:02:03"))
        .isEmpty();
    assertThat(
            VariableFormats.fromText(
                VariableType.TIMESTAMP_WITH_TIME_ZONE, "2022-01-01 01:02:03 nowhere"))
        .isEmpty();
  }

  @Test
  void shouldFindZonesInAnyCase() {
    assertThat(ZoneNames.find("EUROPE/PARIS").orElseThrow().getId()).isEqualTo("Europe/Paris");
    assertThat(ZoneNames.find("z")).contains(ZoneOffset.UTC);
    assertThat(ZoneNames.find("est")).contains(ZoneOffset.ofHours(-5));
    assertThat(ZoneNames.find("+5:30")).contains(ZoneOffset.ofHoursMinutes(5, 30));
    assertThat(ZoneNames.find("")).isEmpty();
    assertThat(ZoneNames.find("+")).isEmpty();
    assertThat(ZoneNames.find("x".repeat(100))).isEmpty();
  }

  @Test
  void shouldKeepNumbersInTheirRange() {
    assertThatThrownBy(() -> Decimals.bounded(new BigDecimal("1e126")))
        .isInstanceOf(ArithmeticException.class);
    assertThat(Decimals.bounded(new BigDecimal("9.9e125"))).isEqualByComparingTo("9.9e125");
    assertThat(Decimals.bounded(new BigDecimal("1e-131"))).isZero();
    assertThat(Decimals.bounded(new BigDecimal("1e-2000000000"))).isZero();
    assertThat(Decimals.parse("1".repeat(201))).isEmpty();
    assertThat(Decimals.parse(" ")).isEmpty();
  }

  @Property
  boolean shouldReadNumbersItShows(
      @ForAll @BigRange(min = "-1e100", max = "1e100") BigDecimal number) {
    var value = VariableValue.number(Decimals.bounded(number));
    return VariableFormats.fromText(VariableType.NUMBER, value.text())
            .orElseThrow()
            .asNumber()
            .compareTo(value.asNumber())
        == 0;
  }

  @Property
  boolean shouldReadDatesItShows(
      @ForAll @LongRange(min = -62_000_000_000L, max = 253_000_000_000L) long second) {
    var date = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    var value = VariableValue.date(date);
    return VariableFormats.fromText(VariableType.DATE, value.text()).orElseThrow().equals(value)
        && VariableFormats.fromRequest(VariableType.DATE, value.text()).equals(value);
  }

  @Property
  boolean shouldReadTimestampsItShows(
      @ForAll @LongRange(min = -62_000_000_000L, max = 253_000_000_000L) long second,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nano,
      @ForAll @IntRange(min = -1079, max = 1079) int minutes) {
    var offset = ZoneOffset.ofTotalSeconds(minutes * 60);
    var value = VariableValue.timestamp(Instant.ofEpochSecond(second, nano).atZone(offset));
    return VariableFormats.fromText(VariableType.TIMESTAMP_WITH_TIME_ZONE, value.text())
            .orElseThrow()
            .text()
            .equals(value.text())
        && VariableFormats.fromRequest(VariableType.TIMESTAMP_WITH_TIME_ZONE, value.text())
            .text()
            .equals(value.text());
  }

  @Property
  boolean shouldRefuseOrReadAnyText(@ForAll String text, @ForAll VariableType type) {
    try {
      return VariableFormats.fromRequest(type, text).type() == type;
    } catch (EngineException e) {
      return e.engineMessage().key().startsWith("var-");
    }
  }
}
