package flows4ee.oauth.key;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Turns key pairs into stored rows and back; the private part is sealed under its key id. */
public final class KeyCodec {

  private final SealedText sealedText;

  public KeyCodec(SealedText sealedText) {
    this.sealedText = sealedText;
  }

  SigningKeyRecord generate(SigningAlgorithm algorithm, Instant now) {
    KeyPair pair = algorithm.generate();
    String kid = JsonWebKey.thumbprint(pair.getPublic());
    var row = new SigningKeyRecord(kid, algorithm, now);
    row.storeKeys(
        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
        sealedText.seal(pair.getPrivate().getEncoded(), kid));
    return row;
  }

  /**
   * Reads a row; only the active key's private part is opened.
   *
   * @throws IllegalStateException when the private part was not sealed with this master key or the
   *     row was tampered with
   */
  SigningKey read(SigningKeyRecord row) {
    try {
      var publicKey = row.algorithm().decodePublic(Base64.getDecoder().decode(row.publicKey()));
      if (!JsonWebKey.thumbprint(publicKey).equals(row.kid())) {
        throw new GeneralSecurityException("Public key and key id differ");
      }
      return new SigningKey(
          row.kid(), row.algorithm(), row.state(), publicKey, openPrivate(row), row.removeAt());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Signing key "
              + row.kid()
              + " cannot be opened: f4a.oauth_master_key is not the one it was stored with, or the"
              + " row was changed",
          e);
    }
  }

  private Optional<PrivateKey> openPrivate(SigningKeyRecord row) throws GeneralSecurityException {
    if (!row.isOfState(KeyState.ACTIVE)) {
      return Optional.empty();
    }
    byte[] plain = sealedText.open(row.sealedPrivateKey(), row.kid());
    return Optional.of(row.algorithm().decodePrivate(plain));
  }
}
