package flows4ee.admin;

import flows4ee.oauth.Actor;
import flows4ee.oauth.ClientAttributes;
import flows4ee.oauth.ClientException;
import flows4ee.oauth.ClientFilter;
import flows4ee.oauth.ClientSecrets.Rotation;
import flows4ee.oauth.ClientService;
import flows4ee.oauth.ClientService.ExistingCredentials;
import flows4ee.oauth.NewSecret.Showing;
import flows4ee.oauth.OAuthModule;
import flows4ee.oauth.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The management bean over the client service. */
public final class ManagedClients implements ClientsMXBean {

  private static final Actor OPERATOR = Actor.operator("jmx");

  private final OAuthModule oauth;

  public ManagedClients(OAuthModule oauth) {
    this.oauth = oauth;
  }

  @Override
  public List<ClientInfo> listClients() {
    return oauth.clients().findClients(ClientFilter.ALL).stream().map(ClientInfo::new).toList();
  }

  @Override
  public ClientInfo showClient(String clientId) {
    return tell(
        () ->
            new ClientInfo(
                oauth.clients().findClient(clientId).orElseThrow(ClientException::notFound)));
  }

  @Override
  public SecretInfo createClient(String name, String owner, String supportEmail, String roles) {
    ClientAttributes attributes = ClientAttributes.of(name, owner, supportEmail);
    return tell(
        () ->
            new SecretInfo(
                oauth.clients().create(attributes, roles(roles), Showing.NOW, OPERATOR)));
  }

  @Override
  public ClientInfo importClient(
      String name, String supportEmail, String roles, String clientId, String clientSecret) {
    ClientAttributes attributes = ClientAttributes.of(name, OPERATOR.name(), supportEmail);
    var existing = new ExistingCredentials(clientId, clientSecret);
    return tell(
        () ->
            new ClientInfo(
                oauth.clients().importClient(existing, attributes, roles(roles), OPERATOR)));
  }

  @Override
  public ClientInfo updateClient(String clientId, String attribute, String value) {
    return tell(
        () ->
            new ClientInfo(
                oauth
                    .clients()
                    .update(clientId, ClientAttribute.edit(attribute, value), OPERATOR)));
  }

  @Override
  public ClientInfo setRoles(String clientId, String roles) {
    return tell(() -> new ClientInfo(oauth.clients().setRoles(clientId, roles(roles), OPERATOR)));
  }

  @Override
  public SecretInfo rotateSecret(String clientId, int overlapHours, boolean replaceOldest) {
    var rotation = new Rotation(Duration.ofHours(overlapHours), replaceOldest, Showing.NOW);
    return tell(() -> new SecretInfo(oauth.clientSecrets().rotate(clientId, rotation, OPERATOR)));
  }

  @Override
  public ClientInfo revokeSecret(String clientId, long secretId) {
    return tell(() -> new ClientInfo(oauth.clientSecrets().revoke(clientId, secretId, OPERATOR)));
  }

  @Override
  public int revokeTokens(String clientId) {
    return tell(() -> oauth.clients().revokeTokens(clientId, OPERATOR));
  }

  @Override
  public ClientInfo disableClient(String clientId, String reason) {
    return tell(() -> new ClientInfo(oauth.clients().disable(clientId, reason, OPERATOR)));
  }

  @Override
  public ClientInfo enableClient(String clientId, String comment) {
    return tell(() -> new ClientInfo(oauth.clients().enable(clientId, comment, OPERATOR)));
  }

  @Override
  public void deleteClient(String clientId) {
    tell(
        () -> {
          oauth.clients().delete(clientId, OPERATOR);
          return clientId;
        });
  }

  @Override
  public List<String> listKeys() {
    return oauth.keys().published().stream()
        .map(key -> key.kid() + " " + key.algorithm() + " " + key.state())
        .toList();
  }

  @Override
  public String rotateKeys() {
    return oauth.keyAdministration().rotate(OPERATOR);
  }

  @Override
  public void revokeKey(String kid) {
    if (!oauth.keyAdministration().revoke(kid, OPERATOR)) {
      throw new IllegalArgumentException("No key " + kid);
    }
  }

  private static Set<Role> roles(String list) {
    return ClientService.rolesOf(
        Arrays.stream(list.split(",")).map(String::strip).filter(r -> !r.isEmpty()).toList());
  }

  /** Turns refusals into exceptions that every management tool knows. */
  private static <T> T tell(Supplier<T> work) {
    try {
      return work.get();
    } catch (ClientException e) {
      String text =
          e.attribute().isEmpty() ? e.getMessage() : e.getMessage() + ": " + e.attribute();
      throw switch (e.kind()) {
        case NOT_FOUND, INVALID -> new IllegalArgumentException(text);
        case CONFLICT, FORBIDDEN -> new IllegalStateException(text);
      };
    }
  }
}
