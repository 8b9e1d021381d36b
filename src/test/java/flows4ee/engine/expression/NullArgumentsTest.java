package flows4ee.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An optional argument that is NULL is not one that is left out, as in Oracle. */
class NullArgumentsTest {

  private final VariablesScope scope = new VariablesScope(5).with("NONE", "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "substr('abc', 1, :F4A$NONE)",
        "instr('banana', 'a', null)",
        "instr('banana', 'a', 1, null)",
        "ltrim(' a', null)",
        "rtrim('a ', '')",
        "lpad('a', 3, null)",
        "round(1.26, null)",
        "trunc(1.26, null)",
        "trunc(sysdate, null)",
        "to_char(1.5, null)",
        "to_char(sysdate, :F4A$NONE)",
        "to_number('1', null)",
        "to_date('2024-01-31 08:00:00', null)",
        "to_timestamp_tz('2024-01-31 08:00:00 +00:00', null)"
      })
  void shouldBeNullWhenAnOptionalArgumentIs(String text) {
    assertThat(Shown.expression(text, scope)).isEqualTo("NULL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "substr('abc', 2) | 'bc'",
        "instr('banana', 'a') | 2",
        "ltrim(' a') | 'a'",
        "rtrim('a ') | 'a'",
        "round(1.26) | 1",
        "to_char(1.5) | '1.5'",
        "to_number('1') | 1",
        "to_date('2024-01-31 08:00:00') | date 2024-01-31 08:00:00"
      })
  void shouldHaveADefaultForAnArgumentThatIsLeftOut(String text, String expected) {
    assertThat(Shown.expression(text, scope)).isEqualTo(expected);
  }
}
