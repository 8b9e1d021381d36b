package flows4ee.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A client as administrators see it; never holds a hash.
 *
 * @param managed whether the server's configuration declares it, so that it cannot be changed here
 * @param secrets the live ones, oldest first
 * @param handover whether its secret still waits to be shown once to its creator
 * @param version changes with every change
 */
public record ClientView(
    String clientId,
    ClientAttributes attributes,
    Set<Role> roles,
    boolean managed,
    boolean disabled,
    Optional<String> disabledReason,
    List<SecretView> secrets,
    boolean handover,
    Audit audit,
    int version) {

  /** Who made and last changed a client, and when it was last used. */
  public record Audit(
      Instant createdAt,
      String createdBy,
      Instant updatedAt,
      String updatedBy,
      Optional<Instant> lastUsedAt) {}

  /**
   * A live secret.
   *
   * @param hint its last four characters
   */
  public record SecretView(
      long id,
      String hint,
      Instant createdAt,
      Optional<Instant> expiresAt,
      Optional<Instant> lastUsedAt) {

    static SecretView of(ClientSecret secret) {
      return new SecretView(
          secret.id(), secret.hint(), secret.createdAt(), secret.expiresAt(), secret.lastUsedAt());
    }
  }

  static ClientView of(OAuthClient client, Instant now) {
    List<ClientSecret> live = client.liveSecrets(now);
    return new ClientView(
        client.clientId(),
        client.attributes(),
        client.roles(),
        client.isManaged(),
        client.isDisabled(),
        client.disabledReason(),
        live.stream().map(SecretView::of).toList(),
        live.stream().anyMatch(secret -> secret.handover(now).isPresent()),
        new Audit(
            client.createdAt(),
            client.createdBy(),
            client.updatedAt(),
            client.updatedBy(),
            client.lastUsedAt()),
        client.version());
  }
}
