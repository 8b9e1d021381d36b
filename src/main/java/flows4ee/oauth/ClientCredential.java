package flows4ee.oauth;

import jakarta.security.enterprise.credential.Credential;
import java.util.List;

/**
 * What a client presented to prove its identity.
 *
 * @param readings the possible readings of the same text, the likeliest first: form-decoded and raw
 *     (RFC 6749 section 2.3.1)
 * @param address source address, for the audit
 */
public record ClientCredential(List<Reading> readings, String address) implements Credential {

  public ClientCredential {
    readings = List.copyOf(readings);
  }

  /** One reading of the credentials. */
  public record Reading(String clientId, String secret) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
      return "Reading[" + clientId + "]";
    }
  }
}
