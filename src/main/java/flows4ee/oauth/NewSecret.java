package flows4ee.oauth;

import java.util.Optional;

/**
 * A client after it got a new secret.
 *
 * @param secret the new secret's row
 * @param plain the secret itself, which is never shown again; empty when it waits for its handover
 */
public record NewSecret(ClientView client, ClientView.SecretView secret, Optional<String> plain) {

  /** When a new secret is shown. */
  public enum Showing {
    /** In the answer that makes it, and never again. */
    NOW,
    /** Once, later, to the one who made it (unless the settings keep no copies: then now). */
    LATER
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "NewSecret[" + client.clientId() + "]";
  }
}
