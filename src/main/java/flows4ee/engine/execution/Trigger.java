package flows4ee.engine.execution;

import java.util.Optional;

/** Why a waiting step goes on. */
public sealed interface Trigger {

  /** BPMN id of the event that happened, for a timer or message. */
  default Optional<String> eventId() {
    return Optional.empty();
  }

  /** The caller completes the step. */
  record Completed() implements Trigger {}

  /** Its timer is due. */
  record TimerFired(String event) implements Trigger {
    @Override
    public Optional<String> eventId() {
      return Optional.of(event);
    }
  }

  /** The message it waits for was received; the payload is stored already. */
  record MessageReceived(String event) implements Trigger {
    @Override
    public Optional<String> eventId() {
      return Optional.of(event);
    }
  }

  /**
   * The level below a sub-process or call activity has ended.
   *
   * @param scope variable scope of that level
   */
  record LevelEnded(How how, long scope) implements Trigger {

    /** How a level ended. */
    public enum How {
      /** All its tokens reached plain ends. */
      NORMALLY,
      /** An error end event that no boundary event caught. */
      BY_ERROR,
      /** A terminate end event. */
      BY_TERMINATE
    }
  }

  /** A round of an iteration has ended; the subflow waits for the others. */
  record RoundEnded(long roundSubflow) implements Trigger {}

  /** The last sister that was still on its way has ended elsewhere. */
  record SisterEnded() implements Trigger {}

  /** The merge of a branch is forced: it waits for its sisters, but runs no expressions. */
  record MergeForced() implements Trigger {}

  /** The event is left without doing its work. */
  record EventForced() implements Trigger {}

  /** All branches have reached the merging gateway. */
  record Merged() implements Trigger {}
}
