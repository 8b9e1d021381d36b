package flows4ee.oauth.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/**
 * Signature algorithms of RFC 7518 that this service signs with. RS256 is verified faster, ES256
 * gives shorter tokens.
 */
public enum SigningAlgorithm {
  /** RSASSA-PKCS1-v1_5 with SHA-256 and a 2048 bit key. */
  RS256("RSA", "SHA256withRSA", 256, new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4)),
  /** ECDSA with P-256 and SHA-256; the signature is R followed by S, 32 bytes each. */
  ES256("EC", "SHA256withECDSAinP1363Format", 64, new ECGenParameterSpec("secp256r1"));

  private final String keyType;
  private final String signatureName;
  private final int signatureLength;
  private final AlgorithmParameterSpec parameters;

  SigningAlgorithm(
      String keyType,
      String signatureName,
      int signatureLength,
      AlgorithmParameterSpec parameters) {
    this.keyType = keyType;
    this.signatureName = signatureName;
    this.signatureLength = signatureLength;
    this.parameters = parameters;
  }

  /** Generates a fresh key pair. */
  public KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(keyType);
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot generate a key for " + this, e);
    }
  }

  /** Reads a public key from its X.509 SubjectPublicKeyInfo. */
  public PublicKey decodePublic(byte[] encoded) throws GeneralSecurityException {
    return KeyFactory.getInstance(keyType).generatePublic(new X509EncodedKeySpec(encoded));
  }

  /** Reads a private key from its PKCS#8 form. */
  public PrivateKey decodePrivate(byte[] encoded) throws GeneralSecurityException {
    return KeyFactory.getInstance(keyType).generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  /** Signs {@code data} in the form of RFC 7518. */
  public byte[] sign(PrivateKey key, byte[] data) {
    try {
      Signature signature = Signature.getInstance(signatureName);
      signature.initSign(key);
      signature.update(data);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot sign with " + this, e);
    }
  }

  /** Tells whether {@code signed} is this key's signature over {@code data}; never throws. */
  public boolean verify(PublicKey key, byte[] data, byte[] signed) {
    if (signed.length != signatureLength || hasZeroHalf(signed)) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(signatureName);
      signature.initVerify(key);
      signature.update(data);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private boolean hasZeroHalf(byte[] signed) {
    int half = signed.length / 2;
    return this == ES256
        && (isZero(Arrays.copyOfRange(signed, 0, half))
            || isZero(Arrays.copyOfRange(signed, half, signed.length)));
  }

  private static boolean isZero(byte[] bytes) {
    return Arrays.equals(bytes, new byte[bytes.length]);
  }
}
