package flows4ee.config;

import flows4ee.engine.state.EngineSettings;
import java.util.Locale;

/** The engine's settings: run-time keys as they are now, limits as deployed. */
final class EngineRuntimeSettings implements EngineSettings {

  private final RuntimeConfiguration configuration;
  private final EngineLimits limits;

  EngineRuntimeSettings(RuntimeConfiguration configuration, EngineLimits limits) {
    this.configuration = configuration;
    this.limits = limits;
  }

  @Override
  public int loggingDefaultLevel() {
    return configuration.integer(RuntimeKey.LOGGING_DEFAULT_LEVEL);
  }

  @Override
  public Locale language() {
    return Locale.forLanguageTag(configuration.text(RuntimeKey.LOGGING_LANGUAGE));
  }

  @Override
  public boolean isUserHidden() {
    return configuration.flag(RuntimeKey.LOGGING_HIDE_USERID);
  }

  @Override
  public boolean isStepKeyStrict() {
    return "strict".equals(configuration.text(RuntimeKey.DUPLICATE_STEP_PREVENTION));
  }

  @Override
  public int timerMaxCycles() {
    return configuration.integer(RuntimeKey.TIMER_MAX_CYCLES);
  }

  @Override
  public boolean isReceivedMessageLogged() {
    return configuration.flag(RuntimeKey.LOGGING_RECEIVED_MESSAGE_FLOW);
  }

  @Override
  public boolean isArchiving() {
    return configuration.flag(RuntimeKey.LOGGING_ARCHIVE_INSTANCE_SUMMARIES);
  }

  @Override
  public String defaultEmailSender() {
    return configuration.text(RuntimeKey.DEFAULT_EMAIL_SENDER);
  }

  @Override
  public String defaultBusinessAdmin() {
    return configuration.text(RuntimeKey.DEFAULT_APEX_BUSINESS_ADMIN);
  }

  @Override
  public int stepBudget() {
    return limits.stepBudget();
  }

  @Override
  public int callDepth() {
    return limits.callDepth();
  }

  @Override
  public int iterationLimit() {
    return limits.iterations();
  }

  @Override
  public int subflowLimit() {
    return limits.tokens();
  }
}
