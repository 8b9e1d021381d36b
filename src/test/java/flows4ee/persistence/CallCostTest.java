package flows4ee.persistence;

import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.message;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static flows4ee.persistence.DatabaseFixture.TESTER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the calls of the engine cost in statements and commits, with every log written and the ids
 * already in memory. The bounds are those of PostgreSQL; H2 counts a batch of rows as one.
 */
@ParameterizedClass
@EnumSource
class CallCostTest {

  private static final String TASKS =
      nodes("startEvent:S task:A task:B endEvent:E") + flows("S>A A>B B>E");

  @Parameter TestVendor vendor;
  private DatabaseFixture engine;

  @BeforeEach
  void open() {
    engine = new DatabaseFixture(vendor);
  }

  @Test
  void shouldCreateWithThreeStatements() {
    long diagram = engine.deployProcess(TASKS);
    engine.create(diagram);
    assertCost(3, 1, () -> engine.create(diagram));
  }

  @Test
  void shouldStartWithTenStatements() {
    long diagram = engine.deployProcess(TASKS);
    engine.start(diagram);
    long process = engine.create(diagram);
    assertCost(10, 1, () -> engine.engine().startInstance(process, TESTER));
  }

  @Test
  void shouldCompleteAPlainTaskWithSevenStatements() {
    var step = engine.at(engine.start(engine.deployProcess(TASKS)), "A");
    assertCost(7, 1, () -> engine.complete(step));
  }

  @Test
  void shouldCompleteTheLastTaskWithElevenStatements() {
    long process = engine.start(engine.deployProcess(TASKS));
    engine.complete(engine.at(process, "A"));
    var step = engine.at(process, "B");
    assertCost(11, 1, () -> engine.complete(step));
  }

  @Test
  void shouldSplitIntoEightWithEightStatements() {
    var step = engine.at(engine.start(engine.deployProcess(split(8))), "A");
    assertCost(8, 1, () -> engine.complete(step));
  }

  @Test
  void shouldMergeWithEightStatements() {
    // given
    long process = engine.start(engine.deployProcess(split(8)));
    engine.complete(engine.at(process, "A"));
    // when
    for (int i = 0; i < 7; i++) {
      var step = engine.at(process, "T" + i);
      assertCost(7, 1, () -> engine.complete(step));
    }
    // then
    var last = engine.at(process, "T7");
    assertCost(8, 1, () -> engine.complete(last));
    assertThat(engine.at(process, "Z")).isNotNull();
  }

  @Test
  void shouldCatchAMessageWithFifteenStatements() {
    // given
    String name = "paid " + System.nanoTime();
    long process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:Z")
                    + catchEvent("M", message(name, "order", "7", "PAYMENT"))
                    + flows("S>M M>Z")));
    // when
    assertCost(15, 1, () -> engine.message(name, "order", "7"));
    // then
    assertThat(engine.at(process, "Z")).isNotNull();
  }

  /** The first of the two commits claims the timer. */
  @Test
  void shouldFireATimerWithElevenStatements() {
    // given
    long process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:Z")
                    + catchEvent("T", timer("timeDuration", "PT1H"))
                    + flows("S>T T>Z")));
    engine.assembly.dueTimers().fireBatch();
    engine.makeTimersDue(process);
    // when
    assertCost(11, 2, () -> assertThat(engine.assembly.dueTimers().fireBatch()).isEqualTo(1));
    // then
    assertThat(engine.at(process, "Z")).isNotNull();
  }

  private void assertCost(int statements, int commits, Runnable call) {
    engine.counting.reset();
    call.run();
    assertThat(engine.counting.statements()).hasSizeLessThanOrEqualTo(statements);
    assertThat(engine.counting.commits()).isEqualTo(commits);
    assertThat(engine.counting.openConnections()).isZero();
  }

  /** Task A, then tasks T0, T1, ... between two parallel gateways, then task Z. */
  private static String split(int branches) {
    var elements = new StringBuilder();
    elements.append(nodes("startEvent:S task:A parallelGateway:G parallelGateway:M task:Z"));
    elements.append(flows("S>A A>G M>Z"));
    for (int i = 0; i < branches; i++) {
      elements.append(nodes("task:T" + i)).append(flows("G>T%1$d T%1$d>M".formatted(i)));
    }
    return elements.toString();
  }
}
