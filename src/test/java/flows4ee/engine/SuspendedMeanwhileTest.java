package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An instance that is suspended between two commits of a call. */
class SuspendedMeanwhileTest {

  private final EngineFixture engine = new EngineFixture();
  private final AtomicInteger runs = new AtomicInteger();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldRunWhatWasPlannedOnResume() {
    // given
    engine.handlers.put("work", context -> runs.incrementAndGet());
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A parallelGateway:G task:B endEvent:E")
                    + "<bpmn:serviceTask id=\"H\" f4ee:handler=\"work\"/>"
                    + flows("S>A A>G G>H G>B H>E B>E")));
    engine.database.meanwhile =
        () -> {
          engine.database.meanwhile = () -> {};
          process.suspend();
        };
    // when
    process.complete("A");
    // then
    assertThat(runs).hasValue(0);
    assertThat(process.status()).isEqualTo("suspended");
    assertThat(process.steps()).containsExactly("B restart on resume", "H restart on resume");
    // when
    process.resume();
    // then
    assertThat(runs).hasValue(1);
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldLogThatAMessageIsKept() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + Bpmn.catchEvent("C", Bpmn.message("paid", "order", "1", "PAYMENT"))
                    + flows("S>C C>B B>E")));
    process.suspend();
    // when
    engine.message("paid", "order", "1", "{}");
    // then
    assertThat(engine.database.tables.stepEvents)
        .filteredOn(event -> event.event().startsWith("message"))
        .extracting(event -> event.objectId() + " " + event.event())
        .containsExactly("C message enqueued");
    // when
    process.resume();
    // then
    assertThat(process.steps()).containsExactly("B running");
  }
}
