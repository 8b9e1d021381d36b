package flows4ee.engine.state;

import java.util.Locale;

/** Settings the engine asks for at each use, so that changes act without restart. */
public interface EngineSettings {

  /** Logging level of new instances, 0 to 8. */
  int loggingDefaultLevel();

  /** Language of the texts in the logs. */
  Locale language();

  /** Whether user ids are left out of the logs. */
  boolean isUserHidden();

  /** Whether a missing step key is refused. */
  boolean isStepKeyStrict();

  /** Runs of a repeating timer without a limit of its own. */
  int timerMaxCycles();

  boolean isReceivedMessageLogged();

  /** Whether ended instances are archived, at the latest when they are deleted. */
  boolean isArchiving();

  /** Sender of mails that name none; empty when not set. */
  String defaultEmailSender();

  /** Administrator of approval tasks when neither task nor process names one. */
  String defaultBusinessAdmin();

  /** Automatic steps per call before a step fails. */
  int stepBudget();

  /** Nesting of call activities. */
  int callDepth();

  /** Rounds of one iteration. */
  int iterationLimit();

  /** Live subflows per instance. */
  int subflowLimit();
}
