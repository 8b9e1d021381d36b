package flows4ee.engine.check;

import flows4ee.engine.state.LockTimeoutException;
import flows4ee.engine.state.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks all instances one after the other, each under its lock, so that a server may go on
 * meanwhile; nothing is changed.
 */
public final class StateCheck {

  private static final int PORTION = 200;

  private final Transactions transactions;
  private final StateSurvey survey;

  public StateCheck(Transactions transactions, StateSurvey survey) {
    this.transactions = transactions;
    this.survey = survey;
  }

  /**
   * What came out.
   *
   * @param checked how many instances
   * @param busy instances that a call held too long to be looked at
   */
  public record Report(long checked, List<Long> busy, List<Violation> violations) {

    public Report {
      busy = List.copyOf(busy);
      violations = List.copyOf(violations);
    }
  }

  /** Checks everything. */
  public Report run() {
    List<Violation> violations = new ArrayList<>(survey.findOrphans());
    List<Long> busy = new ArrayList<>();
    long checked = 0;
    List<Long> ids = survey.findAbove(0, PORTION);
    while (!ids.isEmpty()) {
      for (long id : ids) {
        checkInstance(id, violations, busy);
      }
      checked += ids.size();
      ids = survey.findAbove(ids.get(ids.size() - 1), PORTION);
    }
    return new Report(checked - busy.size(), busy, violations);
  }

  private void checkInstance(long id, List<Violation> violations, List<Long> busy) {
    try {
      Optional<InstanceSnapshot> snapshot =
          transactions.call(t -> t.instances().findLocked(id).map(InstanceSnapshot::of));
      snapshot.map(InstanceRules::check).ifPresent(violations::addAll);
    } catch (LockTimeoutException e) {
      busy.add(id);
    }
  }
}
