package flows4ee.oauth;

import flows4ee.oauth.key.Encoding;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a minute that a chosen secret matched a stored hash, under a key of this process,
 * so that busy clients do not pay the derivation at every grant. The stored hash is part of what is
 * remembered, so a changed or removed secret is never taken for the old one.
 */
final class RememberedSecrets {

  private static final String HMAC = "HmacSHA256";
  private static final Duration TIME = Duration.ofSeconds(60);
  private static final int MAX = 10_000;

  private final SecretKeySpec key;
  private final Clock clock;
  private final Map<String, Instant> until = new ConcurrentHashMap<>();

  RememberedSecrets(Clock clock) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, HMAC);
    this.clock = clock;
  }

  boolean knows(String clientId, String secret, String hash) {
    Instant end = until.get(digest(clientId, secret, hash));
    return end != null && clock.instant().isBefore(end);
  }

  void remember(String clientId, String secret, String hash) {
    Instant now = clock.instant();
    if (until.size() >= MAX) {
      until.values().removeIf(end -> !now.isBefore(end));
    }
    if (until.size() < MAX) {
      until.put(digest(clientId, secret, hash), now.plus(TIME));
    }
  }

  private String digest(String clientId, String secret, String hash) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      for (String part : new String[] {clientId, secret, hash}) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(Encoding.sha256(bytes));
      }
      return Encoding.base64Url(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is not available", e);
    }
  }
}
