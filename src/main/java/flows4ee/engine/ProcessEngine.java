package flows4ee.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The engine's use cases. Every method is one call of {@code design}: it locks at most one instance
 * at a time, runs on until all tokens wait, have ended or are in error, and commits.
 *
 * <p>All methods throw {@link flows4ee.engine.error.EngineException} when the caller is wrong or
 * the caller's own step fails; then nothing changed except the error entry of the instance event
 * log.
 */
public interface ProcessEngine {

  /**
   * Deploys a diagram.
   *
   * @throws ModelRefusedException when it is structurally wrong
   */
  DeployedDiagram deploy(Deployment deployment, Caller caller);

  /** Changes attributes, content or status of a diagram. */
  void updateDiagram(long diagramId, DiagramChange change, Caller caller);

  /**
   * Deletes a diagram.
   *
   * @param isCascade delete its instances first
   */
  void deleteDiagram(long diagramId, boolean isCascade, Caller caller);

  /**
   * Creates a process instance and, if asked for, starts it.
   *
   * @return its id
   * @throws BatchFailedException when a variable is refused
   */
  long createInstance(NewInstance instance, Caller caller);

  void startInstance(long processId, Caller caller);

  void resetInstance(long processId, Optional<String> comment, Caller caller);

  void terminateInstance(long processId, Optional<String> comment, Caller caller);

  void deleteInstance(long processId, Optional<String> comment, Caller caller);

  void suspendInstance(long processId, Optional<String> comment, Caller caller);

  void resumeInstance(long processId, Optional<String> comment, Caller caller);

  void updateInstance(long processId, InstanceChange change, Caller caller);

  /**
   * Creates or overwrites variables, all or none.
   *
   * @throws BatchFailedException with the reason of every refused element
   */
  void setVariables(long processId, List<VariableAssignment> variables, Caller caller);

  void deleteVariable(long processId, VariableReference variable, Caller caller);

  /**
   * Completes the current step of a subflow and moves it on.
   *
   * @param stepKey key of the step, or null where step keys are not strict
   * @throws BatchFailedException when a variable is refused
   */
  void completeStep(long subflowId, String stepKey, StepCompletion completion, Caller caller);

  /** Records that work on a step began; the first time counts. */
  void startWork(long subflowId, String stepKey, Caller caller);

  void pauseWork(long subflowId, String stepKey, Caller caller);

  /**
   * Reserves a step.
   *
   * @param isForced replace a reservation of somebody else
   */
  void reserveStep(
      long subflowId, String stepKey, String reservation, boolean isForced, Caller caller);

  void releaseStep(long subflowId, String stepKey, Caller caller);

  /** Runs a step in error again from its start. */
  void restartStep(long subflowId, String stepKey, Optional<String> comment, Caller caller);

  /**
   * Moves the pending timer of a step.
   *
   * @param dueOn new due time; empty for now; a past time means now
   */
  void rescheduleTimer(
      long subflowId,
      String stepKey,
      Optional<Instant> dueOn,
      Optional<String> comment,
      Caller caller);

  /**
   * Completes a step in error without doing its work.
   *
   * @param isWithExpressions whether its after-expressions run
   */
  void forceNextStep(
      long subflowId,
      String stepKey,
      boolean isWithExpressions,
      Optional<String> comment,
      Caller caller);

  /**
   * Sets a subflow of a suspended instance back; acts on resume.
   *
   * @param object BPMN id for {@link RewindTarget#PRIOR_STEP}
   */
  void rewindStep(
      long subflowId,
      String stepKey,
      RewindTarget target,
      Optional<String> object,
      Optional<String> comment,
      Caller caller);

  /** Marks a subflow of a suspended instance for deletion on resume. */
  void deleteStep(long subflowId, String stepKey, Optional<String> comment, Caller caller);

  /**
   * Correlates messages, all or none, and lets their receivers go on.
   *
   * @throws BatchFailedException with the reason of every refused element
   */
  void receiveMessages(List<IncomingMessage> messages, Caller caller);
}
