package flows4ee.oauth;

import flows4ee.oauth.key.SigningAlgorithm;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of the OAuth service ({@code oauth_*}).
 *
 * @param deployment what is read once at start
 * @param lifetime of a token whose client has no own one
 * @param keyRotation age at which the signing key is replaced
 * @param clientSecretPost whether credentials in the form body are accepted
 * @param allowHttp whether the token endpoint answers plain HTTP to peers that are not loopback
 * @param handover how long a new secret can be shown once; zero keeps no copy
 * @param statusCache how long the state of a token may be remembered; zero reads it per request
 * @param adminRest whether clients can be administered over REST
 * @param maxTokensPerClient open tokens, beyond which the oldest unused are revoked
 * @param maxGrantsPerMinute per client; 0 is no limit
 * @param eventRetention how long audit events are kept
 * @param pbkdf2Iterations cost of imported secrets
 */
public record TokenSettings(
    Deployment deployment,
    Duration lifetime,
    Duration keyRotation,
    boolean clientSecretPost,
    boolean allowHttp,
    Duration handover,
    Duration statusCache,
    boolean adminRest,
    int maxTokensPerClient,
    int maxGrantsPerMinute,
    Duration eventRetention,
    int pbkdf2Iterations) {

  /** The defaults. */
  public static final TokenSettings DEFAULTS =
      new TokenSettings(
          Deployment.DEFAULTS,
          Duration.ofHours(1),
          Duration.ofDays(90),
          false,
          false,
          Duration.ofHours(24),
          Duration.ZERO,
          true,
          10_000,
          6_000,
          Duration.ofDays(365),
          210_000);

  /**
   * Deployment keys {@code f4a.oauth_*}, read once.
   *
   * @param issuer claim {@code iss}; empty for the configured base URL or the installation's URN
   * @param audience claim {@code aud}; empty for issuer + {@code /v1}
   * @param typ header {@code typ}: {@code at+jwt} or {@code JWT}
   * @param algorithm of new signing keys
   * @param soleNode whether no other process changes the database, so that the state of a token can
   *     be remembered until this node changes it
   */
  public record Deployment(
      Optional<String> issuer,
      Optional<String> audience,
      String typ,
      SigningAlgorithm algorithm,
      boolean soleNode) {

    /** RFC 9068 tokens signed with RS256. */
    public static final Deployment DEFAULTS =
        new Deployment(Optional.empty(), Optional.empty(), "at+jwt", SigningAlgorithm.RS256, false);
  }
}
