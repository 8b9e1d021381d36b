package flows4ee.rest.wire;

import flows4ee.engine.InstanceStatistics;
import flows4ee.engine.StatisticsPeriod;
import flows4ee.engine.StepStatistics;
import flows4ee.json.JsonNumber;
import flows4ee.json.JsonWriter;
import java.math.BigDecimal;

/** Summaries of periods; durations are seconds with three decimals. */
public final class StatisticsDocument {

  private StatisticsDocument() {}

  /**
   * Writes {@code dgrm_id, diagram_name, diagram_version, period, period_start, created, started,
   * completed, terminated, duration_avg_sec, duration_max_sec}.
   */
  public static void instances(JsonWriter out, InstanceStatistics statistics) {
    out.beginObject();
    period(out, statistics.period());
    out.name("created").value(statistics.created());
    out.name("started").value(statistics.started());
    out.name("completed").value(statistics.completed());
    out.name("terminated").value(statistics.terminated());
    seconds(out, "duration_avg_sec", statistics.averageSeconds());
    seconds(out, "duration_max_sec", statistics.longestSeconds());
    out.endObject();
  }

  /**
   * Writes {@code dgrm_id, diagram_name, diagram_version, period, period_start, bpmn_id, completed,
   * duration_avg_sec, duration_max_sec}.
   */
  public static void steps(JsonWriter out, StepStatistics statistics) {
    out.beginObject();
    period(out, statistics.period());
    out.name("bpmn_id").value(statistics.bpmnId());
    out.name("completed").value(statistics.completed());
    seconds(out, "duration_avg_sec", statistics.averageSeconds());
    seconds(out, "duration_max_sec", statistics.longestSeconds());
    out.endObject();
  }

  private static void period(JsonWriter out, StatisticsPeriod period) {
    out.name("dgrm_id").value(period.diagramId());
    out.name("diagram_name").value(period.diagramName());
    out.name("diagram_version").value(period.diagramVersion());
    out.name("period").value(period.kind());
    out.name("period_start").value(period.start().toString());
  }

  private static void seconds(JsonWriter out, String name, BigDecimal seconds) {
    out.name(name);
    if (seconds == null) {
      out.nullValue();
    } else {
      out.value(new JsonNumber(seconds.toPlainString()));
    }
  }
}
