package flows4ee.oauth.endpoint;

import flows4ee.oauth.AuthenticatedClient;
import flows4ee.oauth.ClientClaim;
import flows4ee.oauth.OAuthModule;
import flows4ee.oauth.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.LinkedHashSet;

/** The application's realm of OAuth clients for the container. */
@ApplicationScoped
public class ClientIdentityStore implements IdentityStore {

  @Inject OAuthModule oauth;

  /** Knows {@link ClientClaim} only. */
  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof ClientClaim claim)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    return oauth
        .clientAuthentication()
        .verify(claim)
        .map(ClientIdentityStore::valid)
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }

  private static CredentialValidationResult valid(AuthenticatedClient client) {
    return new CredentialValidationResult(
        new ClientPrincipal(client),
        new LinkedHashSet<>(Role.namesOf(client.credentials().roles())));
  }

  /** The principal of a client at the OAuth endpoints. */
  static final class ClientPrincipal extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final transient AuthenticatedClient client;

    ClientPrincipal(AuthenticatedClient client) {
      super(client.credentials().clientId());
      this.client = client;
    }

    AuthenticatedClient client() {
      return client;
    }
  }
}
