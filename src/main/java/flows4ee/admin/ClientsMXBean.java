package flows4ee.admin;

import java.util.List;

/**
 * OAuth clients and signing keys for JMX tools such as JConsole. Roles are written as a list
 * separated by commas, {@code Flows for Apex - Read, Flows for Apex - Write}. Unknown clients and
 * bad values end as {@link IllegalArgumentException}, refused changes as {@link
 * IllegalStateException}; both say why.
 */
public interface ClientsMXBean {

  /** All clients by name. */
  List<ClientInfo> listClients();

  /** One client. */
  ClientInfo showClient(@Named("clientId") String clientId);

  /** Makes a client; its secret is in the result and never shown again. */
  SecretInfo createClient(
      @Named("name") String name,
      @Named("owner") String owner,
      @Named("supportEmail") String supportEmail,
      @Named("roles") String roles);

  /** Takes over a client with the id and secret it has already. */
  ClientInfo importClient(
      @Named("name") String name,
      @Named("supportEmail") String supportEmail,
      @Named("roles") String roles,
      @Named("clientId") String clientId,
      @Named("clientSecret") String clientSecret);

  /**
   * Sets one attribute of a client, by the name that the REST API gives it: {@code name, owner,
   * description, support_email, support_uri, redirect_uri, expires_at} (ISO 8601) or {@code
   * token_lifetime} (seconds). An empty value clears what may be absent.
   */
  ClientInfo updateClient(
      @Named("clientId") String clientId,
      @Named("attribute") String attribute,
      @Named("value") String value);

  /** Replaces the roles of a client; effective on its next request. */
  ClientInfo setRoles(@Named("clientId") String clientId, @Named("roles") String roles);

  /** Adds a secret and lets the present one end after {@code overlapHours}. */
  SecretInfo rotateSecret(
      @Named("clientId") String clientId,
      @Named("overlapHours") int overlapHours,
      @Named("replaceOldest") boolean replaceOldest);

  /** Revokes one live secret at once. */
  ClientInfo revokeSecret(@Named("clientId") String clientId, @Named("secretId") long secretId);

  /** Revokes all open tokens of a client and returns how many. */
  int revokeTokens(@Named("clientId") String clientId);

  /** Stops a client until it is enabled again. */
  ClientInfo disableClient(@Named("clientId") String clientId, @Named("reason") String reason);

  /** Lets a disabled client work again; the comment is kept in the audit. */
  ClientInfo enableClient(@Named("clientId") String clientId, @Named("comment") String comment);

  /** Deletes a client; its id is never used again. */
  void deleteClient(@Named("clientId") String clientId);

  /** The published signing keys: {@code <kid> <algorithm> <state>}. */
  List<String> listKeys();

  /** Publishes a new signing key, which signs ten minutes later; returns its id. */
  String rotateKeys();

  /** Removes a signing key at once; all its tokens become invalid. */
  void revokeKey(@Named("kid") String kid);
}
