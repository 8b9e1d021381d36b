package flows4ee.engine.state;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * A timer of a subflow; key is id and run.
 *
 * @param run 1-based run of a repeating timer
 * @param stepKey step key of the waiting step, or null for a boundary event
 * @param eventId BPMN id of the timer event
 * @param type literal of its definition, such as {@code bpmn:timeCycle}
 * @param repeatEvery ISO 8601 period and duration between runs, or null
 * @param repeatTimes number of runs in total, or null
 */
public record Timer(
    long id,
    int run,
    long processId,
    long subflowId,
    String stepKey,
    String eventId,
    String type,
    Instant createdOn,
    Instant dueOn,
    Instant lastRun,
    String repeatEvery,
    Integer repeatTimes,
    TimerStatus status) {

  /** A copy with some components changed. */
  public Timer with(Consumer<Builder> change) {
    var builder = new Builder(this);
    change.accept(builder);
    return builder.build();
  }

  /** Key of a timer. */
  public record Key(long id, int run) {}

  public Key key() {
    return new Key(id, run);
  }

  /** Mutable image of a row while it is changed. */
  public static final class Builder {
    public long id;
    public int run;
    public long processId;
    public long subflowId;
    public String stepKey;
    public String eventId;
    public String type;
    public Instant createdOn;
    public Instant dueOn;
    public Instant lastRun;
    public String repeatEvery;
    public Integer repeatTimes;
    public TimerStatus status;

    public Builder() {}

    Builder(Timer row) {
      id = row.id;
      run = row.run;
      processId = row.processId;
      subflowId = row.subflowId;
      stepKey = row.stepKey;
      eventId = row.eventId;
      type = row.type;
      createdOn = row.createdOn;
      dueOn = row.dueOn;
      lastRun = row.lastRun;
      repeatEvery = row.repeatEvery;
      repeatTimes = row.repeatTimes;
      status = row.status;
    }

    public Timer build() {
      return new Timer(
          id,
          run,
          processId,
          subflowId,
          stepKey,
          eventId,
          type,
          createdOn,
          dueOn,
          lastRun,
          repeatEvery,
          repeatTimes,
          status);
    }
  }
}
