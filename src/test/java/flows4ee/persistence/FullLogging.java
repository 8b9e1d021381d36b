package flows4ee.persistence;

import flows4ee.engine.state.EngineSettings;
import java.util.Locale;

/** Settings that write every log. */
final class FullLogging implements EngineSettings {

  private final boolean isArchiving;

  FullLogging() {
    this(false);
  }

  FullLogging(boolean isArchiving) {
    this.isArchiving = isArchiving;
  }

  @Override
  public int loggingDefaultLevel() {
    return 8;
  }

  @Override
  public Locale language() {
    return Locale.ENGLISH;
  }

  @Override
  public boolean isUserHidden() {
    return false;
  }

  @Override
  public boolean isStepKeyStrict() {
    return true;
  }

  @Override
  public int timerMaxCycles() {
    return 100;
  }

  @Override
  public boolean isReceivedMessageLogged() {
    return true;
  }

  @Override
  public boolean isArchiving() {
    return isArchiving;
  }

  @Override
  public String defaultEmailSender() {
    return "";
  }

  @Override
  public String defaultBusinessAdmin() {
    return "";
  }

  @Override
  public int stepBudget() {
    return 1_000;
  }

  @Override
  public int callDepth() {
    return 50;
  }

  @Override
  public int iterationLimit() {
    return 100;
  }

  @Override
  public int subflowLimit() {
    return 200;
  }
}
