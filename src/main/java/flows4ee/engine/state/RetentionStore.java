package flows4ee.engine.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What ended instances and old events leave behind, across instances. Every method is a transaction
 * of its own and touches a bounded number of rows.
 */
public interface RetentionStore {

  /**
   * An ended instance.
   *
   * @param endedAt when it was completed or terminated
   */
  record Ended(long processId, Instant endedAt) {

    /** Stands before every instance. */
    public static final Ended FIRST = new Ended(0, Instant.EPOCH);
  }

  /** Which ended instances are looked for. */
  enum ArchiveState {
    ARCHIVED,
    NOT_ARCHIVED,
    ANY
  }

  /**
   * Ended instances in the order of their end.
   *
   * @param after the last one of the portion before
   * @param before end of the period, exclusive
   */
  List<Ended> findEnded(Ended after, Instant before, ArchiveState state, int most);

  /**
   * Deletes rows of one log of events that are older than the moment, of instances that are gone or
   * had ended by then.
   *
   * @return how many were deleted
   */
  int deleteEvents(EventLog log, Instant before, int most);

  /** Deletes logged messages received before the moment; returns how many. */
  int deleteReceivedMessages(Instant before, int most);

  /**
   * Takes or keeps the lease of a job of the cluster.
   *
   * @return false when another node holds it
   */
  boolean lease(String job, String owner, Instant now, Duration length);

  /** Ends the lease of a job, if this owner holds it. */
  void release(String job, String owner);

  /** The logs that outlive their instances. */
  enum EventLog {
    INSTANCE,
    STEP,
    VARIABLE
  }
}
