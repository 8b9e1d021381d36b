package flows4ee.persistence;

import flows4ee.engine.state.DiagramStore;
import flows4ee.engine.state.InstanceStore;
import flows4ee.engine.state.MessageStore;
import flows4ee.engine.state.TimerStore;
import flows4ee.engine.state.Transaction;
import java.sql.Connection;

/**
 * A transaction over one JDBC connection. One that joined another leaves the commit to it; closed
 * without commit, it takes back its own changes only.
 */
public abstract class SqlTransaction implements Transaction {

  private final Session session;
  private final InstanceStore instances;
  private final DiagramStore diagrams;
  private final MessageStore messages;
  private final TimerStore timers;

  SqlTransaction(Session session, IdBlocks ids) {
    this.session = session;
    this.instances = new SqlInstanceStore(session, ids);
    this.diagrams = new SqlDiagramStore(session);
    this.messages = new SqlMessageStore(session);
    this.timers = new SqlTimerStore(session);
  }

  /**
   * The connection, for further statements within the transaction; another one after a commit. It
   * must not be committed or closed by the caller.
   */
  public Connection connection() {
    return session.connection();
  }

  @Override
  public InstanceStore instances() {
    return instances;
  }

  @Override
  public DiagramStore diagrams() {
    return diagrams;
  }

  @Override
  public MessageStore messages() {
    return messages;
  }

  @Override
  public TimerStore timers() {
    return timers;
  }

  Session session() {
    return session;
  }
}
