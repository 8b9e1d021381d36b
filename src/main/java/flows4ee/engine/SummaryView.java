package flows4ee.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where an instance stands. */
public record SummaryView(
    Map<String, Long> stepsByStatus, List<OpenError> errors, long elapsedSeconds) {

  /** A step in error and why. */
  public record OpenError(long subflowId, String bpmnId, String message, Instant since) {}
}
