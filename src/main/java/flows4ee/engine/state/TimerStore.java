package flows4ee.engine.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Timers across instances, within one transaction. */
public interface TimerStore {

  /**
   * Claims due timers for this node, earliest first, leaving out those another node holds.
   *
   * @param lease how long the claim lasts if the node dies
   */
  List<Timer> claimDue(int limit, String node, Duration lease);

  /**
   * Counts that a timer did not fire.
   *
   * @return how often since it was created or changed, on all nodes together; 0 when it is gone
   */
  int countFailure(Timer.Key timer);

  /**
   * Keeps the claim on a timer for longer.
   *
   * @param delay from the time of the database
   */
  void postpone(Timer.Key timer, Duration delay);

  /** The earliest due time of a waiting, unclaimed timer. */
  Optional<Instant> findNextDue();

  /** Gives claims of this node back. */
  void release(String node);
}
