package flows4ee.engine.state;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * A subflow: one token with exactly one current object. Nullable components are null where the
 * column is.
 *
 * @param parentId subflow it was born from, or null
 * @param callingSubflow subflow whose sub-process or call activity it runs in; 0 at top level
 * @param startingObject BPMN id of the element that bore it: gateway, start event or boundary event
 * @param route {@code main}, {@code sub main}, {@code call main}, a sequence flow id or a remark
 * @param current BPMN id of the current object; null for the parent of a parallel or inclusive
 *     split
 * @param currentTag element name of the current object, such as {@code bpmn:userTask}
 * @param currentName shown name of the current object, in an iteration with {@code [loop counter]}
 * @param hasEvents marks of four characters, such as {@code :SIT}, for its timers and subscriptions
 * @param iteration null outside iterations
 */
public record Subflow(
    long id,
    long processId,
    long diagramId,
    Long parentId,
    long processLevel,
    long diagramLevel,
    long callingSubflow,
    long scope,
    String startingObject,
    String route,
    String lastCompleted,
    String current,
    String currentTag,
    String currentName,
    String stepKey,
    SubflowStatus status,
    Instant becameCurrent,
    Instant workStarted,
    Instant dueOn,
    Integer priority,
    String hasEvents,
    boolean isFollowingEventGateway,
    LanePosition lane,
    String reservation,
    Assignment assignment,
    IterationPosition iteration,
    Instant lastUpdate,
    String lastUpdateBy) {

  /** A copy with some components changed. */
  public Subflow with(Consumer<Builder> change) {
    var builder = new Builder(this);
    change.accept(builder);
    return builder.build();
  }

  /** Whether this subflow is one round of the activity it stands at. */
  public boolean isRoundOf(String objectId) {
    return iteration != null && iteration.objectId().equals(objectId);
  }

  /**
   * Whether it stands at an object with anything armed: timers, subscriptions, boundary children.
   */
  public boolean hasAnyEvents() {
    return hasEvents != null && !hasEvents.isEmpty();
  }

  /** Whether this subflow was split at a gateway and has not gone on since. */
  public boolean isSplitAt(String gatewayId) {
    return status == SubflowStatus.SPLIT && gatewayId.equals(lastCompleted);
  }

  /** Whether this subflow is a child born from that one. */
  public boolean isChildOf(long subflowId) {
    return parentId != null && parentId == subflowId;
  }

  /** Whether this subflow runs rounds of the activity that one iterates. */
  public boolean isRoundBelow(long subflowId) {
    return iteration != null && isChildOf(subflowId);
  }

  /** Mutable image of a row while it is changed. */
  public static final class Builder {
    public long id;
    public long processId;
    public long diagramId;
    public Long parentId;
    public long processLevel;
    public long diagramLevel;
    public long callingSubflow;
    public long scope;
    public String startingObject;
    public String route;
    public String lastCompleted;
    public String current;
    public String currentTag;
    public String currentName;
    public String stepKey;
    public SubflowStatus status;
    public Instant becameCurrent;
    public Instant workStarted;
    public Instant dueOn;
    public Integer priority;
    public String hasEvents;
    public boolean isFollowingEventGateway;
    public LanePosition lane;
    public String reservation;
    public Assignment assignment;
    public IterationPosition iteration;
    public Instant lastUpdate;
    public String lastUpdateBy;

    public Builder() {}

    Builder(Subflow row) {
      id = row.id;
      processId = row.processId;
      diagramId = row.diagramId;
      parentId = row.parentId;
      processLevel = row.processLevel;
      diagramLevel = row.diagramLevel;
      callingSubflow = row.callingSubflow;
      scope = row.scope;
      startingObject = row.startingObject;
      route = row.route;
      lastCompleted = row.lastCompleted;
      current = row.current;
      currentTag = row.currentTag;
      currentName = row.currentName;
      stepKey = row.stepKey;
      status = row.status;
      becameCurrent = row.becameCurrent;
      workStarted = row.workStarted;
      dueOn = row.dueOn;
      priority = row.priority;
      hasEvents = row.hasEvents;
      isFollowingEventGateway = row.isFollowingEventGateway;
      lane = row.lane;
      reservation = row.reservation;
      assignment = row.assignment;
      iteration = row.iteration;
      lastUpdate = row.lastUpdate;
      lastUpdateBy = row.lastUpdateBy;
    }

    public Subflow build() {
      return new Subflow(
          id,
          processId,
          diagramId,
          parentId,
          processLevel,
          diagramLevel,
          callingSubflow,
          scope,
          startingObject,
          route,
          lastCompleted,
          current,
          currentTag,
          currentName,
          stepKey,
          status,
          becameCurrent,
          workStarted,
          dueOn,
          priority,
          hasEvents,
          isFollowingEventGateway,
          lane,
          reservation,
          assignment,
          iteration,
          lastUpdate,
          lastUpdateBy);
    }
  }
}
