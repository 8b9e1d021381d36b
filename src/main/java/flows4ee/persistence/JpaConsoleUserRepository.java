package flows4ee.persistence;

import flows4ee.admin.console.ConsoleUser;
import flows4ee.admin.console.ConsoleUserException;
import flows4ee.admin.console.ConsoleUserRepository;
import flows4ee.oauth.OAuthEvent;
import flows4ee.oauth.Roles;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Console users in {@code console_users} and its dependent tables. */
public final class JpaConsoleUserRepository implements ConsoleUserRepository {

  private static final String INTEGRITY_STATE = "23";

  private final JpaTransactions transactions;

  public JpaConsoleUserRepository(JpaTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> T inTransaction(Function<UserTransaction, T> work) {
    try {
      return transactions.run(em -> work.apply(new Transaction(em)));
    } catch (DatabaseException | PersistenceException e) {
      throw translated(e);
    }
  }

  private static RuntimeException translated(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException) {
        return ConsoleUserException.changed();
      }
      if (cause instanceof SQLException sql && isIntegrity(sql)) {
        return ConsoleUserException.exists();
      }
    }
    return e;
  }

  private static boolean isIntegrity(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith(INTEGRITY_STATE);
  }

  private record Transaction(EntityManager em) implements UserTransaction {

    @Override
    public Optional<ConsoleUser> findByName(String name) {
      return em.createQuery("select u from ConsoleUser u where u.nameKey = :key", ConsoleUser.class)
          .setParameter("key", ConsoleUser.keyOf(name))
          .getResultStream()
          .findFirst();
    }

    @Override
    public List<ConsoleUser> findAll() {
      return em.createQuery("select u from ConsoleUser u order by u.nameKey", ConsoleUser.class)
          .getResultList();
    }

    @Override
    public boolean hasAdministrator() {
      return em.createQuery(
                  """
                  select count(u) from ConsoleUser u
                   where u.disabled = false and :role member of u.roles""",
                  Long.class)
              .setParameter("role", Roles.ADMIN)
              .getSingleResult()
          > 0;
    }

    @Override
    public void add(ConsoleUser user) {
      em.persist(user);
    }

    @Override
    public void remove(ConsoleUser user) {
      em.remove(user);
    }

    @Override
    public void endSessions(ConsoleUser user) {
      em.createNativeQuery("delete from console_sessions where user_fk = ?1")
          .setParameter(1, user.id())
          .executeUpdate();
    }

    @Override
    public void replaceSetup(String tokenHash, Instant expiresAt) {
      em.createNativeQuery("delete from console_setup").executeUpdate();
      em.createNativeQuery("insert into console_setup (token_hash, expires_at) values (?1, ?2)")
          .setParameter(1, tokenHash)
          .setParameter(2, Timestamp.from(expiresAt))
          .executeUpdate();
    }

    @Override
    public boolean takeSetup(String tokenHash, Instant now) {
      return em.createNativeQuery(
                  "delete from console_setup where token_hash = ?1 and expires_at > ?2")
              .setParameter(1, tokenHash)
              .setParameter(2, Timestamp.from(now))
              .executeUpdate()
          > 0;
    }

    @Override
    public void record(OAuthEvent event) {
      em.persist(event);
    }
  }
}
