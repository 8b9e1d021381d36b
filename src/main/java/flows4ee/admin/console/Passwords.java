package flows4ee.admin.console;

import flows4ee.oauth.DerivationLimit;
import flows4ee.oauth.SecretHasher;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Hashes of passwords: PBKDF2 with HMAC-SHA512 and a salt of 16 bytes, in the form {@code
 * pbkdf2-sha512$<iterations>$<salt>$<hash>}. Checks share the bound on parallel derivations with
 * the token endpoint.
 */
final class Passwords {

  private final DerivationLimit limit;
  private final IntSupplier iterations;

  Passwords(DerivationLimit limit, IntSupplier iterations) {
    this.limit = limit;
    this.iterations = iterations;
  }

  /**
   * The hash of a new password.
   *
   * @throws DerivationLimit.OverloadedException when too many derivations are waiting
   */
  String hash(String password) {
    return limit.await(() -> SecretHasher.hashChosen(password, iterations.getAsInt()));
  }

  /**
   * Checks a password; without a hash it takes as long and says no.
   *
   * @throws DerivationLimit.OverloadedException when too many checks are waiting
   */
  boolean matches(String password, Optional<String> hash) {
    String compared = hash.orElseGet(() -> SecretHasher.dummyChosen(iterations.getAsInt()));
    return limit.await(() -> SecretHasher.matchesChosen(password, compared)) && hash.isPresent();
  }

  /** A stronger hash of a password that is known to match, if the setting was raised since. */
  Optional<String> strengthened(String password, String hash) {
    int wanted = iterations.getAsInt();
    return SecretHasher.iterations(hash).orElse(wanted) < wanted
        ? Optional.of(SecretHasher.hashChosen(password, wanted))
        : Optional.empty();
  }
}
