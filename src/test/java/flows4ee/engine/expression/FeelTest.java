package flows4ee.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.SqlQueries;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FeelTest {

  private static VariablesScope scope() {
    return new VariablesScope()
        .with("Name", "King")
        .with("EMPTY", "")
        .with("AMOUNT", VariableValue.number(new BigDecimal("1200.50")))
        .with("TEXTNUM", "12.5")
        .with("HUGE", "1e999999999")
        .with("HIRED", VariableValue.date(LocalDateTime.of(2024, 1, 31, 8, 0)))
        .with("SEEN", VariableValue.timestamp(ZonedDateTime.parse("2024-07-01T12:00:00+02:00")))
        .with("ITEMS", VariableValue.json("[{\"p\":1.5,\"n\":\"a\"},{\"p\":2,\"n\":null}]"))
        .with("DOC", VariableValue.json("{\"a\":{\"b\":true}}"))
        .with("BROKEN", VariableValue.json("{"));
  }

  static Stream<Arguments> expressions() {
    return Shown.table(
        """
        1 + 2 * 3 ==> 7
        AMOUNT * 2 ==> 2401
        amount > 1000 ==> true
        Name = "King" ==> true
        "a" + "b" ==> 'ab'
        EMPTY ==> NULL
        MISSING ==> NULL
        MISSING = null ==> true
        contains(Name, "in") ==> true
        contains(MISSING, "in") ==> NULL
        upper case(Name) ==> 'KING'
        substring(Name, 2, 2) ==> 'in'
        string length(Name) ==> 4
        number(TEXTNUM) + 1 ==> 13.5
        number("7") ==> 7
        string join(["a", "b"], "-") ==> 'a-b'
        if AMOUNT > 1000 then "big" else "small" ==> 'big'
        AMOUNT between 1 and 2000 ==> true
        AMOUNT in [1..2000] ==> true
        not(true) ==> false
        DOC.a.b ==> true
        ITEMS[1].n ==> 'a'
        sum(ITEMS.p) ==> 3.5
        count(ITEMS[p > 1.7]) ==> 1
        some i in ITEMS satisfies i.p = 2 ==> true
        every i in ITEMS satisfies i.p > 2 ==> false
        for i in ITEMS return i.p * 2 ==> '[3,4]'
        for i in 1..3, j in [10, 20] return i * j ==> '[10,20,20,40,30,60]'
        {a: 1, b: {c: "x", d: null, e: true}} ==> '{"a":1,"b":{"c":"x","d":null,"e":true}}'
        decimal(1.239, 2) ==> 1.24
        modulo(7, 3) ==> 1
        HIRED ==> date 2024-01-31 08:00:00
        HIRED + duration("PT1H") ==> date 2024-01-31 09:00:00
        SEEN ==> timestamp 2024-07-01 12:00:00 +02:00
        date("2024-02-03") ==> date 2024-02-03 00:00:00
        now() ==> timestamp 2024-02-29 10:15:30 +00:00
        today() ==> date 2024-02-29 00:00:00
        duration("PT6H") ==> interval +000000000 06:00:00.000000000
        duration("P1Y2M") ==> interval +01-02
        time("10:00:00") ==> '10:00'
        PROCESS_ID ==> 7
        STEP_KEY ==> 'AbCdEfGhIj'
        1 / 0 ==> NULL
        "a" > 1 ==> NULL
        1 + ==> fails
        number(HUGE) ==> fails
        number(MISSING) ==> fails
        number("1e999999999") ==> fails
        BROKEN ==> fails
        function(x) x ==> fails
        date and time("9999-12-31T00:00:00") + duration("P400D") ==> fails
        for x in 1..2000000 return x ==> fails
        for x in 0..999 return (for y in 0..999 return y) ==> fails
        for x in Name..3 return x ==> fails
        """);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("expressions")
  void shouldEvaluate(String text, String expected) {
    if (expected.equals("fails")) {
      assertThatThrownBy(() -> Shown.feel(text, scope())).isInstanceOf(EvaluationException.class);
    } else {
      assertThat(Shown.feel(text, scope())).isEqualTo(expected);
    }
  }

  private static VariablesScope withList(int size) {
    String list =
        IntStream.range(0, size)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(",", "[", "]"));
    return new VariablesScope().with("XS", VariableValue.json(list));
  }

  @Tag("bounds")
  @Test
  void shouldLoopOverListsWithinTheBound() {
    assertThat(Shown.feel("count(for x in XS return x * 2)", withList(10_000))).isEqualTo("10000");
    assertThat(Shown.feel("count(for x in XS return XS)", withList(300))).isEqualTo("300");
  }

  @Test
  void shouldRefuseWorkThatGrowsWithTheSquareOfAList() {
    assertThatThrownBy(() -> Shown.feel("count(flatten(for x in XS return XS))", withList(5_000)))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("too long");
    assertThatThrownBy(() -> Shown.feel("XS[count(XS) > item]", withList(5_000)))
        .isInstanceOf(EvaluationException.class);
  }

  @Test
  void shouldRefuseResultsThatAreTooLong() {
    var scope = new VariablesScope().with("T", VariableValue.clob("x".repeat(600_000)));
    assertThatThrownBy(() -> Shown.feel("T + T", scope))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("longer than");
    assertThatThrownBy(() -> Shown.feel("[T, T]", scope))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("longer than");
  }

  @Test
  void shouldRefuseTextsOfTooManyParts() {
    assertThatThrownBy(() -> Shown.feel("1" + "+1".repeat(300), scope()))
        .hasMessageContaining("too many parts");
    assertThatThrownBy(() -> Shown.feel("(".repeat(40) + "1" + ")".repeat(40), scope()))
        .hasMessageContaining("too many parts");
    assertThat(Shown.feel("1" + "+1".repeat(140), scope())).isEqualTo("141");
    assertThat(Shown.feel("\"" + "(".repeat(100) + "\"", scope())).contains("((((");
  }

  @Test
  void shouldReportSyntaxErrorsForWarnings() {
    var evaluator = new Evaluator(SqlQueries.NONE);
    assertThat(evaluator.findSyntaxError(ExpressionType.FEEL_EXPRESSION, "1 +")).isPresent();
    assertThat(evaluator.findSyntaxError(ExpressionType.FEEL_EXPRESSION, "1 + 1")).isEmpty();
  }
}
