package flows4ee.persistence;

import flows4ee.oauth.ClientException;
import flows4ee.oauth.ClientFilter;
import flows4ee.oauth.ClientRepository;
import flows4ee.oauth.OAuthClient;
import flows4ee.oauth.OAuthEvent;
import flows4ee.oauth.Role;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Clients in {@code oauth_clients} and its dependent tables. */
public final class JpaClientRepository implements ClientRepository {

  private static final String INTEGRITY_STATE = "23";

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
      List<Object> parameters = new ArrayList<>();
      var text = new StringBuilder("select c from OAuthClient c where c.deletedAt is null");
      List<String> keys =
          filter.names().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
      text.append(anyOf("c.nameKey = ?%d", keys, parameters));
      text.append(anyOf("c.owner = ?%d", filter.owners(), parameters));
      text.append(anyOf("?%d member of c.roles", Role.namesOf(filter.roles()), parameters));
      text.append(anyOf("c.disabled = ?%d", filter.disabled().stream().toList(), parameters));
      var query = em.createQuery(text + " order by c.name, c.id", OAuthClient.class);
      for (int i = 0; i < parameters.size(); i++) {
        query.setParameter(i + 1, parameters.get(i));
      }
      return query.getResultList();
    }

    /** One condition per value; a list in one parameter would be written into the statement. */
    private static String anyOf(String condition, List<?> values, List<Object> parameters) {
      List<String> conditions = new ArrayList<>();
      for (Object value : values) {
        parameters.add(value);
        conditions.add(condition.formatted(parameters.size()));
      }
      return conditions.isEmpty() ? "" : " and (" + String.join(" or ", conditions) + ")";
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
