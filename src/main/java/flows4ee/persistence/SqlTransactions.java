package flows4ee.persistence;

import flows4ee.engine.state.Transactions;
import java.sql.Connection;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** Transactions on a data source that takes no part in JTA. */
public final class SqlTransactions implements Transactions {

  private final DataSource dataSource;
  private final Connections connections;
  private final IdBlocks ids = new IdBlocks();
  private final ThreadLocal<Session> open = new ThreadLocal<>();

  /**
   * Makes transactions.
   *
   * @param lockTimeout how long a statement waits for a row lock, where the database lets the
   *     session say so (PostgreSQL); H2 takes it from its URL, Oracle waits 2 s
   */
  public SqlTransactions(DataSource dataSource, Duration lockTimeout) {
    this.dataSource = dataSource;
    this.connections = new Connections(dataSource, lockTimeout);
  }

  @Override
  public SqlTransaction begin() {
    Session joined = open.get();
    return joined == null ? new Outer(new Session(connections), true) : new Joined(joined);
  }

  @Override
  public SqlTransaction beginApart() {
    return new Outer(new Session(connections), false);
  }

  /** The connection of the transaction that the calling thread has open. */
  Optional<Connection> openConnection() {
    return Optional.ofNullable(open.get()).map(Session::connection);
  }

  /** The data source for work that takes part in the transaction which its thread has open. */
  public DataSource joining() {
    return new JoiningDataSource(dataSource, () -> Optional.ofNullable(open.get()));
  }

  /**
   * Runs work when the transaction that the calling thread has open has ended, committed or not; at
   * once when there is none.
   */
  public void whenEnded(Runnable work) {
    Session session = open.get();
    if (session == null) {
      work.run();
    } else {
      session.atEnd(work);
    }
  }

  /** Owns its session. */
  private final class Outer extends SqlTransaction {

    private final boolean isBound;

    Outer(Session session, boolean isBound) {
      super(session, ids);
      this.isBound = isBound;
      if (isBound) {
        open.set(session);
      }
    }

    @Override
    public void commit() {
      session().commit();
    }

    @Override
    public void close() {
      if (isBound) {
        open.remove();
      }
      session().end();
    }
  }

  /** Works within the transaction that its thread has open. */
  private final class Joined extends SqlTransaction {

    private Savepoint begin;
    private int uses;

    Joined(Session session) {
      super(session, ids);
      mark();
    }

    @Override
    public void commit() {
      mark();
    }

    @Override
    public void close() {
      if (session().uses() > uses) {
        session().rollbackTo(begin);
      }
    }

    private void mark() {
      begin = session().savepoint();
      uses = session().uses();
    }
  }
}
