package flows4ee.persistence;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.persistence.DatabaseFixture.TESTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.PageRequest;
import flows4ee.engine.StepCompletion;
import flows4ee.engine.VariableAssignment;
import flows4ee.engine.error.EngineException;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.Subflow;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An instance with ten thousand variables, and variables of ten megabytes. */
@ParameterizedClass
@EnumSource
class ManyVariablesTest {

  private static final int BATCH = 1000;
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  @Parameter TestVendor vendor;
  private DatabaseFixture engine;
  private long process;

  @BeforeEach
  void start() {
    engine = new DatabaseFixture(vendor);
    process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E") + flows("S>A A>B B>E")));
  }

  @Test
  void shouldCompleteAStepAtTheSameCostWithTenThousandVariables_SEC_DOS_7() {
    // given
    for (int from = 0; from < 10 * BATCH; from += BATCH) {
      engine.engine().setVariables(process, variables(from), TESTER);
    }
    var step = engine.at(process, "A");
    engine.counting.reset();
    // when
    engine.complete(step);
    // then
    assertThat(engine.counting.statements()).hasSizeLessThanOrEqualTo(12);
    assertThat(engine.at(process, "B")).isNotNull();
    assertThat(count()).isEqualTo(10 * BATCH);
  }

  @Test
  void shouldWriteAThousandVariablesWithOneStepOrNone_SEC_DOS_7() {
    // given
    var step = engine.at(process, "A");
    var wrongKey = new StepCompletion(variables(0), Optional.of("somebody else"));
    // when
    assertThatThrownBy(() -> complete(step, wrongKey)).isInstanceOf(EngineException.class);
    // then
    assertThat(count()).isZero();
    // when
    engine.counting.reset();
    complete(step, new StepCompletion(variables(0), Optional.empty()));
    // then
    assertThat(count()).isEqualTo(BATCH);
    assertThat(engine.counting.commits()).isEqualTo(1);
    assertThat(engine.at(process, "B")).isNotNull();
  }

  @Test
  void shouldKeepTextsOfTenMegabytes_SEC_DOS_7() {
    // given
    String text = "ä".repeat(TEN_MEGABYTES);
    String json = "[" + "1,".repeat(TEN_MEGABYTES / 2) + "1]";
    // when
    engine
        .engine()
        .setVariables(
            process,
            List.of(
                variable("TEXT", VariableValue.clob(text)),
                variable("JSON", VariableValue.json(json))),
            TESTER);
    engine.complete(engine.at(process, "A"));
    // then
    assertThat(value("TEXT").equals(text)).isTrue();
    assertThat(value("JSON").equals(json)).isTrue();
  }

  private void complete(Subflow step, StepCompletion completion) {
    engine.engine().completeStep(step.id(), step.stepKey(), completion, TESTER);
  }

  private static List<VariableAssignment> variables(int from) {
    return IntStream.range(from, from + BATCH)
        .mapToObj(n -> variable("V" + n, VariableValue.number(n)))
        .toList();
  }

  private static VariableAssignment variable(String name, VariableValue value) {
    return new VariableAssignment(name, value, OptionalLong.of(0), OptionalLong.empty());
  }

  private SqlProcessQueries queries() {
    return new SqlProcessQueries(vendor.shared().dataSource(), Clock.systemUTC());
  }

  private int count() {
    return queries()
        .findVariables(process, 0, Optional.empty(), PageRequest.first(20 * BATCH))
        .items()
        .size();
  }

  private String value(String name) {
    return queries()
        .findVariables(process, 0, Optional.of(name), PageRequest.first(1))
        .items()
        .get(0)
        .value()
        .text();
  }
}
