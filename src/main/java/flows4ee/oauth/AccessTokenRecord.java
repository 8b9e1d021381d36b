package flows4ee.oauth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Row of {@code oauth_tokens}: an issued token, known by the hash of its {@code jti} alone. Rows
 * are inserted and read per request through {@link TokenStore}; this form serves bulk changes.
 */
@Entity
@Table(name = "oauth_tokens")
public class AccessTokenRecord {

  @Id
  @Column(name = "jti_hash")
  private String jtiHash;

  @ManyToOne(optional = false)
  @JoinColumn(name = "client_fk")
  private OAuthClient client;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  private String scope;

  @Column(name = "source_ip")
  private String sourceAddress;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "revoked_by")
  private String revokedBy;

  @Column(name = "reason")
  private String reason;

  protected AccessTokenRecord() {}
}
