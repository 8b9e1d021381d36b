package flows4ee.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The administrative side of the clients' table. */
public interface ClientRepository {

  /**
   * Runs {@code work} in one transaction, committed when it returns and dropped when it throws. It
   * is part of the transaction that the calling thread may have open around it.
   *
   * @throws ClientException of kind CONFLICT when somebody else changed the same client, or took
   *     the same name, meanwhile
   */
  <T> T inTransaction(Function<ClientTransaction, T> work);

  /**
   * Runs {@code work} when the transaction that the calling thread may have open around {@link
   * #inTransaction} has ended, committed or not; at once when there is none.
   */
  void whenEnded(Runnable work);

  /** What can be done within one transaction. Deleted clients are found nowhere. */
  interface ClientTransaction {

    Optional<OAuthClient> findByClientId(String clientId);

    Optional<OAuthClient> findByName(String name);

    /** Clients by name, restricted by the filter. */
    List<OAuthClient> find(ClientFilter filter);

    /** Whether this id belongs or ever belonged to a client. */
    boolean isClientIdTaken(String clientId);

    void add(OAuthClient client);

    /** Writes what was changed so far, so that new ids and versions are known. */
    void flush();

    void record(OAuthEvent event);

    /** Revokes all open tokens of the client and returns how many. */
    int revokeTokens(OAuthClient client, Revocation revocation);
  }

  /** When, by whom and why tokens are revoked. */
  record Revocation(Instant at, String by, String reason) {}
}
