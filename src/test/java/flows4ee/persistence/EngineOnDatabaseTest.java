package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.ModelRefusedException;
import flows4ee.engine.check.StateCheck;
import flows4ee.engine.error.EngineException;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.Subflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Drives every diagram of the test resources on a database: completes what is open, sends what is
 * awaited, makes timers due. Refusals of the engine are part of the diagrams; a failure of the
 * store is not.
 */
@ParameterizedClass
@EnumSource
class EngineOnDatabaseTest {

  private static final int ROUNDS = 25;

  @Parameter TestVendor vendor;
  private DatabaseFixture engine;
  private final Set<Long> driven = new HashSet<>();

  @BeforeEach
  void open() {
    engine = new DatabaseFixture(vendor);
  }

  @Test
  void shouldDriveEveryDiagram() throws IOException {
    Map<String, RuntimeException> failures = new HashMap<>();
    int ended = 0;
    for (Path file : models()) {
      try {
        ended += drive(Files.readAllBytes(file)) ? 1 : 0;
      } catch (EngineException | ModelRefusedException e) {
        assertThat(e).hasMessageNotContaining("SQL");
      } catch (RuntimeException e) {
        failures.put(file.getFileName().toString(), e);
      }
    }
    assertThat(failures).isEmpty();
    assertThat(ended).isGreaterThan(50);
    assertThat(check().violations()).noneMatch(found -> driven.contains(found.processId()));
    assertThat(check().checked()).isGreaterThan(50);
  }

  /** The database also holds the rows that tests of single stores made up. */
  private StateCheck.Report check() {
    var survey = new SqlStateSurvey(vendor.shared().dataSource());
    return new StateCheck(engine.transactions, survey).run();
  }

  private static List<Path> models() throws IOException {
    try (var files = Files.walk(Path.of("src/test/resources/models"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  /** Whether the instance came to its end. */
  private boolean drive(byte[] content) {
    long processId = engine.start(engine.deploy(content));
    driven.add(processId);
    for (int round = 0; round < ROUNDS; round++) {
      var state = engine.read(processId);
      if (state.instance().status().isEnded()) {
        assertThat(state.subflows().all()).isEmpty();
        return true;
      }
      moveOn(state);
    }
    engine.engine().deleteInstance(processId, Optional.empty(), DatabaseFixture.TESTER);
    return false;
  }

  private void moveOn(InstanceState state) {
    for (var open : state.subscriptions().all()) {
      tolerating(() -> engine.message(open.messageName(), open.keyName(), open.keyValue()));
    }
    for (Subflow subflow : state.subflows().all()) {
      if (subflow.status().isCompletable()) {
        tolerating(() -> engine.complete(subflow));
      }
    }
    if (engine.makeTimersDue(state.id()) > 0) {
      assertThat(engine.assembly.dueTimers().fireBatch()).isPositive();
    }
  }

  private static void tolerating(Runnable work) {
    try {
      work.run();
    } catch (EngineException e) {
      assertThat(e.engineMessage()).isNotNull();
    }
  }
}
