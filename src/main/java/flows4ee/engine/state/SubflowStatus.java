package flows4ee.engine.state;

/** Status of a subflow. */
public enum SubflowStatus {
  CREATED("created"),
  RUNNING("running"),
  WAITING_FOR_TIMER("waiting for timer"),
  WAITING_FOR_MESSAGE("waiting for message"),
  WAITING_FOR_APPROVAL("waiting for approval"),
  WAITING_FOR_EVENT("waiting for event"),
  WAITING_AT_GATEWAY("waiting at gateway"),
  WAITING_ITERATIONS("waiting iterations"),
  ITERATING("iterating"),
  PROCEED_FROM_GATEWAY("proceed from gateway"),
  SPLIT("split"),
  IN_SUBPROCESS("in subprocess"),
  IN_CALL_ACTIVITY("in call activity"),
  ERROR("error"),
  SUSPENDED("suspended"),
  RESTART_ON_RESUME("restart on resume"),
  DELETE_ON_RESUME("delete on resume"),
  CANCELING_TASK("canceling task"),
  COMPLETED("completed");

  private final String literal;

  SubflowStatus(String literal) {
    this.literal = literal;
  }

  /** The stored and shown form. */
  public String literal() {
    return literal;
  }

  /** Reads the stored form; an unknown literal is a fault of the database. */
  public static SubflowStatus of(String literal) {
    for (var value : values()) {
      if (value.literal.equals(literal)) {
        return value;
      }
    }
    throw new IllegalArgumentException("SubflowStatus " + literal);
  }

  /** Whether the caller may complete a step in this status. */
  public boolean isCompletable() {
    return this == RUNNING || this == WAITING_FOR_APPROVAL;
  }

  /** Statuses that exist only inside a call. */
  public boolean isTransient() {
    return this == CREATED || this == PROCEED_FROM_GATEWAY || this == COMPLETED;
  }
}
