package flows4ee.config;

import flows4ee.oauth.OAuthSettings;
import flows4ee.oauth.TokenSettings;
import flows4ee.oauth.TokenSettings.Deployment;
import flows4ee.oauth.key.SigningAlgorithm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The OAuth settings: deployment keys read once, run-time keys read again every five seconds.
 *
 * <p>A bad run-time value stops the start; later it is refused where it is written.
 */
final class ConfiguredOAuthSettings implements OAuthSettings {

  private static final Duration AGE_MAX = Duration.ofSeconds(5);
  private static final int MAX_YEARS_IN_DAYS = 36_500;
  private static final int MAX_COUNT = 1_000_000_000;

  private final SettingsReader runTime;
  private final Deployment deployment;
  private final Clock clock;
  private volatile Snapshot snapshot;

  private record Snapshot(TokenSettings tokens, Origin origin, Instant readAt) {}

  /**
   * @param deploymentReader reads {@code f4a.*} keys
   * @param runTime reads run-time keys, which have no prefix
   * @param soleNode whether no other process changes the database
   */
  ConfiguredOAuthSettings(
      SettingsReader deploymentReader, SettingsReader runTime, boolean soleNode, Clock clock) {
    this.runTime = runTime;
    this.deployment = deployment(deploymentReader, soleNode);
    this.clock = clock;
    this.snapshot = read();
  }

  @Override
  public TokenSettings tokens() {
    return current().tokens();
  }

  @Override
  public Origin origin() {
    return current().origin();
  }

  /** The base URL as far as it is known without a request, without final slash. */
  Optional<String> knownBase() {
    return origin()
        .base()
        .or(() -> deployment.issuer().filter(issuer -> issuer.startsWith("http")))
        .map(base -> base.replaceAll("/$", ""));
  }

  private Snapshot current() {
    Snapshot present = snapshot;
    if (clock.instant().isBefore(present.readAt().plus(AGE_MAX))) {
      return present;
    }
    snapshot = read();
    return snapshot;
  }

  private Snapshot read() {
    return new Snapshot(tokenSettings(), originSettings(), clock.instant());
  }

  private static Deployment deployment(SettingsReader reader, boolean soleNode) {
    return new Deployment(
        reader.text("f4a.oauth_issuer"),
        reader.text("f4a.oauth_audience"),
        typ(reader),
        reader.choice("f4a.oauth_signature_alg", SigningAlgorithm.RS256),
        soleNode);
  }

  private static String typ(SettingsReader reader) {
    String typ = reader.text("f4a.oauth_token_typ").orElse(Deployment.DEFAULTS.typ());
    if (!typ.equals("at+jwt") && !typ.equals("JWT")) {
      throw new InvalidSettingException("f4a.oauth_token_typ", "at+jwt or JWT", typ);
    }
    return typ;
  }

  private TokenSettings tokenSettings() {
    TokenSettings defaults = TokenSettings.DEFAULTS;
    return new TokenSettings(
        deployment,
        Duration.ofSeconds(
            number("oauth_token_lifetime", defaults.lifetime().toSeconds(), 60, 86_400)),
        Duration.ofDays(
            number(
                "oauth_key_rotation_days", defaults.keyRotation().toDays(), 1, MAX_YEARS_IN_DAYS)),
        runTime.flag("oauth_client_secret_post", defaults.clientSecretPost()),
        runTime.flag("oauth_allow_http", defaults.allowHttp()),
        Duration.ofHours(number("oauth_handover_hours", defaults.handover().toHours(), 0, 8760)),
        Duration.ofSeconds(number("oauth_status_cache_seconds", 0, 0, 3600)),
        runTime.flag("oauth_admin_rest", defaults.adminRest()),
        number("oauth_max_tokens_per_client", defaults.maxTokensPerClient(), 1, MAX_COUNT),
        number("oauth_max_grants_per_minute", defaults.maxGrantsPerMinute(), 0, MAX_COUNT),
        Duration.ofDays(
            number(
                "oauth_event_retain_days",
                defaults.eventRetention().toDays(),
                1,
                MAX_YEARS_IN_DAYS)),
        number("oauth_pbkdf2_iterations", defaults.pbkdf2Iterations(), 210_000, 10_000_000));
  }

  private int number(String key, long otherwise, int least, int most) {
    return runTime.integer(key, Math.toIntExact(otherwise), least, most);
  }

  private Origin originSettings() {
    return new Origin(
        runTime.text("rest_base"),
        runTime.flag("rest_trust_forwarded", false),
        runTime.text("rest_trusted_proxies").map(ConfiguredOAuthSettings::list).orElse(Set.of()));
  }

  private static Set<String> list(String text) {
    return Arrays.stream(text.split("[,\\s]+"))
        .filter(item -> !item.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
