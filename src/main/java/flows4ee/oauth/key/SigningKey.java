package flows4ee.oauth.key;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A signing key in use.
 *
 * @param kid RFC 7638 thumbprint of the public key
 * @param privateKey present while the key signs
 * @param removeAt when a retired key stops verifying
 */
public record SigningKey(
    String kid,
    SigningAlgorithm algorithm,
    KeyState state,
    PublicKey publicKey,
    Optional<PrivateKey> privateKey,
    Optional<Instant> removeAt) {

  boolean isRemoved(Instant now) {
    return removeAt.isPresent() && !now.isBefore(removeAt.get());
  }
}
