package flows4ee.engine.state;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * A process instance. Nullable components are null where the column is.
 *
 * @param processBpmnId BPMN id of the process that runs
 * @param priority 1 (urgent) to 5 (lowest), or null
 * @param loggingLevel 0 to 8
 * @param isAltered whether restart, force, resume or rewind intervened
 */
public record ProcessInstance(
    long id,
    long diagramId,
    String name,
    String processBpmnId,
    ProcessStatus status,
    Instant initTs,
    String initBy,
    Instant startTs,
    Instant completeTs,
    Instant dueOn,
    Instant archivedTs,
    Integer priority,
    int loggingLevel,
    boolean isAltered,
    Instant lastUpdate,
    String lastUpdateBy) {

  /** A copy with some components changed. */
  public ProcessInstance with(Consumer<Builder> change) {
    var builder = new Builder(this);
    change.accept(builder);
    return builder.build();
  }

  /** Mutable image of a row while it is changed. */
  public static final class Builder {
    public long id;
    public long diagramId;
    public String name;
    public String processBpmnId;
    public ProcessStatus status;
    public Instant initTs;
    public String initBy;
    public Instant startTs;
    public Instant completeTs;
    public Instant dueOn;
    public Instant archivedTs;
    public Integer priority;
    public int loggingLevel;
    public boolean isAltered;
    public Instant lastUpdate;
    public String lastUpdateBy;

    public Builder() {}

    Builder(ProcessInstance row) {
      id = row.id;
      diagramId = row.diagramId;
      name = row.name;
      processBpmnId = row.processBpmnId;
      status = row.status;
      initTs = row.initTs;
      initBy = row.initBy;
      startTs = row.startTs;
      completeTs = row.completeTs;
      dueOn = row.dueOn;
      archivedTs = row.archivedTs;
      priority = row.priority;
      loggingLevel = row.loggingLevel;
      isAltered = row.isAltered;
      lastUpdate = row.lastUpdate;
      lastUpdateBy = row.lastUpdateBy;
    }

    public ProcessInstance build() {
      return new ProcessInstance(
          id,
          diagramId,
          name,
          processBpmnId,
          status,
          initTs,
          initBy,
          startTs,
          completeTs,
          dueOn,
          archivedTs,
          priority,
          loggingLevel,
          isAltered,
          lastUpdate,
          lastUpdateBy);
    }
  }
}
