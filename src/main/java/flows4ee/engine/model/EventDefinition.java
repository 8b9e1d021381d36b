package flows4ee.engine.model;

import java.util.Optional;

/** What an event waits for or throws. */
public sealed interface EventDefinition {

  /** No definition: a plain event. */
  record None() implements EventDefinition {}

  /**
   * {@code timerEventDefinition}. Values by kind: DATE, DURATION, CYCLE the text; ORACLE_DATE date
   * and format mask; ORACLE_DURATION interval YM and DS; ORACLE_CYCLE start interval, repeat
   * interval, maximum runs. Texts are as written, before substitution.
   */
  record Timer(
      TimerKind kind, Optional<String> first, Optional<String> second, Optional<String> third)
      implements EventDefinition {}

  /** {@code messageEventDefinition}. */
  record Message(MessageDefinition message) implements EventDefinition {}

  /** {@code errorEventDefinition}, with the code of the error it refers to. */
  record Error(Optional<String> code) implements EventDefinition {}

  /** {@code escalationEventDefinition}, with the code of the escalation it refers to. */
  record Escalation(Optional<String> code) implements EventDefinition {}

  /** {@code linkEventDefinition}. */
  record Link() implements EventDefinition {}

  /** {@code terminateEventDefinition}; true when the process ends as {@code terminated}. */
  record Terminate(boolean asTerminated) implements EventDefinition {}

  /** Any other definition, such as signal or conditional. */
  record Unsupported(String tag) implements EventDefinition {}
}
