package flows4ee.oauth;

import flows4ee.oauth.TokenSettings.Deployment;
import java.time.Duration;

/** Settings for tests: the defaults with single values changed. */
public final class TestSettings {

  /** The defaults, but cheap derivations. */
  public static final TokenSettings DEFAULTS = withIterations(1000);

  /** The defaults for requests that come directly. */
  static final OAuthSettings FIXED =
      new OAuthSettings() {
        @Override
        public TokenSettings tokens() {
          return DEFAULTS;
        }

        @Override
        public Origin origin() {
          return Origin.DIRECT;
        }
      };

  private TestSettings() {}

  public static TokenSettings withIterations(int iterations) {
    return settings(Deployment.DEFAULTS, false, Duration.ofHours(24), 10_000, 6_000, iterations);
  }

  public static TokenSettings withBodyCredentials() {
    return settings(Deployment.DEFAULTS, true, Duration.ofHours(24), 10_000, 6_000, 1000);
  }

  public static TokenSettings withLimits(int maxTokens, int maxGrantsPerMinute) {
    return settings(
        Deployment.DEFAULTS, false, Duration.ofHours(24), maxTokens, maxGrantsPerMinute, 1000);
  }

  public static TokenSettings withHandover(Duration handover) {
    return settings(Deployment.DEFAULTS, false, handover, 10_000, 6_000, 1000);
  }

  public static TokenSettings withDeployment(Deployment deployment) {
    return settings(deployment, false, Duration.ofHours(24), 10_000, 6_000, 1000);
  }

  private static TokenSettings settings(
      Deployment deployment,
      boolean bodyCredentials,
      Duration handover,
      int maxTokens,
      int maxGrants,
      int iterations) {
    TokenSettings d = TokenSettings.DEFAULTS;
    return new TokenSettings(
        deployment,
        d.lifetime(),
        d.keyRotation(),
        bodyCredentials,
        d.allowHttp(),
        handover,
        d.statusCache(),
        d.adminRest(),
        maxTokens,
        maxGrants,
        d.eventRetention(),
        iterations);
  }
}
