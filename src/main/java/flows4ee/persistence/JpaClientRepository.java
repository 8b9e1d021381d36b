package flows4ee.persistence;

import flows4ee.oauth.ClientException;
import flows4ee.oauth.ClientFilter;
import flows4ee.oauth.ClientRepository;
import flows4ee.oauth.OAuthClient;
import flows4ee.oauth.OAuthEvent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Clients in {@code oauth_clients} and its dependent tables. */
public final class JpaClientRepository implements ClientRepository {

  private static final String INTEGRITY_STATE = "23";
  private static final Map<String, String> CONDITIONS =
      Map.of(
          "name", "c.nameKey = :name",
          "owner", "c.owner = :owner",
          "role", ":role member of c.roles",
          "disabled", "c.disabled = :disabled");

  private final JpaTransactions transactions;

  public JpaClientRepository(JpaTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> T inTransaction(Function<ClientTransaction, T> work) {
    try {
      return transactions.run(em -> work.apply(new Transaction(em)));
    } catch (DatabaseException | PersistenceException e) {
      throw translated(e);
    }
  }

  @Override
  public void whenEnded(Runnable work) {
    transactions.whenEnded(work);
  }

  private static RuntimeException translated(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException) {
        return ClientException.conflict("Client was changed meanwhile");
      }
      if (cause instanceof SQLException sql && isIntegrity(sql)) {
        return ClientException.conflict("Client already exists");
      }
    }
    return e;
  }

  private static boolean isIntegrity(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith(INTEGRITY_STATE);
  }

  private record Transaction(EntityManager em) implements ClientTransaction {

    @Override
    public Optional<OAuthClient> findByClientId(String clientId) {
      return em.createQuery(
              "select c from OAuthClient c where c.clientId = :clientId and c.deletedAt is null",
              OAuthClient.class)
          .setParameter("clientId", clientId)
          .getResultStream()
          .findFirst();
    }

    @Override
    public Optional<OAuthClient> findByName(String name) {
      return em.createQuery("select c from OAuthClient c where c.nameKey = :key", OAuthClient.class)
          .setParameter("key", name.toLowerCase(Locale.ROOT))
          .getResultStream()
          .findFirst();
    }

    @Override
    public List<OAuthClient> find(ClientFilter filter) {
      Map<String, Object> parameters = new HashMap<>();
      var text = new StringBuilder("select c from OAuthClient c where c.deletedAt is null");
      filter.name().ifPresent(name -> parameters.put("name", name.toLowerCase(Locale.ROOT)));
      filter.owner().ifPresent(owner -> parameters.put("owner", owner));
      filter.role().ifPresent(role -> parameters.put("role", role.roleName()));
      filter.disabled().ifPresent(disabled -> parameters.put("disabled", disabled));
      parameters.keySet().forEach(key -> text.append(" and ").append(CONDITIONS.get(key)));
      var query = em.createQuery(text + " order by c.name, c.id", OAuthClient.class);
      parameters.forEach(query::setParameter);
      return query.getResultList();
    }

    @Override
    public boolean isClientIdTaken(String clientId) {
      return em.createQuery(
                  "select count(c) from OAuthClient c where c.clientId = :clientId", Long.class)
              .setParameter("clientId", clientId)
              .getSingleResult()
          > 0;
    }

    @Override
    public void add(OAuthClient client) {
      em.persist(client);
    }

    @Override
    public void flush() {
      em.flush();
    }

    @Override
    public void record(OAuthEvent event) {
      em.persist(event);
    }

    @Override
    public int revokeTokens(OAuthClient client, Revocation revocation) {
      return em.createQuery(
              """
              update AccessTokenRecord t
                 set t.revokedAt = :at, t.revokedBy = :by, t.reason = :reason
               where t.client = :client and t.revokedAt is null and t.expiresAt > :at""")
          .setParameter("at", revocation.at())
          .setParameter("by", revocation.by())
          .setParameter("reason", revocation.reason())
          .setParameter("client", client)
          .executeUpdate();
    }
  }
}
