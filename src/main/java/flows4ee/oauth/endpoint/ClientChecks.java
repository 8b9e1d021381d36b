package flows4ee.oauth.endpoint;

import flows4ee.oauth.AuthenticatedClient;
import flows4ee.oauth.ClientAuthentication;
import flows4ee.oauth.ClientClaim;
import flows4ee.oauth.ClientCredential;
import flows4ee.oauth.DerivationLimit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Checks client credentials: at once, or where it is slow when its turn comes. */
final class ClientChecks {

  private final ClientAuthentication authentication;
  private final ClientAuthenticator authenticator;
  private final DerivationLimit derivations;

  ClientChecks(
      ClientAuthentication authentication,
      ClientAuthenticator authenticator,
      DerivationLimit derivations) {
    this.authentication = authentication;
    this.authenticator = authenticator;
    this.derivations = derivations;
  }

  /**
   * The client that these credentials belong to.
   *
   * @param atTurn runs before a check that had to wait, and ends it by an exception
   * @throws DerivationLimit.OverloadedException when too many slow checks are waiting
   */
  CompletionStage<Optional<AuthenticatedClient>> check(
      ClientCredential credential, Runnable atTurn) {
    ClientClaim claim = authentication.claim(credential);
    if (!claim.needsDerivation()) {
      return CompletableFuture.completedFuture(authenticator.authenticate(claim));
    }
    return derivations.submit(
        () -> {
          atTurn.run();
          return authenticator.authenticate(claim);
        });
  }
}
