package flows4ee.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The engine: hands every use case to the class that does it. */
final class BpmnProcessEngine implements ProcessEngine {

  private final DiagramOperations diagrams;
  private final DiagramDeletion diagramDeletion;
  private final InstanceOperations instances;
  private final SuspendOperations suspension;
  private final VariableOperations variables;
  private final StepOperations steps;
  private final StepRepairs repairs;
  private final RewindOperations rewinds;
  private final MessageOperations messages;

  BpmnProcessEngine(
      DiagramOperations diagrams,
      DiagramDeletion diagramDeletion,
      InstanceOperations instances,
      SuspendOperations suspension,
      VariableOperations variables,
      StepOperations steps,
      StepRepairs repairs,
      RewindOperations rewinds,
      MessageOperations messages) {
    this.diagrams = diagrams;
    this.diagramDeletion = diagramDeletion;
    this.instances = instances;
    this.suspension = suspension;
    this.variables = variables;
    this.steps = steps;
    this.repairs = repairs;
    this.rewinds = rewinds;
    this.messages = messages;
  }

  @Override
  public DeployedDiagram deploy(Deployment deployment, Caller caller) {
    return diagrams.deploy(deployment, caller);
  }

  @Override
  public void updateDiagram(long diagramId, DiagramChange change, Caller caller) {
    diagrams.update(diagramId, change, caller);
  }

  @Override
  public void deleteDiagram(long diagramId, boolean isCascade, Caller caller) {
    diagramDeletion.delete(diagramId, isCascade, caller);
  }

  @Override
  public long createInstance(NewInstance instance, Caller caller) {
    return instances.create(instance, caller);
  }

  @Override
  public void startInstance(long processId, Caller caller) {
    instances.start(processId, caller);
  }

  @Override
  public void resetInstance(long processId, Optional<String> comment, Caller caller) {
    instances.reset(processId, comment, caller);
  }

  @Override
  public void terminateInstance(long processId, Optional<String> comment, Caller caller) {
    instances.terminate(processId, comment, caller);
  }

  @Override
  public void deleteInstance(long processId, Optional<String> comment, Caller caller) {
    instances.delete(processId, comment, caller);
  }

  @Override
  public void suspendInstance(long processId, Optional<String> comment, Caller caller) {
    suspension.suspend(processId, comment, caller);
  }

  @Override
  public void resumeInstance(long processId, Optional<String> comment, Caller caller) {
    suspension.resume(processId, comment, caller);
  }

  @Override
  public void updateInstance(long processId, InstanceChange change, Caller caller) {
    instances.update(processId, change, caller);
  }

  @Override
  public void setVariables(long processId, List<VariableAssignment> assignments, Caller caller) {
    variables.set(processId, assignments, caller);
  }

  @Override
  public void deleteVariable(long processId, VariableReference variable, Caller caller) {
    variables.delete(processId, variable, caller);
  }

  @Override
  public void completeStep(
      long subflowId, String stepKey, StepCompletion completion, Caller caller) {
    steps.complete(subflowId, stepKey, completion, caller);
  }

  @Override
  public void startWork(long subflowId, String stepKey, Caller caller) {
    steps.startWork(subflowId, stepKey, caller);
  }

  @Override
  public void pauseWork(long subflowId, String stepKey, Caller caller) {
    steps.pauseWork(subflowId, stepKey, caller);
  }

  @Override
  public void reserveStep(
      long subflowId, String stepKey, String reservation, boolean isForced, Caller caller) {
    steps.reserve(subflowId, stepKey, reservation, isForced, caller);
  }

  @Override
  public void releaseStep(long subflowId, String stepKey, Caller caller) {
    steps.release(subflowId, stepKey, caller);
  }

  @Override
  public void restartStep(long subflowId, String stepKey, Optional<String> comment, Caller caller) {
    repairs.restart(subflowId, stepKey, comment, caller);
  }

  @Override
  public void rescheduleTimer(
      long subflowId,
      String stepKey,
      Optional<Instant> dueOn,
      Optional<String> comment,
      Caller caller) {
    repairs.rescheduleTimer(subflowId, stepKey, dueOn, comment, caller);
  }

  @Override
  public void forceNextStep(
      long subflowId,
      String stepKey,
      boolean isWithExpressions,
      Optional<String> comment,
      Caller caller) {
    repairs.forceNextStep(subflowId, stepKey, isWithExpressions, comment, caller);
  }

  @Override
  public void rewindStep(
      long subflowId,
      String stepKey,
      RewindTarget target,
      Optional<String> object,
      Optional<String> comment,
      Caller caller) {
    rewinds.rewind(subflowId, stepKey, target, object, comment, caller);
  }

  @Override
  public void deleteStep(long subflowId, String stepKey, Optional<String> comment, Caller caller) {
    rewinds.delete(subflowId, stepKey, comment, caller);
  }

  @Override
  public void receiveMessages(List<IncomingMessage> incoming, Caller caller) {
    messages.receive(incoming, caller);
  }
}
