package flows4ee.oauth;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * What distinguishes this installation's tokens; fixed while the application runs and never taken
 * from a request.
 *
 * @param issuer claim {@code iss}
 * @param audience claim {@code aud}
 * @param typ header {@code typ}
 */
public record TokenIdentity(String issuer, String audience, String typ) {

  private static final String RFC_9068_TYPE = "at+jwt";
  private static final int INSTALLATION_BYTES = 16;

  /** Resolves the defaults: base URL, else a URN with the stored installation id. */
  public static TokenIdentity resolve(OAuthSettings settings, TokenStore store) {
    TokenSettings.Deployment deployment = settings.tokens().deployment();
    String issuer =
        deployment
            .issuer()
            .or(() -> settings.origin().base().map(TokenIdentity::withoutSlash))
            .orElseGet(() -> "urn:flows4ee:" + installationId(store));
    return of(issuer, deployment.audience(), deployment.typ());
  }

  static TokenIdentity of(String issuer, Optional<String> audience, String typ) {
    return new TokenIdentity(issuer, audience.orElse(issuer + "/v1"), typ);
  }

  private static String installationId(TokenStore store) {
    return store.findOrCreateInstallationId(RandomText.of(new SecureRandom(), INSTALLATION_BYTES));
  }

  private static String withoutSlash(String base) {
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /** {@code at+jwt} may also be written as a full media type, in any case (RFC 9068 section 4). */
  boolean accepts(String presentedTyp) {
    return typ.equals(RFC_9068_TYPE)
        ? presentedTyp.equalsIgnoreCase(RFC_9068_TYPE)
            || presentedTyp.equalsIgnoreCase("application/" + RFC_9068_TYPE)
        : presentedTyp.equals(typ);
  }
}
