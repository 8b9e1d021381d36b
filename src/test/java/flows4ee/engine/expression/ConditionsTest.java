package flows4ee.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.model.Condition;
import flows4ee.engine.state.SqlQueries;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionsTest {

  private final Conditions conditions = new Conditions(new Evaluator(SqlQueries.NONE));

  private static VariablesScope scope() {
    return new VariablesScope()
        .with("NUMA", 10)
        .with("NUMB", 9)
        .with("NUMC", 30)
        .with("PATH", "AC")
        .with("NOTHING", "");
  }

  private boolean holds(String language, String text) {
    return conditions.holds(VariablesScope.flow("F", new Condition(language, text)), scope());
  }

  static Stream<Arguments> flowConditions() {
    return Shown.table(
        """
        :F4A$NUMB between :F4A$NUMA and :F4A$NUMC ==> false
        to_number(:F4A$NUMB) between 1 and 10 ==> true
        :F4A$NUMB = 9 ==> true
        :F4A$NUMB > :F4A$NUMA ==> true
        :F4A$PROCESS_ID = '7' ==> true
        :F4A$PATH like '%A%' ==> true
        :F4A$PATH like '%B%' ==> false
        :F4A$NOTHING = 'x' ==> false
        :F4A$MISSING like '%' ==> false
        ''||:F4A$MISSING is null ==> true
        '&F4A$NUMB.' = '9' ==> true
        &F4A$NUMB. < &F4A$NUMA. ==> true
        null ==> false
        """);
  }

  @ParameterizedTest
  @MethodSource("flowConditions")
  void shouldBindTextsInConditionsOfFlows(String text, boolean expected) {
    assertThat(holds("plsqlExpression", text)).isEqualTo(expected);
    assertThat(holds("plsqlFunctionBody", "return " + text + ";")).isEqualTo(expected);
  }

  @Test
  void shouldHoldForFeelAndNotForOtherLanguages() {
    assertThat(holds("feel", "contains(PATH, \"A\")")).isTrue();
    assertThat(holds("feel", "NUMB < NUMA")).isTrue();
    assertThat(holds("feel", "contains(MISSING, \"A\")")).isFalse();
    assertThat(holds("juel", "${true}")).isFalse();
    assertThat(holds("", "1 = 1")).isFalse();
    assertThat(holds(null, "1 = 1")).isFalse();
  }

  @Test
  void shouldNotHoldWithoutCondition() {
    assertThat(conditions.holds(VariablesScope.flow("F", null), scope())).isFalse();
  }

  static Stream<Arguments> badConditions() {
    return Shown.table(
        """
        'x' ==> a text stands where a condition is expected
        1 = ==> syntax error
        :F4A$PATH = 1 ==> a text is not a number
        nosuch() ==> the name nosuch is not known
        """);
  }

  @ParameterizedTest
  @MethodSource("badConditions")
  void shouldNameTheFlowOfABadCondition(String text, String detail) {
    assertThatThrownBy(() -> holds("plsqlExpression", text))
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("sequence flow F ")
        .hasMessageContaining(detail)
        .hasMessageNotContaining("AC")
        .extracting(e -> ((StepFailedException) e).engineMessage())
        .isEqualTo(EngineMessage.GATEWAY_BAD_EXPRESSION);
  }

  @Test
  void shouldSeeTypedBindsAndCountersInCompletionConditions() {
    var scope = scope().in(new LoopCounters(2, 5, 1, 3, 0));
    assertThat(isComplete(":F4A$completed_instances >= 3", scope)).isTrue();
    assertThat(isComplete(":F4A$NUMB > :F4A$NUMA", scope)).isFalse();
    assertThat(isComplete(":F4A$LOOP_COUNTER = 2 and :F4A$TOTAL_INSTANCES = 5", scope)).isTrue();
    assertThat(isComplete(":F4A$ACTIVE_INSTANCES + :F4A$TERMINATED_INSTANCES = 1", scope)).isTrue();
    assertThat(isComplete("flow_globals.loop_counter = 2", scope)).isTrue();
  }

  private boolean isComplete(String text, VariablesScope scope) {
    return conditions.isComplete("A", new Condition("plsqlExpression", text), scope);
  }

  @Test
  void shouldNameTheObjectOfABadCompletionCondition() {
    assertThatThrownBy(() -> isComplete("1 +", scope()))
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("object A ")
        .extracting(e -> ((StepFailedException) e).engineMessage())
        .isEqualTo(EngineMessage.ITERATION_CONDITION);
  }
}
