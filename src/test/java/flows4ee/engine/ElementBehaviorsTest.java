package flows4ee.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.activity.UnsupportedElementBehavior;
import flows4ee.engine.execution.ElementBehaviors;
import flows4ee.engine.expression.Evaluator;
import flows4ee.engine.expression.SettingValues;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.state.SqlQueries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElementBehaviorsTest {

  private final ElementBehaviors behaviors = behaviors();

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldKnowABehaviorForEveryKindOfElement(Class<? extends FlowElement> kind) {
    assertThat(behaviors.covers(kind)).isTrue();
  }

  @Test
  void shouldKnowNoBehaviorForAKindThatIsNoElementOfItsOwn() {
    assertThat(behaviors.covers(FlowElement.class)).isFalse();
  }

  @Test
  void shouldRefuseTwoBehaviorsForOneKind() {
    var behavior = new UnsupportedElementBehavior();
    assertThatThrownBy(() -> new ElementBehaviors(List.of(behavior, behavior), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UnsupportedElement");
  }

  private static ElementBehaviors behaviors() {
    var evaluator = new Evaluator(SqlQueries.NONE);
    return EngineAssembly.behaviors(
        new EngineFixture().ports, evaluator, new SettingValues(evaluator));
  }

  static Stream<Class<?>> kinds() {
    return leaves(FlowElement.class);
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ElementBehaviorsTest::leaves)
        : Stream.of(type);
  }
}
