package flows4ee.engine.state;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * An entry of the instance event log.
 *
 * @param event such as {@code started} or {@code error}
 * @param severity logging level of the event
 * @param durationMillis on completed and terminated, else null
 * @param errorInfo technical cause, or null
 */
public record InstanceEvent(
    long processId,
    String objectId,
    Long subflowId,
    String stepKey,
    Long processLevel,
    long diagramId,
    String processName,
    String businessRef,
    String event,
    int severity,
    Instant timestamp,
    Long durationMillis,
    String user,
    String comment,
    String errorInfo) {

  /** A copy with some components changed. */
  public InstanceEvent with(Consumer<Builder> change) {
    var builder = new Builder(this);
    change.accept(builder);
    return builder.build();
  }

  /** Mutable image of a row while it is changed. */
  public static final class Builder {
    public long processId;
    public String objectId;
    public Long subflowId;
    public String stepKey;
    public Long processLevel;
    public long diagramId;
    public String processName;
    public String businessRef;
    public String event;
    public int severity;
    public Instant timestamp;
    public Long durationMillis;
    public String user;
    public String comment;
    public String errorInfo;

    public Builder() {}

    Builder(InstanceEvent row) {
      processId = row.processId;
      objectId = row.objectId;
      subflowId = row.subflowId;
      stepKey = row.stepKey;
      processLevel = row.processLevel;
      diagramId = row.diagramId;
      processName = row.processName;
      businessRef = row.businessRef;
      event = row.event;
      severity = row.severity;
      timestamp = row.timestamp;
      durationMillis = row.durationMillis;
      user = row.user;
      comment = row.comment;
      errorInfo = row.errorInfo;
    }

    public InstanceEvent build() {
      return new InstanceEvent(
          processId,
          objectId,
          subflowId,
          stepKey,
          processLevel,
          diagramId,
          processName,
          businessRef,
          event,
          severity,
          timestamp,
          durationMillis,
          user,
          comment,
          errorInfo);
    }
  }
}
