package flows4ee.engine.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.expression.ModelTexts;
import flows4ee.engine.expression.VariablesScope;
import flows4ee.engine.model.EventDefinition.Timer;
import flows4ee.engine.model.TimerKind;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.variable.Interval;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Now is 2024-02-29T10:15:30.123456Z. */
class TimerScheduleTest {

  private static final Set<String> WRONG =
      Set.of("rubbish", "PT20S as cycle", "R5/P20S", "20230901H13:30:20");

  private final TimerSchedule schedule = new TimerSchedule(() -> 1000);

  private static VariablesScope scope() {
    return new VariablesScope()
        .with("WHEN", VariableValue.date(LocalDateTime.of(2025, 1, 2, 3, 4, 5)))
        .with("SEEN", VariableValue.timestamp(ZonedDateTime.parse("2025-01-02T03:04:05+02:00")))
        .with("TEXT", "2025-01-02 03:04:05")
        .with("MASKED", "02-JAN-2025")
        .with("SPAN", "PT10M")
        .with("CYCLE", "R2/PT10M")
        .with("DS", "000 00:00:05")
        .with("RUNS", "4")
        .with("NOTHING", new VariableValue(VariableType.DATE, null));
  }

  private static Timer timer(TimerKind kind, String... parts) {
    var texts =
        Stream.concat(Arrays.stream(parts), Stream.of("", "", ""))
            .map(part -> part.isEmpty() ? Optional.<String>empty() : Optional.of(part))
            .toList();
    return new Timer(kind, texts.get(0), texts.get(1), texts.get(2));
  }

  private TimerPlan plan(TimerKind kind, String... parts) {
    return schedule.plan("E", timer(kind, parts), scope());
  }

  private static Stream<Arguments> table(String lines) {
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.split("==>"))
        .map(pair -> Arguments.of(pair[0].strip(), pair[1].strip()));
  }

  static Stream<Arguments> dates() {
    return table(
        """
        2025-09-01T13:30:20Z ==> 2025-09-01T13:30:20Z
        2025-09-01T13:30:20 ==> 2025-09-01T13:30:20Z
        2025-09-01 13:30:20 ==> 2025-09-01T13:30:20Z
        2025-09-01T13:30 ==> 2025-09-01T13:30:00Z
        2025-09-01T13:30:20.5+02:00 ==> 2025-09-01T11:30:20.500Z
        2025-09-01T13:30:20 Europe/Paris ==> 2025-09-01T11:30:20Z
        2025-09-01 ==> 2025-09-01T00:00:00Z
        20250901T133020Z ==> 2025-09-01T13:30:20Z
        20250901T13:30:20 ==> 2025-09-01T13:30:20Z
        20250901T1330+0200 ==> 2025-09-01T11:30:00Z
        20250901 ==> 2025-09-01T00:00:00Z
        T10:15:31 ==> 2024-02-29T10:15:31Z
        T10:15:30 ==> 2024-03-01T10:15:30Z
        T2300 ==> 2024-02-29T23:00:00Z
        T09:00Z ==> 2024-03-01T09:00:00Z
        &F4A$WHEN. ==> 2025-01-02T03:04:05Z
        &F4A$SEEN. ==> 2025-01-02T01:04:05Z
        &F4A$TEXT. ==> 2025-01-02T03:04:05Z
        2000-01-01T00:00:00Z ==> 2000-01-01T00:00:00Z
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dates")
  void shouldReadDates(String text, String expected) {
    var plan = plan(TimerKind.DATE, text);
    assertThat(plan.dueAt()).isEqualTo(Instant.parse(expected));
    assertThat(plan.repeatInterval()).isEmpty();
    assertThat(plan.maxRuns()).isEqualTo(1);
  }

  static Stream<Arguments> durations() {
    return table(
        """
        PT2S ==> 2024-02-29T10:15:32.123456Z
        PT20s ==> 2024-02-29T10:15:50.123456Z
        pt1h30m ==> 2024-02-29T11:45:30.123456Z
        PT120M ==> 2024-02-29T12:15:30.123456Z
        PT0.5S ==> 2024-02-29T10:15:30.623456Z
        P3M ==> 2024-05-29T10:15:30.123456Z
        P1Y2M ==> 2025-04-29T10:15:30.123456Z
        P1Y ==> 2025-02-28T10:15:30.123456Z
        P1W ==> 2024-03-07T10:15:30.123456Z
        P1Y1M1DT1H1M1S ==> 2025-03-30T11:16:31.123456Z
        PT0S ==> 2024-02-29T10:15:30.123456Z
        &F4A$SPAN. ==> 2024-02-29T10:25:30.123456Z
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("durations")
  void shouldAddDurations(String text, String expected) {
    assertThat(plan(TimerKind.DURATION, text).dueAt()).isEqualTo(Instant.parse(expected));
  }

  static Stream<Arguments> cycles() {
    return table(
        """
        R5/PT2M ==> 2024-02-29T10:17:30.123456Z 5 PT120S
        r3/pt4h ==> 2024-02-29T14:15:30.123456Z 3 PT14400S
        R0/PT1S ==> 2024-02-29T10:15:31.123456Z 1 PT1S
        R/PT1S ==> 2024-02-29T10:15:31.123456Z 1000 PT1S
        R-1/PT1S ==> 2024-02-29T10:15:31.123456Z 1000 PT1S
        R999999/PT1S ==> 2024-02-29T10:15:31.123456Z 1000 PT1S
        R2/P1M ==> 2024-03-29T10:15:30.123456Z 2 P1M
        R2/2025-01-01T00:00:00Z/P1D ==> 2025-01-01T00:00:00Z 2 P1DT0S
        &F4A$CYCLE. ==> 2024-02-29T10:25:30.123456Z 2 PT600S
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cycles")
  void shouldReadCycles(String text, String expected) {
    var plan = plan(TimerKind.CYCLE, text);
    assertThat(plan.dueAt() + " " + plan.maxRuns() + " " + plan.repeatInterval().orElseThrow())
        .isEqualTo(expected);
  }

  @Test
  void shouldReadOracleForms() {
    assertThat(
            plan(TimerKind.ORACLE_DATE, "24-JUN-2025 09:15:00", "DD-MON-YYYY HH24:MI:SS").dueAt())
        .isEqualTo(Instant.parse("2025-06-24T09:15:00Z"));
    assertThat(plan(TimerKind.ORACLE_DATE, "&F4A$WHEN.", "DD-MON-YYYY").dueAt())
        .isEqualTo(Instant.parse("2025-01-02T03:04:05Z"));
    assertThat(plan(TimerKind.ORACLE_DATE, "&F4A$MASKED.", "DD-MON-YYYY").dueAt())
        .isEqualTo(Instant.parse("2025-01-02T00:00:00Z"));
    assertThat(plan(TimerKind.ORACLE_DURATION, "", "&F4A$DS.").dueAt())
        .isEqualTo(Instant.parse("2024-02-29T10:15:35.123456Z"));
    assertThat(plan(TimerKind.ORACLE_DURATION, "01-01", "001 00:00:00").dueAt())
        .isEqualTo(Instant.parse("2025-03-30T10:15:30.123456Z"));
    assertThat(plan(TimerKind.ORACLE_DURATION, "00-01").dueAt())
        .isEqualTo(Instant.parse("2024-03-29T10:15:30.123456Z"));
    var cycle = plan(TimerKind.ORACLE_CYCLE, "000 00:00:10", "000 00:01:00", "&F4A$RUNS.");
    assertThat(cycle.dueAt()).isEqualTo(Instant.parse("2024-02-29T10:15:40.123456Z"));
    assertThat(cycle.repeatInterval()).contains(Interval.ofIso("PT1M"));
    assertThat(cycle.maxRuns()).isEqualTo(4);
    assertThat(plan(TimerKind.ORACLE_CYCLE, "000 00:00:10", "000 00:01:00").maxRuns())
        .isEqualTo(1000);
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of(TimerKind.DATE, "rubbish", ""),
        Arguments.of(TimerKind.DATE, "20230901H13:30:20", ""),
        Arguments.of(TimerKind.DATE, "999999999-01-01T00:00:00Z", ""),
        Arguments.of(TimerKind.DATE, "0000-01-01T00:00:00Z", ""),
        Arguments.of(TimerKind.DATE, "2025-02-30T00:00:00Z", ""),
        Arguments.of(TimerKind.DATE, "T25:00:00", ""),
        Arguments.of(TimerKind.DATE, "&F4A$MISSING.", ""),
        Arguments.of(TimerKind.DATE, "&F4A$NOTHING.", ""),
        Arguments.of(TimerKind.DURATION, "rubbish", ""),
        Arguments.of(TimerKind.DURATION, "P", ""),
        Arguments.of(TimerKind.DURATION, "PT", ""),
        Arguments.of(TimerKind.DURATION, "P1H", ""),
        Arguments.of(TimerKind.DURATION, "-PT1H", ""),
        Arguments.of(TimerKind.DURATION, "P999999999D", ""),
        Arguments.of(TimerKind.DURATION, "P9000Y", ""),
        Arguments.of(TimerKind.DURATION, "PT" + "9".repeat(200) + "S", ""),
        Arguments.of(TimerKind.CYCLE, "PT20S", ""),
        Arguments.of(TimerKind.CYCLE, "R5/P20S", ""),
        Arguments.of(TimerKind.CYCLE, "R/PT0S", ""),
        Arguments.of(TimerKind.CYCLE, "R/PT0.001S", ""),
        Arguments.of(TimerKind.CYCLE, "R/-PT5S", ""),
        Arguments.of(TimerKind.CYCLE, "R2/soon/PT5S", ""),
        Arguments.of(TimerKind.ORACLE_DATE, "rubbish", "DD-MON-YYYY"),
        Arguments.of(TimerKind.ORACLE_DATE, "01-JAN-2025", "nonsense"),
        Arguments.of(TimerKind.ORACLE_DURATION, "1 month", "000 00:00:00"),
        Arguments.of(TimerKind.ORACLE_DURATION, "00-01", "25:00:00"),
        Arguments.of(TimerKind.ORACLE_DURATION, "&F4A$NOTHING.", ""),
        Arguments.of(TimerKind.ORACLE_CYCLE, "000 00:00:10", "000 00:00:00"),
        Arguments.of(TimerKind.ORACLE_CYCLE, "000 00:00:10", "-000 00:01:00"));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("unreadable")
  void shouldNameADefinitionThatCannotBeRead(TimerKind kind, String first, String second) {
    assertThatThrownBy(() -> plan(kind, first, second))
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("\"" + (first + " " + second).strip() + "\"")
        .hasMessageContaining("of type " + kind.literal())
        .hasMessageContaining("process instance 7, subflow 8")
        .extracting(e -> ((StepFailedException) e).engineMessage().key())
        .isEqualTo("timer_definition_error");
  }

  @Test
  void shouldRefuseANumberOfRunsThatIsNone() {
    assertThatThrownBy(() -> plan(TimerKind.ORACLE_CYCLE, "000 00:00:10", "000 00:01:00", "many"))
        .hasMessageContaining("000 00:00:10 000 00:01:00 many");
  }

  static Stream<Arguments> incomplete() {
    return Stream.of(
        Arguments.of(TimerKind.MISSING, "", ""),
        Arguments.of(TimerKind.DATE, "", ""),
        Arguments.of(TimerKind.DURATION, " ", ""),
        Arguments.of(TimerKind.CYCLE, "", ""),
        Arguments.of(TimerKind.ORACLE_DATE, "01-JAN-2025", ""),
        Arguments.of(TimerKind.ORACLE_DURATION, "", ""),
        Arguments.of(TimerKind.ORACLE_CYCLE, "", "000 00:01:00"));
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void shouldNameMissingParts(TimerKind kind, String first, String second) {
    assertThatThrownBy(() -> plan(kind, first, second))
        .isInstanceOf(StepFailedException.class)
        .hasMessage(
            "Incomplete timer definitions for object E. Type: %s; Value1: %s Value2: %s Value3: "
                .formatted(kind.literal(), first, second));
  }

  static Stream<ModelTexts.Text> modelTimers() {
    return ModelTexts.all().stream().filter(text -> text.type().startsWith("time"));
  }

  @ParameterizedTest
  @MethodSource("modelTimers")
  void shouldReadTheTimersOfTheDiagrams(ModelTexts.Text text) {
    var kind =
        switch (text.type()) {
          case "timeDate" -> TimerKind.DATE;
          case "timeDuration" -> TimerKind.DURATION;
          default -> TimerKind.CYCLE;
        };
    boolean isVariable = text.text().startsWith("&F4A$");
    boolean isWrong =
        WRONG.contains(text.text()) || kind == TimerKind.CYCLE && !text.text().startsWith("R");
    if (isVariable || isWrong) {
      assertThatThrownBy(() -> plan(kind, text.text())).isInstanceOf(StepFailedException.class);
    } else {
      assertThat(plan(kind, text.text()).dueAt()).isAfter(VariablesScope.NOW);
    }
  }

  @Test
  void shouldRefuseAPlanWithoutRuns() {
    assertThatThrownBy(() -> new TimerPlan(VariablesScope.NOW, Optional.empty(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
