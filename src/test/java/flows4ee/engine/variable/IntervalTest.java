package flows4ee.engine.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

  @ParameterizedTest
  @CsvSource({
    "PT1H, PT3600S",
    "P1Y2M, P14M",
    "P1Y2M3W4DT5H6M7.5S, P14M25DT18367.500000000S",
    "pt20s, PT20S",
    "'PT1,5S', PT1.500000000S",
    "-P1D, -P1DT0S",
    "-P1M, -P1M",
    "PT0S, PT0S",
    "P0D, PT0S"
  })
  void shouldReadIsoForms(String text, String expected) {
    assertThat(Interval.ofIso(text)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "P", "PT", "P1", "1D", "P1H", "PT1D", "P1DT", "P-1D", "PT1.5H", "P1D2Y", "x"})
  void shouldRefuseOtherTexts(String text) {
    assertThatThrownBy(() -> Interval.ofIso(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void shouldReadOracleForms() {
    assertThat(Interval.ofDaySecond("010 06:00:00").duration()).isEqualTo(Duration.ofHours(246));
    assertThat(Interval.ofDaySecond("+1 00:00:00.25").duration().toMillis()).isEqualTo(86_400_250);
    assertThat(Interval.ofDaySecond("-1 00:00:01").isNegative()).isTrue();
    assertThat(Interval.ofYearMonth("01-11").months()).isEqualTo(23);
    assertThat(Interval.ofYearMonth("-01-00").isNegative()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1 24:00:00", "1 00:60:00", "1 00:00:60", "00:00:01", "1 0:0", "x"})
  void shouldRefuseOtherDaySecondForms(String text) {
    assertThatThrownBy(() -> Interval.ofDaySecond(text)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "01-12", "1-", "x"})
  void shouldRefuseOtherYearMonthForms(String text) {
    assertThatThrownBy(() -> Interval.ofYearMonth(text)).isInstanceOf(DateTimeException.class);
  }

  @Property
  boolean shouldReadItsOwnText(
      @ForAll @LongRange(min = 0, max = 100_000) long months,
      @ForAll @LongRange(min = 0, max = 10_000_000_000_000_000L) long nanos) {
    var interval = new Interval(months, Duration.ofNanos(nanos));
    return Interval.parse(interval.toString()).equals(interval);
  }

  @Test
  void shouldWriteVariablesAsJson() {
    var variables = new LinkedHashMap<String, VariableValue>();
    variables.put("T", VariableValue.text("a\"b"));
    variables.put("N", VariableValue.number(12));
    variables.put("D", VariableValue.date(LocalDateTime.of(2024, 1, 2, 3, 4, 5)));
    variables.put("Z", VariableValue.timestamp(ZonedDateTime.parse("2024-01-02T03:04:05.5+01:00")));
    variables.put("J", VariableValue.json("{\"a\":1}"));
    variables.put("X", new VariableValue(VariableType.CLOB, null));
    assertThat(VariablesJson.toObject(variables).toJson())
        .isEqualTo(
            "{\"T\":\"a\\\"b\",\"N\":12,\"D\":\"2024-01-02T03:04:05Z\","
                + "\"Z\":\"2024-01-02T02:04:05.500Z\",\"J\":{\"a\":1},\"X\":null}");
  }

  @Test
  void shouldReadLongTextsAsClob() {
    var object = (JsonObject) JsonReader.parse("{\"L\":\"" + "x".repeat(4001) + "\",\"S\":\"\"}");
    Map<String, VariableValue> variables = VariablesJson.toVariables(object);
    assertThat(variables.get("L").type()).isEqualTo(VariableType.CLOB);
    assertThat(variables.get("S").isNull()).isTrue();
  }
}
