package flows4ee.engine.activity;

import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.History;
import flows4ee.engine.expression.LoopCounters;
import flows4ee.engine.expression.Substitution;
import flows4ee.engine.model.Activity;
import flows4ee.engine.model.Iteration;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.IterationPosition;
import flows4ee.engine.state.IterationRound;
import flows4ee.engine.state.IterationStatus;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rounds of one iterating activity: their rows and the subflows that run them. */
final class Rounds {

  private final Activity activity;
  private final Iteration iteration;
  private final Execution execution;

  Rounds(Activity activity, Execution execution) {
    this.activity = activity;
    this.iteration = activity.iteration().orElseThrow();
    this.execution = execution;
  }

  /** Creates a row for every item and starts the first round, or all of them side by side. */
  void begin(List<Map<String, VariableValue>> items) {
    for (int i = 0; i < items.size(); i++) {
      add(i + 1, items.get(i));
    }
    if (iteration.kind() == Iteration.Kind.PARALLEL) {
      var subflows = rows().stream().map(this::bear).toList();
      for (int i = subflows.size() - 1; i >= 0; i--) {
        execution.call().execution(subflows.get(i).id()).planEnter();
      }
    } else {
      execution.call().execution(bear(rows().get(0)).id()).planEnter();
    }
  }

  void mark(int counter, IterationStatus status) {
    put(row(counter).orElseThrow().in(status));
  }

  /**
   * Goes on after a round: waits for the others, or starts the next one.
   *
   * @return whether there is anything to wait for
   */
  boolean goOn(Execution round, int counter) {
    if (iteration.kind() == Iteration.Kind.PARALLEL) {
      return rows().stream().anyMatch(row -> row.status() != IterationStatus.COMPLETED);
    }
    if (iteration.kind() == Iteration.Kind.LOOP) {
      add(counter + 1, Map.of());
    }
    var next = row(counter + 1);
    next.ifPresent(row -> again(round, row));
    return next.isPresent();
  }

  /** Forgets the rows once the activity is left. */
  void clear() {
    rows().forEach(row -> execution.state().rounds().remove(row.id()));
  }

  LoopCounters counters(int counter) {
    var rows = rows();
    int total = iteration.kind() == Iteration.Kind.LOOP ? 0 : rows.size();
    return new LoopCounters(
        counter,
        total,
        count(rows, IterationStatus.RUNNING),
        count(rows, IterationStatus.COMPLETED),
        count(rows, IterationStatus.TERMINATED));
  }

  private static int count(List<IterationRound> rows, IterationStatus status) {
    return (int) rows.stream().filter(row -> row.status() == status).count();
  }

  private void add(int counter, Map<String, VariableValue> item) {
    put(
        new IterationRound(
            execution.call().nextId(IdKind.ROUND),
            execution.state().id(),
            execution.subflow().id(),
            activity.id(),
            counter,
            RoundInput.write(item),
            null,
            IterationStatus.NOT_STARTED));
  }

  private Subflow bear(IterationRound row) {
    var subflow =
        execution.bear(
            activity, activity.id(), "iteration " + row.loopCounter(), SubflowStatus.CREATED);
    if (iteration.kind() == Iteration.Kind.PARALLEL) {
      execution.state().changeSubflow(subflow.id(), child -> child.scope = child.id);
    }
    start(execution.call().execution(subflow.id()), row);
    return execution.state().subflow(subflow.id());
  }

  /** Runs the next round on the subflow of the one before. */
  private void again(Execution round, IterationRound row) {
    round.place(activity, execution.call().services().stepKeys().next());
    start(round, row);
    round.planEnter();
  }

  private void start(Execution round, IterationRound row) {
    RoundInput.read(row.input())
        .forEach(
            (name, value) ->
                execution
                    .call()
                    .variables()
                    .replace(round.subflow().scope(), name, value, round.subflow(), null));
    int total = iteration.kind() == Iteration.Kind.LOOP ? 0 : rows().size();
    String name = activity.node().name().orElse(activity.id()) + "[" + row.loopCounter() + "]";
    round.change(
        child -> {
          child.iteration =
              new IterationPosition(activity.id(), row.id(), row.loopCounter(), total);
          child.currentName = name;
        });
    put(described(round, row).in(IterationStatus.RUNNING));
    log(round, "iteration started");
  }

  /** Logs the rounds that the completion condition ends early. */
  void logTerminated() {
    rows().stream()
        .filter(row -> row.status() == IterationStatus.RUNNING)
        .flatMap(row -> subflowOf(row).stream())
        .forEach(round -> log(round, "iteration terminated"));
  }

  private Optional<Execution> subflowOf(IterationRound row) {
    return execution.state().subflows().all().stream()
        .filter(subflow -> subflow.iteration() != null)
        .filter(subflow -> subflow.iteration().iterationId() == row.id())
        .map(subflow -> execution.call().execution(subflow.id()))
        .findFirst();
  }

  void log(Execution round, String event) {
    execution.call().history().step(round.subflow(), History.ROUTINE, event, null);
  }

  private IterationRound described(Execution round, IterationRound row) {
    String description =
        iteration
            .description()
            .map(
                template ->
                    Substitution.inDescription(
                        template, round.scope(new LoopCounters(row.loopCounter(), 0, 0, 0, 0))))
            .orElse(null);
    return new IterationRound(
        row.id(),
        row.processId(),
        row.parentSubflow(),
        row.objectId(),
        row.loopCounter(),
        row.input(),
        description,
        row.status());
  }

  private void put(IterationRound row) {
    execution.state().rounds().put(row);
  }

  private Optional<IterationRound> row(int counter) {
    return rows().stream().filter(row -> row.loopCounter() == counter).findFirst();
  }

  private List<IterationRound> rows() {
    return execution
        .state()
        .rounds()
        .where(
            row ->
                row.parentSubflow() == execution.subflow().id()
                    && row.objectId().equals(activity.id()))
        .stream()
        .sorted(Comparator.comparing(IterationRound::loopCounter))
        .toList();
  }
}
