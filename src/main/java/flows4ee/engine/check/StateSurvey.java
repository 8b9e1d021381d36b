package flows4ee.engine.check;

import java.util.List;

/** Looks over all stored state, apart from single instances. */
public interface StateSurvey {

  /** Ids of instances above {@code id} in ascending order, at most {@code limit}. */
  List<Long> findAbove(long id, int limit);

  /** Rows whose instance or subflow is gone. */
  List<Violation> findOrphans();
}
