package flows4ee.oauth;

import flows4ee.oauth.TokenStore.ClientCredentials;
import flows4ee.oauth.TokenStore.StoredSecret;

/** A client that proved its identity, and the secret it used. */
public record AuthenticatedClient(ClientCredentials credentials, StoredSecret secret) {}
