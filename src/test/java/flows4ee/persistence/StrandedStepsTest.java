package flows4ee.persistence;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.state.Subflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class StrandedStepsTest {

  @Parameter TestVendor vendor;
  private DatabaseFixture engine;

  @BeforeEach
  void open() {
    engine = new DatabaseFixture(vendor);
  }

  @Test
  void shouldFindTheStepsThatAStopLeftPlanned() {
    // given
    engine.handlers.put(
        "work",
        context -> {
          throw new AssertionError("the server stops");
        });
    long process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G task:A endEvent:E endEvent:F")
                    + "<bpmn:serviceTask id=\"H\" f4ee:handler=\"work\"/>"
                    + flows("S>G G>H G>A H>E A>F")));
    assertThatThrownBy(() -> engine.engine().startInstance(process, DatabaseFixture.TESTER))
        .isInstanceOf(AssertionError.class);
    assertThat(statuses(process)).containsExactly("split", "created", "created");
    // when
    engine.assembly.strandedSteps().handle();
    // then
    assertThat(statuses(process)).containsExactly("split", "created", "created");
    // when
    age(process);
    engine.assembly.strandedSteps().handle();
    // then
    assertThat(statuses(process)).containsExactly("split", "error", "running");
    assertThat(engine.counting.openConnections()).isZero();
  }

  private void age(long process) {
    int aged =
        engine.update(
            """
            update flow_subflows set sbfl_became_current = current_timestamp - interval '1' hour
             where sbfl_prcs_id = ?""",
            process);
    assertThat(aged).isEqualTo(3);
  }

  private Iterable<String> statuses(long process) {
    return engine.read(process).subflows().all().stream()
        .map(Subflow::status)
        .map(status -> status.literal())
        .toList();
  }
}
