package flows4ee.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the deployment settings and the clock of the application available for injection. */
@ApplicationScoped
public class SettingsProducer {

  @Produces
  @Singleton
  SettingsReader reader() {
    return new SettingsReader(
        key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
  }

  @Produces
  @Singleton
  DeploymentSettings settings(SettingsReader reader) {
    return DeploymentSettings.from(reader);
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
