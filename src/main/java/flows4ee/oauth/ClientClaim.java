package flows4ee.oauth;

import flows4ee.oauth.ClientCredential.Reading;
import flows4ee.oauth.TokenStore.ClientCredentials;
import flows4ee.oauth.TokenStore.StoredSecret;
import jakarta.security.enterprise.credential.Credential;
import java.util.List;

/**
 * Presented credentials next to what they have to match: who a client says it is, to be verified.
 *
 * @param candidates one per reading and live secret of the client that the reading names; none for
 *     an unknown or disabled client
 * @param address source address, for the audit
 */
public record ClientClaim(List<Candidate> candidates, String address) implements Credential {

  public ClientClaim {
    candidates = List.copyOf(candidates);
  }

  /** Whether to verify it takes a slow derivation. */
  public boolean needsDerivation() {
    return candidates.stream().anyMatch(candidate -> candidate.state() == State.OPEN);
  }

  /** What is known of a candidate. */
  enum State {
    MATCHES,
    DIFFERS,
    /** Only a slow derivation tells. */
    OPEN
  }

  /** A secret that one reading of the presented one may match. */
  record Candidate(Reading reading, ClientCredentials client, StoredSecret secret, State state) {

    AuthenticatedClient authenticated() {
      return new AuthenticatedClient(client, secret);
    }
  }
}
