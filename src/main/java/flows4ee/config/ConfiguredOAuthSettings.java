package flows4ee.config;

import flows4ee.oauth.OAuthSettings;
import flows4ee.oauth.TokenSettings;
import flows4ee.oauth.TokenSettings.Deployment;
import flows4ee.oauth.key.SigningAlgorithm;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The OAuth settings: deployment keys read once, run-time keys as they are now. */
final class ConfiguredOAuthSettings implements OAuthSettings {

  private final RuntimeConfiguration configuration;
  private final Deployment deployment;
  private volatile Known known = new Known(null, null, null);

  /**
   * Settings read already.
   *
   * @param snapshot the values they were read from
   */
  private record Known(Object snapshot, TokenSettings tokens, Origin origin) {}

  /**
   * Settings over the run-time configuration.
   *
   * @param reader reads {@code f4a.*} keys
   * @param soleNode whether no other process changes the database
   * @throws InvalidSettingException for a bad deployment key
   */
  ConfiguredOAuthSettings(
      SettingsReader reader, RuntimeConfiguration configuration, boolean soleNode) {
    this.configuration = configuration;
    this.deployment =
        new Deployment(
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

  private Known current() {
    Object snapshot = configuration.snapshot();
    Known last = known;
    if (last.snapshot() != snapshot) {
      last = new Known(snapshot, readTokens(), readOrigin());
      known = last;
    }
    return last;
  }

  private TokenSettings readTokens() {
    return new TokenSettings(
        deployment,
        Duration.ofSeconds(configuration.integer(RuntimeKey.OAUTH_TOKEN_LIFETIME)),
        Duration.ofDays(configuration.integer(RuntimeKey.OAUTH_KEY_ROTATION_DAYS)),
        configuration.flag(RuntimeKey.OAUTH_CLIENT_SECRET_POST),
        configuration.flag(RuntimeKey.OAUTH_ALLOW_HTTP),
        Duration.ofHours(configuration.integer(RuntimeKey.OAUTH_HANDOVER_HOURS)),
        Duration.ofSeconds(configuration.integer(RuntimeKey.OAUTH_STATUS_CACHE_SECONDS)),
        configuration.flag(RuntimeKey.OAUTH_ADMIN_REST),
        configuration.integer(RuntimeKey.OAUTH_MAX_TOKENS_PER_CLIENT),
        configuration.integer(RuntimeKey.OAUTH_MAX_GRANTS_PER_MINUTE),
        Duration.ofDays(configuration.integer(RuntimeKey.OAUTH_EVENT_RETAIN_DAYS)),
        configuration.integer(RuntimeKey.OAUTH_PBKDF2_ITERATIONS));
  }

  private Origin readOrigin() {
    return new Origin(
        Optional.of(configuration.text(RuntimeKey.REST_BASE)).filter(text -> !text.isEmpty()),
        configuration.flag(RuntimeKey.REST_TRUST_FORWARDED),
        Set.copyOf(ValueRange.items(configuration.text(RuntimeKey.REST_TRUSTED_PROXIES))));
  }
}
