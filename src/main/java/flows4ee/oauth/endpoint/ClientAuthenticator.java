package flows4ee.oauth.endpoint;

import flows4ee.oauth.AuthenticatedClient;
import flows4ee.oauth.ClientClaim;
import java.util.Optional;

/** Finds the client that a claim is true of. */
@FunctionalInterface
interface ClientAuthenticator {

  Optional<AuthenticatedClient> authenticate(ClientClaim claim);
}
