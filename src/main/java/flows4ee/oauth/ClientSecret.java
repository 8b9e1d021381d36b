package flows4ee.oauth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * Row of {@code oauth_client_secrets}: a secret's hash, and until it was shown once the secret
 * itself, sealed with the master key.
 */
@Entity
@Table(name = "oauth_client_secrets")
public class ClientSecret {

  private static final int HINT_LENGTH = 4;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "oauthSecretIds")
  @SequenceGenerator(name = "oauthSecretIds", sequenceName = "oauth_ids", allocationSize = 1)
  private long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "client_fk")
  private OAuthClient client;

  @Column(name = "secret_hash")
  private String hash;

  private String hint;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "last_used_at", insertable = false, updatable = false)
  private Instant lastUsedAt;

  @Column(name = "handover_enc")
  private String sealedHandover;

  @Column(name = "handover_until")
  private Instant handoverUntil;

  protected ClientSecret() {}

  ClientSecret(String hash, String hint, Instant createdAt) {
    this.hash = hash;
    this.hint = hint;
    this.createdAt = createdAt;
  }

  /** The last four characters, shown so that people can tell secrets apart. */
  static String hintOf(String secret) {
    return secret.substring(Math.max(0, secret.length() - HINT_LENGTH));
  }

  void attachTo(OAuthClient owner) {
    client = owner;
  }

  void keepForHandover(String sealed, Instant until) {
    sealedHandover = sealed;
    handoverUntil = until;
  }

  /** The sealed secret, if it may still be shown. */
  Optional<String> handover(Instant now) {
    return Optional.ofNullable(sealedHandover).filter(text -> now.isBefore(handoverUntil));
  }

  void eraseHandover() {
    sealedHandover = null;
    handoverUntil = null;
  }

  void revoke(Instant now) {
    revokedAt = now;
    eraseHandover();
  }

  /** Makes the secret end at {@code end}, unless it ends before. */
  void endAt(Instant end) {
    if (expiresAt == null || end.isBefore(expiresAt)) {
      expiresAt = end;
    }
  }

  boolean isLive(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  long id() {
    return id;
  }

  String hash() {
    return hash;
  }

  String hint() {
    return hint;
  }

  Instant createdAt() {
    return createdAt;
  }

  Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  Optional<Instant> lastUsedAt() {
    return Optional.ofNullable(lastUsedAt);
  }
}
