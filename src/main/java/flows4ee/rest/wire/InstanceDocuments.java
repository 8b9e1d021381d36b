package flows4ee.rest.wire;

import flows4ee.engine.CalledDiagramView;
import flows4ee.engine.EventView;
import flows4ee.engine.FoundTimerView;
import flows4ee.engine.SubscriptionView;
import flows4ee.engine.SummaryView;
import flows4ee.engine.TimerView;
import flows4ee.json.JsonWriter;

/** What hangs on an instance: called diagrams, subscriptions, timers, events, summary. */
public final class InstanceDocuments {

  private InstanceDocuments() {}

  /** Writes {@code name, key, value}. */
  public static void subscription(JsonWriter out, SubscriptionView subscription) {
    out.beginObject();
    correlation(out, subscription);
    out.endObject();
  }

  /** Writes {@code name, key, value, prcs_id, sbfl_id, created}. */
  public static void openSubscription(JsonWriter out, SubscriptionView subscription) {
    out.beginObject();
    correlation(out, subscription);
    out.name("prcs_id").value(subscription.processId());
    out.name("sbfl_id").value(subscription.subflowId());
    out.name("created").value(Timestamps.format(subscription.created()));
    out.endObject();
  }

  /** Writes {@code sbfl_id, bpmn_id, type, start_on, run, status}. */
  public static void timer(JsonWriter out, TimerView timer) {
    out.beginObject();
    timerMembers(out, timer);
    out.endObject();
  }

  /**
   * Writes {@code prcs_id}, the members of {@link #timer}, {@code process_name, diagram_name,
   * step_key, current, object_name}.
   */
  public static void foundTimer(JsonWriter out, FoundTimerView found) {
    out.beginObject().name("prcs_id").value(found.processId());
    timerMembers(out, found.timer());
    out.name("process_name").value(found.processName());
    out.name("diagram_name").value(found.diagramName());
    out.name("step_key").value(found.stepKey());
    out.name("current").value(found.current());
    out.name("object_name").value(found.objectName());
    out.endObject();
  }

  /**
   * Writes {@code calling_dgrm_id, calling_objt, dgrm_id, diagram_name, diagram_version,
   * diagram_level}.
   */
  public static void calledDiagram(JsonWriter out, CalledDiagramView called) {
    out.beginObject().name("calling_dgrm_id").value(called.callingDiagramId());
    out.name("calling_objt").value(called.callingObject());
    out.name("dgrm_id").value(called.diagramId());
    out.name("diagram_name").value(called.diagramName());
    out.name("diagram_version").value(called.diagramVersion());
    out.name("diagram_level").value(called.diagramLevel());
    out.endObject();
  }

  /**
   * Writes {@code timestamp, source, event, bpmn_id, sbfl_id, step_key, user, comment, duration,
   * error_info, name, type, value}; the duration is in seconds.
   */
  public static void event(JsonWriter out, EventView event) {
    out.beginObject().name("timestamp").value(Timestamps.format(event.timestamp()));
    out.name("source").value(event.source());
    out.name("event").value(event.event());
    out.name("bpmn_id").value(event.bpmnId());
    out.name("sbfl_id").value(event.subflowId());
    out.name("step_key").value(event.stepKey());
    out.name("user").value(event.user());
    out.name("comment").value(event.comment());
    Long millis = event.durationMillis();
    out.name("duration").value(millis == null ? null : Long.valueOf(millis / 1000));
    out.name("error_info").value(event.errorInfo());
    out.name("name").value(event.name());
    boolean hasValue = event.value() != null;
    out.name("type").value(hasValue ? event.value().type().literal() : null);
    out.name("value").value(hasValue ? event.value().text() : null);
    out.endObject();
  }

  /** Writes {@code steps} (count by status), {@code errors}, {@code elapsed_seconds}. */
  public static void summary(JsonWriter out, SummaryView summary) {
    out.beginObject().name("steps").beginObject();
    summary.stepsByStatus().forEach((status, count) -> out.name(status).value(count));
    out.endObject().name("errors").beginArray();
    summary.errors().forEach(error -> openError(out, error));
    out.endArray().name("elapsed_seconds").value(summary.elapsedSeconds()).endObject();
  }

  private static void openError(JsonWriter out, SummaryView.OpenError error) {
    out.beginObject().name("sbfl_id").value(error.subflowId());
    out.name("bpmn_id").value(error.bpmnId());
    out.name("message").value(error.message());
    out.name("since").value(Timestamps.format(error.since()));
    out.endObject();
  }

  private static void timerMembers(JsonWriter out, TimerView timer) {
    out.name("sbfl_id").value(timer.subflowId());
    out.name("bpmn_id").value(timer.bpmnId());
    out.name("type").value(timer.type());
    out.name("start_on").value(Timestamps.format(timer.startOn()));
    out.name("run").value(timer.run());
    out.name("status").value(timer.status());
  }

  private static void correlation(JsonWriter out, SubscriptionView subscription) {
    out.name("name").value(subscription.name());
    out.name("key").value(subscription.key());
    out.name("value").value(subscription.value());
  }
}
