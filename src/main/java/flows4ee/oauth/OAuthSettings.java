package flows4ee.oauth;

import java.util.Optional;
import java.util.Set;

/** The settings as they are now; asked anew at every use, so that changes act at once. */
public interface OAuthSettings {

  TokenSettings tokens();

  Origin origin();

  /**
   * How the address of a request is told.
   *
   * @param base configured base URL without {@code v1}, with its final slash; empty for the
   *     request's own
   * @param trustForwarded whether {@code Forwarded} and {@code X-Forwarded-*} count
   * @param trustedProxies addresses of peers they are believed from
   */
  record Origin(Optional<String> base, boolean trustForwarded, Set<String> trustedProxies) {

    /** No configured base, no proxy. */
    public static final Origin DIRECT = new Origin(Optional.empty(), false, Set.of());
  }
}
