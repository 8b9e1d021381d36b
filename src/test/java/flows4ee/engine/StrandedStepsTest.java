package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A handler that ends by an error of the virtual machine stands for a server that stops. */
class StrandedStepsTest {

  private static final String HANDLER = "<bpmn:serviceTask id=\"H\" f4ee:handler=\"work\"/>";

  private final EngineFixture engine = new EngineFixture();

  @BeforeEach
  void stopInTheHandler() {
    engine.handlers.put(
        "work",
        context -> {
          throw new VirtualMachineStop();
        });
  }

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldPutTheStepInErrorThatMayHaveHadItsEffect() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E")
                    + HANDLER
                    + flows("S>A A>H H>B B>E")));
    assertThatThrownBy(() -> process.complete("A")).isInstanceOf(VirtualMachineStop.class);
    assertThat(process.completed()).containsExactly("S", "A");
    // when
    handleAfter(Duration.ofMinutes(3));
    // then
    assertThat(process.status()).isEqualTo("error");
    assertThat(process.steps()).containsExactly("H error");
    assertThat(process.errorKeys()).containsExactly("step-interrupted");
    // when
    engine.handlers.put("work", context -> {});
    process.restart("H");
    // then
    assertThat(process.status()).isEqualTo("running");
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldEnterTheSistersOfTheStep() {
    // given
    var process = stopped();
    // when
    handleAfter(Duration.ofMinutes(3));
    // then
    assertThat(process.steps()).containsExactly("A running", "H error", "M waiting at gateway");
  }

  @Test
  void shouldLeaveAStepThatMayBeAtWork() {
    // given
    var process = stopped();
    // when
    handleAfter(Duration.ofMinutes(1));
    // then
    assertThat(process.steps()).containsExactly("A created", "C created", "H created");
    handleAfter(Duration.ofMinutes(2));
  }

  /** A split with a handler, a task and an automatic step, stopped in the handler. */
  private Instance stopped() {
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G parallelGateway:M endEvent:E")
                    + nodes("task:A serviceTask:C")
                    + HANDLER
                    + flows("S>G G>H G>A G>C H>M A>M C>M M>E")));
    assertThatThrownBy(() -> engine.engine().startInstance(process.id(), EngineFixture.TESTER))
        .isInstanceOf(VirtualMachineStop.class);
    return process;
  }

  private void handleAfter(Duration time) {
    engine.clock.advance(time);
    engine.assembly.strandedSteps().handle();
  }

  private static final class VirtualMachineStop extends Error {
    private static final long serialVersionUID = 1L;
  }
}
