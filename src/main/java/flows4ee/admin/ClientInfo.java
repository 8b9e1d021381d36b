package flows4ee.admin;

import flows4ee.oauth.ClientView;
import flows4ee.oauth.ClientView.SecretView;
import flows4ee.oauth.Role;
import java.time.Instant;
import java.util.List;

/**
 * A client as management tools show it. Plain getters, since the management layer of Java 17 takes
 * no records; times are ISO 8601 text, empty for never.
 */
public final class ClientInfo {

  private final ClientView client;

  ClientInfo(ClientView client) {
    this.client = client;
  }

  public String getClientId() {
    return client.clientId();
  }

  public String getName() {
    return client.attributes().name();
  }

  public String getOwner() {
    return client.attributes().owner();
  }

  public String getSupportEmail() {
    return client.attributes().supportEmail();
  }

  public String getDescription() {
    return client.attributes().description().orElse("");
  }

  public String getSupportUri() {
    return client.attributes().supportUri().orElse("");
  }

  public String getRedirectUri() {
    return client.attributes().redirectUri().orElse("");
  }

  /** Seconds; 0 for the configured life of tokens. */
  public int getTokenLifetime() {
    return client.attributes().tokenLifetime().orElse(0);
  }

  public List<String> getRoles() {
    return Role.namesOf(client.roles());
  }

  /** Whether the server's configuration declares it, so that it cannot be changed here. */
  public boolean isManaged() {
    return client.managed();
  }

  public boolean isDisabled() {
    return client.disabled();
  }

  public String getExpiresAt() {
    return client.attributes().expiresAt().map(Instant::toString).orElse("");
  }

  public String getLastUsedAt() {
    return client.audit().lastUsedAt().map(Instant::toString).orElse("");
  }

  /** Live secrets: {@code <id> ...<last characters>}. */
  public List<String> getSecrets() {
    return client.secrets().stream().map(ClientInfo::line).toList();
  }

  private static String line(SecretView secret) {
    return secret.id() + " ..." + secret.hint();
  }
}
