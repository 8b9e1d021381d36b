package flows4ee.persistence;

import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.message;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static flows4ee.persistence.DatabaseFixture.TESTER;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.BatchFailedException;
import flows4ee.engine.VariableAssignment;
import flows4ee.engine.activity.TaskContext;
import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.Subflow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Bugs reported of engines of this kind where it matters what the database stores. */
@ParameterizedClass
@EnumSource
class FieldReportsTest {

  private static final int CALLERS = 8;
  private static final String TASK = nodes("startEvent:S task:A endEvent:E") + flows("S>A A>E");

  @Parameter TestVendor vendor;
  private DatabaseFixture engine;

  @BeforeEach
  void open() {
    engine = new DatabaseFixture(vendor);
  }

  /** A timer fired although the message of its event gateway had come. */
  @Test
  void A02_shouldLeaveNoTimerWhenTheMessageWins() {
    // given
    String name = "paid " + System.nanoTime();
    long process = engine.start(engine.deployProcess(eventGateway(name)));
    assertThat(engine.read(process).timers().all()).hasSize(1);
    // when
    engine.message(name, "order", "7");
    // then
    assertThat(engine.makeTimersDue(process)).isZero();
    engine.assembly.dueTimers().fireBatch();
    var state = engine.read(process);
    assertThat(state.subflows().all()).extracting(Subflow::current).containsExactly("A");
    assertThat(state.subscriptions().all()).isEmpty();
  }

  @Test
  void A02_shouldLeaveNoSubscriptionWhenTheTimerWins() {
    // given
    String name = "paid " + System.nanoTime();
    long process = engine.start(engine.deployProcess(eventGateway(name)));
    // when
    assertThat(engine.makeTimersDue(process)).isEqualTo(1);
    engine.assembly.dueTimers().fireBatch();
    // then
    var state = engine.read(process);
    assertThat(state.subflows().all()).extracting(Subflow::current).containsExactly("B");
    assertThat(state.subscriptions().all()).isEmpty();
    assertThat(refusals(() -> engine.message(name, "order", "7")))
        .containsExactly(EngineMessage.MESSAGE_NOT_CORRELATED);
  }

  /** Texts of more than 2000 characters were not stored. */
  @Test
  void A06_shouldStoreTextsOfUpTo4000Characters() {
    long process = engine.create(engine.deployProcess(TASK));
    for (String text : List.of("a".repeat(2001), "ä".repeat(4000), "€".repeat(4000))) {
      // when
      set(process, "LONG", VariableValue.text(text));
      // then
      assertThat(variables(process))
          .extracting(ProcessVariable::value)
          .containsExactly(VariableValue.text(text));
    }
  }

  @Test
  void A06_shouldPutTheStepInErrorThatWritesALongerText() {
    // given
    engine.handlers.put("long", context -> write(context, "€".repeat(4001)));
    long process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A endEvent:E")
                    + "<bpmn:serviceTask id=\"H\" f4ee:handler=\"long\"/>"
                    + flows("S>A A>H H>E")));
    // when
    engine.complete(engine.at(process, "A"));
    // then
    assertThat(engine.at(process, "H").status().literal()).isEqualTo("error");
    assertThat(engine.status(process)).isEqualTo("error");
  }

  @Test
  void A06_shouldRefuseALongerTextOfACaller() {
    long process = engine.create(engine.deployProcess(TASK));
    var text = VariableValue.text("€".repeat(4001));
    assertThat(refusals(() -> set(process, "LONG", text)))
        .containsExactly(EngineMessage.VALUE_TOO_LONG);
    assertThat(variables(process)).isEmpty();
  }

  /** Variables survived the reset of their instance. */
  @Test
  void A07_shouldKeepOnlyTheBusinessReferenceAfterReset() {
    // given
    long process = engine.start(engine.deployProcess(TASK));
    set(process, "business_ref", VariableValue.text("4711"));
    set(process, "AMOUNT", VariableValue.number(12));
    set(process, "NOTE", VariableValue.clob("much"));
    // when
    engine.engine().resetInstance(process, Optional.empty(), TESTER);
    // then
    assertThat(engine.status(process)).isEqualTo("created");
    assertThat(variables(process))
        .extracting(ProcessVariable::value)
        .containsExactly(VariableValue.text("4711"));
  }

  /** Concurrent calls on one instance got nothing but locking errors. */
  @Test
  void A08_shouldLetOneCallPerStepSucceed() throws Exception {
    // given
    long process = engine.start(engine.deployProcess(TASK));
    var step = engine.at(process, "A");
    // when
    var outcomes = together(Collections.nCopies(CALLERS, step));
    // then
    assertThat(outcomes.stream().filter(Optional::isEmpty)).hasSize(1);
    assertThat(outcomes.stream().flatMap(Optional::stream))
        .allMatch(
            refusal ->
                refusal == EngineMessage.STEP_KEY_INCORRECT
                    || refusal == EngineMessage.SUBFLOW_NOT_FOUND);
    assertThat(engine.status(process)).isEqualTo("completed");
  }

  @Test
  void A08_shouldLetSisterStepsSucceedSideBySide() throws Exception {
    // given
    long process = engine.start(engine.deployProcess(split()));
    List<Subflow> steps =
        engine.read(process).subflows().all().stream()
            .filter(subflow -> subflow.status().isCompletable())
            .toList();
    assertThat(steps).hasSize(CALLERS);
    // when
    var outcomes = together(steps);
    // then
    assertThat(outcomes).allMatch(Optional::isEmpty);
    assertThat(engine.read(process).subflows().all())
        .extracting(Subflow::current)
        .containsExactly("Z");
  }

  /** Completes the steps at once; gives the refusal of each. */
  private List<Optional<EngineMessage>> together(List<Subflow> steps) throws Exception {
    var barrier = new CyclicBarrier(steps.size());
    var pool = Executors.newFixedThreadPool(steps.size());
    try {
      List<Callable<Optional<EngineMessage>>> calls = new ArrayList<>();
      steps.forEach(step -> calls.add(() -> complete(step, barrier)));
      List<Optional<EngineMessage>> outcomes = new ArrayList<>();
      for (Future<Optional<EngineMessage>> outcome : pool.invokeAll(calls)) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } finally {
      pool.shutdownNow();
    }
  }

  private Optional<EngineMessage> complete(Subflow step, CyclicBarrier barrier) throws Exception {
    barrier.await();
    try {
      engine.complete(step);
      return Optional.empty();
    } catch (EngineException refusal) {
      return Optional.of(refusal.engineMessage());
    }
  }

  private static List<EngineMessage> refusals(Runnable call) {
    try {
      call.run();
      return List.of();
    } catch (BatchFailedException refusal) {
      return refusal.failures().values().stream().map(EngineException::engineMessage).toList();
    }
  }

  private static String split() {
    var elements = new StringBuilder();
    elements.append(nodes("startEvent:S parallelGateway:G parallelGateway:M task:Z endEvent:E"));
    elements.append(flows("S>G M>Z Z>E"));
    for (int i = 0; i < CALLERS; i++) {
      elements.append(nodes("task:T" + i)).append(flows("G>T%1$d T%1$d>M".formatted(i)));
    }
    return elements.toString();
  }

  private static String eventGateway(String message) {
    return nodes("startEvent:S eventBasedGateway:G task:A task:B")
        + catchEvent("M", message(message, "order", "7", "PAYMENT"))
        + catchEvent("T", timer("timeDuration", "PT1H"))
        + flows("S>G G>M G>T M>A T>B");
  }

  private static void write(TaskContext context, String text) {
    context.setVariable("LONG", VariableValue.text(text));
  }

  private void set(long process, String name, VariableValue value) {
    engine
        .engine()
        .setVariables(
            process,
            List.of(new VariableAssignment(name, value, OptionalLong.of(0), OptionalLong.empty())),
            TESTER);
  }

  private List<ProcessVariable> variables(long process) {
    return engine.transactions.call(
        t -> List.copyOf(t.instances().findLocked(process).orElseThrow().variablesOf(0).all()));
  }
}
