package flows4ee.oauth;

import flows4ee.oauth.key.Encoding;
import flows4ee.oauth.key.KeyRing;
import flows4ee.oauth.key.SignedToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Checks what a token says by itself: signature, type, issuer, audience, times, identities (RFC
 * 9068 section 4). Tokens that passed are remembered by the hash of their text until they expire or
 * their key goes.
 */
public final class TokenVerifier {

  /** Tolerated difference between clocks. */
  static final Duration SKEW = Duration.ofSeconds(30);

  private static final int REMEMBERED_MAX = 20_000;
  private static final int JTI_MAX = 64;

  private final KeyRing keys;
  private final Supplier<TokenIdentity> identity;
  private final Clock clock;
  private final Map<ByteBuffer, VerifiedToken> remembered = new ConcurrentHashMap<>();

  public TokenVerifier(KeyRing keys, Supplier<TokenIdentity> identity, Clock clock) {
    this.keys = keys;
    this.identity = identity;
    this.clock = clock;
  }

  /** The token's claims, or empty for anything but a valid token of ours. */
  Optional<VerifiedToken> verify(String token) {
    ByteBuffer hash = ByteBuffer.wrap(Encoding.sha256(token.getBytes(StandardCharsets.ISO_8859_1)));
    Instant now = clock.instant();
    VerifiedToken known = remembered.get(hash);
    if (known != null && isUsable(known, now)) {
      return Optional.of(known);
    }
    remembered.remove(hash);
    Optional<VerifiedToken> verified =
        SignedToken.verify(token, keys).flatMap(this::readClaims).filter(t -> isUsable(t, now));
    verified.ifPresent(fresh -> remember(hash, fresh));
    return verified;
  }

  private void remember(ByteBuffer hash, VerifiedToken token) {
    if (remembered.size() >= REMEMBERED_MAX) {
      makeRoom();
    }
    remembered.put(hash, token);
  }

  /** Only valid tokens get here, so dropping an arbitrary tenth is rare and harmless. */
  private void makeRoom() {
    Iterator<ByteBuffer> hashes = remembered.keySet().iterator();
    for (int i = 0; i < REMEMBERED_MAX / 10 && hashes.hasNext(); i++) {
      hashes.next();
      hashes.remove();
    }
  }

  private boolean isUsable(VerifiedToken token, Instant now) {
    return now.isBefore(token.expiresAt().plus(SKEW))
        && !token.issuedAt().isAfter(now.plus(SKEW))
        && keys.holds(token.kid());
  }

  private Optional<VerifiedToken> readClaims(SignedToken token) {
    TokenIdentity own = identity.get();
    Map<String, Object> claims = token.claims();
    Optional<Instant> issuedAt = time(claims, "iat");
    Optional<Instant> expiresAt = time(claims, "exp");
    Optional<String> jti = text(claims, "jti").filter(value -> value.length() <= JTI_MAX);
    Optional<String> clientId = text(claims, "client_id");
    Set<String> audience = audience(claims);
    boolean valid =
        own.accepts(token.typ())
            && text(claims, "iss").filter(own.issuer()::equals).isPresent()
            && audience.contains(own.audience())
            && clientId.isPresent()
            && clientId.equals(text(claims, "sub"))
            && isStarted(claims);
    if (!valid || issuedAt.isEmpty() || expiresAt.isEmpty() || jti.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new VerifiedToken(
            token.kid(),
            Encoding.sha256Hex(jti.get()),
            clientId.get(),
            issuedAt.get(),
            expiresAt.get(),
            audience,
            claims));
  }

  private boolean isStarted(Map<String, Object> claims) {
    return !claims.containsKey("nbf")
        || time(claims, "nbf").filter(at -> !at.isAfter(clock.instant().plus(SKEW))).isPresent();
  }

  private static Optional<String> text(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<Instant> time(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof Long seconds
        ? Optional.of(Instant.ofEpochSecond(seconds))
        : Optional.empty();
  }

  private static Set<String> audience(Map<String, Object> claims) {
    Object value = claims.get("aud");
    Collection<?> all = value instanceof List<?> list ? list : List.of(value == null ? "" : value);
    return all.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.toUnmodifiableSet());
  }
}
