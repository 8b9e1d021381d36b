package flows4ee.oauth.endpoint;

import flows4ee.oauth.AuthenticatedClient;
import flows4ee.oauth.ClientCredential;
import java.util.Optional;

/** Finds the client that credentials belong to. */
@FunctionalInterface
interface ClientAuthenticator {

  Optional<AuthenticatedClient> authenticate(ClientCredential credential);
}
