package flows4ee.engine;

import flows4ee.engine.state.EngineSettings;
import java.util.Locale;

/** Engine settings of the tests: full logging, small limits that a test may change. */
final class FixtureSettings implements EngineSettings {

  Locale language = Locale.ENGLISH;
  int loggingLevel = 8;
  boolean isStrict = true;
  boolean isArchiving;
  boolean isMessageLogged = true;
  String businessAdmin = "";
  boolean isUserHidden;
  int stepBudget = 1_000;
  int iterationLimit = 100;
  int subflowLimit = 200;

  @Override
  public int loggingDefaultLevel() {
    return loggingLevel;
  }

  @Override
  public Locale language() {
    return language;
  }

  @Override
  public boolean isUserHidden() {
    return isUserHidden;
  }

  @Override
  public boolean isStepKeyStrict() {
    return isStrict;
  }

  @Override
  public int timerMaxCycles() {
    return 1_000;
  }

  @Override
  public boolean isReceivedMessageLogged() {
    return isMessageLogged;
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
    return businessAdmin;
  }

  @Override
  public int stepBudget() {
    return stepBudget;
  }

  @Override
  public int callDepth() {
    return 50;
  }

  @Override
  public int iterationLimit() {
    return iterationLimit;
  }

  @Override
  public int subflowLimit() {
    return subflowLimit;
  }
}
