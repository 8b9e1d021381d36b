package flows4ee.engine.walk;

import flows4ee.engine.BatchFailedException;
import flows4ee.engine.Caller;
import flows4ee.engine.Deployment;
import flows4ee.engine.DiagramReference;
import flows4ee.engine.NewInstance;
import flows4ee.engine.ProcessEngine;
import flows4ee.engine.VariableAssignment;
import flows4ee.engine.check.InstanceSnapshot;
import flows4ee.engine.error.EngineException;
import flows4ee.engine.model.VariableValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One instance of a generated model: how to act on it, how to look at it, what was done. */
final class WalkedInstance {

  static final Caller WALKER = new Caller("walker");

  private final WalkedEngine walked;
  private final long id;
  private final List<String> trail = Collections.synchronizedList(new ArrayList<>());

  private WalkedInstance(WalkedEngine walked, long id) {
    this.walked = walked;
    this.id = id;
  }

  /** Deploys a model; returns the id of the main diagram. */
  static long deploy(ProcessEngine engine, GeneratedModel model) {
    model.called().forEach(diagram -> deploy(engine, diagram));
    return deploy(engine, model.main());
  }

  /** Creates an instance. */
  static WalkedInstance create(WalkedEngine walked, long diagramId, int loggingLevel) {
    var wanted =
        new NewInstance(
            new DiagramReference.ById(diagramId, Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            Optional.empty(),
            OptionalInt.of(loggingLevel));
    return new WalkedInstance(walked, walked.engine().createInstance(wanted, WALKER));
  }

  private static long deploy(ProcessEngine engine, GeneratedModel.Diagram diagram) {
    var deployment =
        new Deployment(
            Optional.of(diagram.name()),
            "0",
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            diagram.xml().getBytes(StandardCharsets.UTF_8),
            false,
            false);
    return engine.deploy(deployment, WALKER).diagram().id();
  }

  long id() {
    return id;
  }

  WalkedEngine walked() {
    return walked;
  }

  InstanceSnapshot read() {
    return walked.read(id);
  }

  /** What was done so far, with how it was answered. */
  List<String> trail() {
    return trail;
  }

  /**
   * Does something that the engine may refuse.
   *
   * @return the key of the refusal
   */
  Optional<String> attempt(String name, Consumer<ProcessEngine> action) {
    try {
      var refusal = refusal(action);
      trail.add(name + refusal.map(key -> ": " + key).orElse(""));
      return refusal;
    } catch (RuntimeException | AssertionError e) {
      trail.add(name + ": " + e);
      throw e;
    }
  }

  private Optional<String> refusal(Consumer<ProcessEngine> action) {
    try {
      action.accept(walked.engine());
      return Optional.empty();
    } catch (EngineException e) {
      return Optional.of(e.engineMessage().key());
    } catch (BatchFailedException e) {
      return Optional.of(e.failures().values().iterator().next().engineMessage().key());
    }
  }

  /** Sets text variables in one scope. */
  Optional<String> set(long scope, Map<String, String> texts) {
    return attempt(
        "set " + texts + " in " + scope,
        engine -> engine.setVariables(id, assignments(scope, texts), WALKER));
  }

  static List<VariableAssignment> assignments(long scope, Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(
            text ->
                new VariableAssignment(
                    text.getKey(),
                    VariableValue.text(text.getValue()),
                    OptionalLong.of(scope),
                    OptionalLong.empty()))
        .toList();
  }
}
