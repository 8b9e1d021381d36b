package flows4ee.rest.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Collects rows of the REST event log and stores them in batches, apart from the calls'
 * transactions, so that a rollback keeps them. Somebody has to call {@link #flush} every second;
 * when the queue is full, the call that fills it writes it out.
 */
public final class RestEventQueue implements RestEventLog {

  private static final Logger LOG = Logger.getLogger(RestEventQueue.class.getName());
  private static final int CAPACITY = 4096;
  private static final int BATCH = 500;

  private final BlockingQueue<RestEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final RestEventStore store;

  /** Writes to that store. */
  public RestEventQueue(RestEventStore store) {
    this.store = store;
  }

  @Override
  public void add(RestEvent event) {
    while (!queue.offer(event)) {
      flush();
    }
  }

  @Override
  public synchronized void flush() {
    List<RestEvent> batch = new ArrayList<>(BATCH);
    while (queue.drainTo(batch, BATCH) > 0) {
      write(batch);
      batch.clear();
    }
  }

  /** A log that cannot be written must not stop the service; the loss is named. */
  private void write(List<RestEvent> batch) {
    try {
      store.insert(batch);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> batch.size() + " rows of the REST event log are lost");
    }
  }
}
