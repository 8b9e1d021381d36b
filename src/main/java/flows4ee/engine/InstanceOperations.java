package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.History;
import flows4ee.engine.execution.StartEvents;
import flows4ee.engine.execution.Variables;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.ProcessVariable;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The life of instances: create, start, change, reset, terminate, delete. */
final class InstanceOperations implements EndedInstances {

  private final Calls calls;
  private final InstanceCreation creation;
  private final InstanceStart start;
  private final VariableOperations variables;

  InstanceOperations(
      Calls calls, InstanceCreation creation, InstanceStart start, VariableOperations variables) {
    this.calls = calls;
    this.creation = creation;
    this.start = start;
    this.variables = variables;
  }

  long create(NewInstance wanted, Caller caller) {
    var id = new AtomicLong();
    calls.inTransaction(
        transaction -> {
          var diagram = creation.diagram(transaction, wanted.diagram());
          var model = creation.model(diagram);
          var process = model.processOf(StartEvents.main(model));
          var call =
              creation.create(
                  transaction,
                  diagram,
                  process,
                  wanted.name(),
                  wanted.loggingLevel(),
                  caller.name());
          equip(call, wanted);
          if (wanted.isStarted()) {
            start.start(call);
          }
          call.flush();
          id.set(call.state().id());
          return call.receivers();
        });
    return id.get();
  }

  void start(long processId, Caller caller) {
    onInstance(processId, caller, start::start);
  }

  void update(long processId, InstanceChange change, Caller caller) {
    onInstance(
        processId,
        caller,
        call -> {
          String comment = change.comment().orElse(null);
          change.name().ifPresent(name -> call.state().change(row -> row.name = name));
          change.priority().ifPresent(priority -> prioritize(call, priority, comment));
          change.dueOn().ifPresent(dueOn -> schedule(call, dueOn, comment));
        });
  }

  void reset(long processId, Optional<String> comment, Caller caller) {
    onInstance(
        processId,
        caller,
        call -> {
          call.endAll();
          var state = call.state();
          state.subscriptions().removeWhere(open -> true);
          state.timers().removeWhere(timer -> true);
          state.rounds().removeWhere(round -> true);
          state.deliveries().removeWhere(delivery -> true);
          call.variables().deleteAll(variable -> !isBuiltIn(variable));
          state
              .callTree()
              .where(entry -> entry.parentId() != null)
              .forEach(entry -> state.callTree().put(entry.atLevel(null)));
          state.resetCompletedSteps();
          state.change(
              row -> {
                row.status = ProcessStatus.CREATED;
                row.startTs = null;
                row.completeTs = null;
                row.archivedTs = null;
              });
          call.history().instance(History.ABNORMAL, "reset", comment.orElse(null));
        });
  }

  /** Terminating a terminated instance changes nothing; a completed one is refused. */
  void terminate(long processId, Optional<String> comment, Caller caller) {
    onInstance(
        processId,
        caller,
        call -> {
          var status = call.state().instance().status();
          if (status == ProcessStatus.COMPLETED) {
            throw new EngineException(EngineMessage.TERMINATE_COMPLETED, processId);
          }
          if (status != ProcessStatus.TERMINATED) {
            end(call, comment);
          }
        });
  }

  void delete(long processId, Optional<String> comment, Caller caller) {
    onInstance(processId, caller, call -> delete(call, comment.orElse(null)));
  }

  @Override
  public void archive(long processId) {
    onInstance(
        processId,
        Caller.ENGINE,
        call -> {
          if (call.state().instance().status().isEnded()) {
            archive(call);
            call.state().change(row -> row.archivedTs = call.now());
          }
        });
  }

  @Override
  public void delete(long processId) {
    onInstance(
        processId,
        Caller.ENGINE,
        call -> {
          if (call.state().instance().status().isEnded()) {
            delete(call, null);
          }
        });
  }

  private static void delete(Call call, String comment) {
    call.history().instance(History.MAJOR, "deleted", comment);
    var instances = call.transaction().instances();
    instances.append(call.state().log().instanceEvents());
    if (call.services().settings().isArchiving()) {
      archive(call);
    }
    instances.delete(call.state().id());
    call.discard();
  }

  private static void archive(Call call) {
    var instance = call.state().instance();
    if (instance.archivedTs() == null) {
      call.transaction().instances().archive(instance, call.now());
    }
  }

  private void onInstance(long processId, Caller caller, Consumer<Call> work) {
    calls.onInstance(processId, EngineMessage.PROCESS_LOCK_TIMEOUT, caller, work);
  }

  private void equip(Call call, NewInstance wanted) {
    wanted
        .businessRef()
        .ifPresent(
            reference -> call.variables().set(0, "business_ref", VariableValue.text(reference)));
    variables.assign(call, wanted.variables(), 0);
    wanted.priority().ifPresent(priority -> prioritize(call, priority, null));
    wanted.dueOn().ifPresent(dueOn -> schedule(call, Optional.of(dueOn), null));
  }

  private static void end(Call call, Optional<String> comment) {
    call.endAll();
    var state = call.state();
    state.subscriptions().removeWhere(InstanceOperations::isOfStep);
    state.timers().removeWhere(timer -> true);
    state.rounds().removeWhere(round -> true);
    state.deliveries().removeWhere(delivery -> true);
    state.change(
        row -> {
          row.status = ProcessStatus.TERMINATED;
          row.completeTs = call.now();
        });
    call.history().ended(History.ABNORMAL, "terminated", comment.orElse(null));
  }

  private static boolean isOfStep(MessageSubscription subscription) {
    return !subscription.isStart();
  }

  private static boolean isBuiltIn(ProcessVariable variable) {
    return variable.name().equalsIgnoreCase(Variables.BUSINESS_REF);
  }

  private static void prioritize(Call call, int priority, String comment) {
    call.state().change(row -> row.priority = priority);
    call.history().instance(History.MAJOR, "priority set", comment);
  }

  private static void schedule(Call call, Optional<Instant> dueOn, String comment) {
    call.state().change(row -> row.dueOn = dueOn.orElse(null));
    call.history().instance(History.MAJOR, "due on set", comment);
  }
}
