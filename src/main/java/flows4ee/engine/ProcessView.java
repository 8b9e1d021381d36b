package flows4ee.engine;

import java.time.Instant;
import java.util.List;

/** A process instance as read; nullable where the column is. */
public record ProcessView(
    long diagramId,
    long id,
    String name,
    String status,
    Instant initTs,
    String initBy,
    String diagramName,
    String diagramVersion,
    String businessRef,
    Integer priority,
    Instant startTs,
    Instant completeTs,
    Instant dueOn,
    Instant lastUpdate,
    List<VariableView> variables) {}
