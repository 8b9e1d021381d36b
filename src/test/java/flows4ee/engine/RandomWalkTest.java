package flows4ee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.TimerStatus;
import flows4ee.engine.walk.GeneratedModel;
import flows4ee.engine.walk.RandomWalk;
import flows4ee.engine.walk.WalkedEngine;
import org.junit.jupiter.api.Test;

/**
 * Random walks through random models, some through each. Whatever is done in whatever order, the
 * stored state stays sound, a refused call changes nothing, and the instance can be led to its end.
 *
 * <p>A failure names its seed; {@code -Dflows.walk.seed=<seed> -Dflows.walk.runs=1} repeats it.
 */
class RandomWalkTest {

  private static final int MODELS = 600;
  private static final int WALKS_PER_MODEL = 4;
  private static final int MOST_ACTIONS = 50;

  @Test
  void shouldKeepTheStateSoundOnEveryWalk() {
    long seed = Long.getLong("flows.walk.seed", 1);
    int models = Integer.getInteger("flows.walk.runs", MODELS);
    int actions = 0;
    for (int i = 0; i < models; i++) {
      actions += new Walks(GeneratedModel.of(seed + i)).go();
    }
    assertThat(actions).isGreaterThan(models);
  }

  /** The walks through one model. */
  private static final class Walks {

    private final GeneratedModel model;
    private final EngineFixture engine;
    private final WalkedEngine walked;
    private final MemoryTables tables;

    Walks(GeneratedModel model) {
      this.model = model;
      this.engine = new EngineFixture(model.seed());
      this.walked = new WalkedEngine(engine.engine(), engine.database, engine::pass);
      this.tables = engine.database.tables;
    }

    int go() {
      var starter = RandomWalk.deploy(walked, model);
      int actions = 0;
      for (int i = 0; i < WALKS_PER_MODEL; i++) {
        actions += walk(starter.begin(i));
      }
      return actions;
    }

    private int walk(RandomWalk walk) {
      try {
        int actions = walk.pick(MOST_ACTIONS);
        for (int i = 0; i < actions; i++) {
          act(walk);
        }
        assertThat(walk.isLedToItsEnd()).as("led to its end").isTrue();
        requireNothingLeft();
        return actions;
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(walk.story() + "\n" + e.getMessage(), e);
      }
    }

    private void act(RandomWalk walk) {
      var before = tables.copy();
      if (walk.act().isPresent()) {
        requireNothingChanged(before);
      }
      new Invariants(engine).check();
      assertThat(tables.timers.values())
          .allMatch(timer -> timer.status() != TimerStatus.BROKEN, "is not broken");
      assertThat(tables.deliveries.values())
          .allMatch(
              delivery ->
                  tables.instances.get(delivery.processId()).status() == ProcessStatus.SUSPENDED,
              "waits for an instance to resume");
    }

    private void requireNothingChanged(MemoryTables before) {
      assertThat(tables.instances).isEqualTo(before.instances);
      assertThat(tables.subflows).isEqualTo(before.subflows);
      assertThat(tables.timers).isEqualTo(before.timers);
      assertThat(tables.subscriptions).isEqualTo(before.subscriptions);
      assertThat(tables.variables).isEqualTo(before.variables);
      assertThat(tables.rounds).isEqualTo(before.rounds);
      assertThat(tables.completedSteps).isEqualTo(before.completedSteps);
    }

    private void requireNothingLeft() {
      new Invariants(engine).check();
      assertThat(tables.subflows).isEmpty();
      assertThat(tables.timers).isEmpty();
      assertThat(tables.subscriptions).isEmpty();
      assertThat(tables.deliveries).isEmpty();
      assertThat(tables.rounds).isEmpty();
    }
  }
}
