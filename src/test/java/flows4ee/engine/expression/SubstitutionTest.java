package flows4ee.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.model.VariableValue;
import java.math.BigDecimal;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubstitutionTest {

  private static VariablesScope scope() {
    return new VariablesScope()
        .with("NAME", "King")
        .with("Gate-1:route", "F1")
        .with("NUM", VariableValue.number(new BigDecimal("0.50")))
        .with("NOTHING", "")
        .in(new LoopCounters(2, 3, 0, 0, 0));
  }

  static Stream<Arguments> shortTexts() {
    return Shown.table(
        """
        &F4A$NAME. ==> King
        a &F4A$name.&F4A$Name. b ==> a KingKing b
        &F4A$Gate-1:route. ==> F1
        [&F4A$NUM.] ==> []
        [&F4A$NOTHING.] ==> []
        [&F4A$MISSING.] ==> [&F4A$MISSING.]
        &F4A$NAME ==> &F4A$NAME
        &f4a$NAME. ==> &f4a$NAME.
        &F4A$. ==> &F4A$.
        &F4A$&F4A$NAME. ==> &F4A$King
        &F4A$NA ME. ==> &F4A$NA ME.
        &NAME. ==> &NAME.
        &F4A$PROCESS_ID./&F4A$subflow_id./&F4A$SCOPE./&F4A$STEP_KEY./&F4A$PROCESS_PRIORITY. ==> 7/8/0/AbCdEfGhIj/3
        & ==> &
        """);
  }

  @ParameterizedTest
  @MethodSource("shortTexts")
  void shouldFillShortTexts(String text, String expected) {
    assertThat(Substitution.inShortText(text, scope())).isEqualTo(expected);
  }

  @Test
  void shouldFillLongTextsWithEveryType() {
    assertThat(Substitution.inLongText("[&F4A$NUM.]", scope())).isEqualTo("[0.5]");
  }

  @Test
  void shouldFillDescriptions() {
    assertThat(
            Substitution.inDescription("Item &LOOP_COUNTER. of &TOTAL_INSTANCES.: &name.", scope()))
        .isEqualTo("Item 2 of 3: King");
  }

  @Test
  void shouldRefuseToGrowBeyondTheLimit() {
    var scope = new VariablesScope().with("BIG", "x".repeat(4000));
    assertThatThrownBy(() -> Substitution.inLongText("&F4A$BIG.".repeat(300), scope))
        .isInstanceOf(EvaluationException.class);
  }

  @Property
  boolean shouldKeepTextsWithoutNames(@ForAll String text) {
    boolean hasName = text.contains("&F4A$");
    return hasName || Substitution.inShortText(text, scope()).equals(text);
  }

  @Property
  boolean shouldPutAnyValueInOnce(@ForAll String value) {
    var scope = new VariablesScope().with("V", value).with("W", "never");
    return Substitution.inLongText("<&F4A$V.>", scope).equals("<" + value + ">");
  }
}
