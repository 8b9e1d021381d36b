package flows4ee.engine.state;

/**
 * One database transaction of the engine. Closing without commit rolls back.
 *
 * <p>Every method may throw {@link StoreUnavailableException} or {@link RetryableException}.
 */
public interface Transaction extends AutoCloseable {

  InstanceStore instances();

  DiagramStore diagrams();

  MessageStore messages();

  TimerStore timers();

  /** Commits; the transaction stays usable and a new one begins with the next statement. */
  void commit();

  @Override
  void close();
}
