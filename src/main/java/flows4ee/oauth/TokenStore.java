package flows4ee.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The tables as token endpoint and request check use them: one indexed statement per question. */
public interface TokenStore {

  /** What the token endpoint needs to know about a client that is not deleted. */
  Optional<ClientCredentials> findCredentials(String clientId);

  /** Inserts an issued token together with its audit event. */
  void insert(IssuedToken token, OAuthEvent event);

  /** Token, client and current roles of the token with this hash. */
  Optional<TokenStatus> findStatus(String jtiHash);

  /**
   * Revokes one token.
   *
   * @return whether it was open until now
   */
  boolean revoke(String jtiHash, ClientRepository.Revocation revocation);

  /** How many tokens of a client are neither expired nor revoked. */
  int countOpen(long clientKey, Instant now);

  /** Revokes the open tokens of a client that were unused for longest. */
  void revokeOldest(long clientKey, int count, ClientRepository.Revocation revocation);

  /** Replaces a stored hash by a stronger one of the same secret. */
  void upgradeHash(long secretId, String oldHash, String newHash);

  /** Writes when tokens, secrets and clients were last used. */
  void markUsed(Collection<Use> uses);

  void record(OAuthEvent event);

  /** The installation's id; {@code candidate} becomes it when there is none yet. */
  String findOrCreateInstallationId(String candidate);

  /**
   * Deletes tokens that expired before {@code tokensBefore} and events older than {@code
   * eventsBefore}, in portions.
   */
  void purge(Instant tokensBefore, Instant eventsBefore);

  /** Whether any client, deleted ones included, exists. */
  boolean hasClients();

  /**
   * A client as the token endpoint sees it.
   *
   * @param key internal id
   * @param lifetime own token lifetime
   */
  record ClientCredentials(
      long key,
      String clientId,
      boolean disabled,
      Optional<Instant> expiresAt,
      Optional<Duration> lifetime,
      Set<Role> roles,
      Collection<StoredSecret> secrets) {}

  /** A secret that is not revoked. */
  record StoredSecret(long id, String hash, Optional<Instant> expiresAt) {}

  /**
   * A token as it is stored.
   *
   * @param scope the narrowing asked for, if any
   */
  record IssuedToken(
      String jtiHash,
      long clientKey,
      Instant issuedAt,
      Instant expiresAt,
      Optional<String> scope,
      String address) {}

  /** What decides about a request beyond the token's own text. */
  record TokenStatus(
      long clientKey,
      String clientId,
      boolean revoked,
      boolean clientDisabled,
      Optional<Instant> clientExpiresAt,
      Optional<String> scope,
      Set<Role> roles) {}

  /** One use of a token or secret by a client. */
  record Use(
      Instant at,
      String address,
      long clientKey,
      Optional<String> jtiHash,
      Optional<Long> secretId) {}
}
