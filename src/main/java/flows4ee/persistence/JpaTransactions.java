package flows4ee.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs work on the administrative tables in one transaction each, or as a part of the transaction
 * that the data source joins.
 */
public final class JpaTransactions {

  private final EntityManagerFactory factory;
  private final Consumer<Runnable> whenEnded;

  /** On a data source of its own: every transaction ends with its work. */
  public JpaTransactions(EntityManagerFactory factory) {
    this(factory, Runnable::run);
  }

  /**
   * On a data source that may join a transaction of its thread.
   *
   * @param whenEnded runs work after the end of that transaction, or at once
   */
  public JpaTransactions(EntityManagerFactory factory, Consumer<Runnable> whenEnded) {
    this.factory = factory;
    this.whenEnded = whenEnded;
  }

  void whenEnded(Runnable work) {
    whenEnded.accept(work);
  }

  /** Commits when {@code work} returns, rolls back when it throws; always closes. */
  public <T> T run(Function<EntityManager, T> work) {
    EntityManager em = factory.createEntityManager();
    try {
      em.getTransaction().begin();
      T result = work.apply(em);
      em.getTransaction().commit();
      return result;
    } catch (PersistenceException e) {
      throw failure(e);
    } finally {
      close(em);
    }
  }

  private static void close(EntityManager em) {
    try {
      if (em.getTransaction().isActive()) {
        em.getTransaction().rollback();
      }
    } finally {
      em.close();
    }
  }

  private static RuntimeException failure(PersistenceException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return DatabaseException.of(sql, e);
      }
    }
    return e;
  }
}
