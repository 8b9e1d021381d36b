package flows4ee.oauth.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Row of {@code oauth_keys}: a signing key with its private part encrypted. */
@Entity
@Table(name = "oauth_keys")
public class SigningKeyRecord {

  @Id private String kid;

  @Enumerated(EnumType.STRING)
  private SigningAlgorithm algorithm;

  @Enumerated(EnumType.STRING)
  @Column(name = "key_state")
  private KeyState state;

  @Column(name = "public_key")
  private String publicKey;

  @Column(name = "private_key_enc")
  private String sealedPrivateKey;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "activated_at")
  private Instant activatedAt;

  @Column(name = "retired_at")
  private Instant retiredAt;

  @Column(name = "remove_at")
  private Instant removeAt;

  protected SigningKeyRecord() {}

  SigningKeyRecord(String kid, SigningAlgorithm algorithm, Instant createdAt) {
    this.kid = kid;
    this.algorithm = algorithm;
    this.state = KeyState.NEXT;
    this.createdAt = createdAt;
  }

  void storeKeys(String publicKeyText, String sealedPrivateKeyText) {
    this.publicKey = publicKeyText;
    this.sealedPrivateKey = sealedPrivateKeyText;
  }

  void activate(Instant now) {
    state = KeyState.ACTIVE;
    activatedAt = now;
  }

  /** Ends signing; the key verifies for {@code overlap} more. */
  void retire(Instant now, Duration overlap) {
    state = KeyState.RETIRED;
    retiredAt = now;
    removeAt = now.plus(overlap);
  }

  boolean isOfState(KeyState wanted) {
    return state == wanted;
  }

  public String kid() {
    return kid;
  }

  public SigningAlgorithm algorithm() {
    return algorithm;
  }

  public KeyState state() {
    return state;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> activatedAt() {
    return Optional.ofNullable(activatedAt);
  }

  public Optional<Instant> removeAt() {
    return Optional.ofNullable(removeAt);
  }

  String publicKey() {
    return publicKey;
  }

  String sealedPrivateKey() {
    return sealedPrivateKey;
  }
}
