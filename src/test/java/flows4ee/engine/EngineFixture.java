package flows4ee.engine;

import flows4ee.engine.activity.Mail;
import flows4ee.engine.activity.TaskHandler;
import flows4ee.engine.state.SqlQueries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** The engine on a database in memory, speaking of diagrams, instances and steps. */
final class EngineFixture {

  static final Caller TESTER = new Caller("tester");
  private static final int TIMER_BATCHES = 100;

  final TestClock clock = new TestClock();
  final MemoryDatabase database = new MemoryDatabase(clock);
  final FixtureSettings settings = new FixtureSettings();
  final List<Mail> mails = new ArrayList<>();
  final Map<String, TaskHandler> handlers = new HashMap<>();
  final EngineAssembly.Ports ports;
  final EngineAssembly assembly;

  EngineFixture() {
    this(4711);
  }

  EngineFixture(long seed) {
    this(seed, SqlQueries.NONE);
  }

  EngineFixture(SqlQueries queries) {
    this(4711, queries);
  }

  private EngineFixture(long seed, SqlQueries queries) {
    ports =
        new EngineAssembly.Ports(
            database,
            settings,
            queries,
            name -> Optional.ofNullable(handlers.get(name)),
            mails::add,
            clock,
            new Random(seed),
            new DueTimers.Claims("test", 50, Duration.ofSeconds(60)));
    assembly = new EngineAssembly(ports);
  }

  ProcessEngine engine() {
    return assembly.engine();
  }

  /** Deploys a model of the test resources as a draft, version 0, under its file name. */
  long deployFile(String file) {
    return deploy(name(file), read(file), false).diagram().id();
  }

  DeployedDiagram deploy(String name, String xml, boolean isReleased) {
    return deploy(name, "0", xml, isReleased);
  }

  DeployedDiagram deploy(String name, String version, String xml, boolean isReleased) {
    return engine()
        .deploy(
            new Deployment(
                Optional.of(name),
                version,
                Optional.empty(),
                isReleased,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                xml.getBytes(StandardCharsets.UTF_8),
                false,
                false),
            TESTER);
  }

  /** Deploys the flow elements of one process {@code P} under the name {@code test}. */
  long deployProcess(String elements) {
    return deploy("test", Bpmn.process(elements), false).diagram().id();
  }

  Instance create(long diagramId) {
    return create(diagramId, 8);
  }

  Instance create(long diagramId, int loggingLevel) {
    long id =
        engine()
            .createInstance(
                new NewInstance(
                    new DiagramReference.ById(diagramId, Optional.empty()),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.of(loggingLevel)),
                TESTER);
    return new Instance(this, id);
  }

  Instance start(long diagramId) {
    var instance = create(diagramId);
    engine().startInstance(instance.id(), TESTER);
    return instance;
  }

  /** Moves the clock on and fires what is due. */
  void pass(Duration time) {
    clock.advance(time);
    fireTimers();
  }

  void fireTimers() {
    int batches = 0;
    while (assembly.dueTimers().fireBatch() > 0) {
      if (++batches > TIMER_BATCHES) {
        throw new AssertionError("a due timer does not fire");
      }
    }
  }

  void message(String name, String key, String value, String payload) {
    engine().receiveMessages(List.of(new IncomingMessage(name, key, value, payload)), TESTER);
  }

  static String read(String file) {
    try (var stream = EngineFixture.class.getResourceAsStream("/models/" + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replace(".bpmn", "");
  }
}
