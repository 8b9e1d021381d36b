package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsIT extends RestIT {

  private static final String REASON = "nobody else reaches the embedded database";

  @Test
  @EnabledIfSystemProperty(named = "flows.server", matches = "wildfly", disabledReason = REASON)
  void shouldListWhatBecameOfTheInstancesOfADiagram() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    WrittenStatistics.write(server.database().orElseThrow(), diagram);
    // when
    var rows = rows("processes", diagram, "");
    // then
    assertThat(rows)
        .extracting(row -> row.getString("period") + " " + row.getString("period_start"))
        .containsExactly("MONTH 2025-09-01", "DAY 2025-09-24", "DAY 2025-09-25");
    assertThat(rows.get(1).toString())
        .startsWith("{\"dgrm_id\":" + diagram + ",\"diagram_name\":\"")
        .endsWith(
            "\"diagram_version\":\"0\",\"period\":\"DAY\",\"period_start\":\"2025-09-24\","
                + "\"created\":12,\"started\":12,\"completed\":10,\"terminated\":1,"
                + "\"duration_avg_sec\":86.500,\"duration_max_sec\":301.250}");
    assertThat(rows.get(2).isNull("duration_avg_sec")).isTrue();
    assertThat(rows.get(2).isNull("duration_max_sec")).isTrue();
    assertThat(rows("processes", diagram, "&period=day&from=2025-09-25")).hasSize(1);
    assertThat(rows("processes", diagram, "&period=day&to=2025-09-25")).hasSize(1);
  }

  @Test
  @EnabledIfSystemProperty(named = "flows.server", matches = "wildfly", disabledReason = REASON)
  void shouldListTheStepsPageByPage() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    WrittenStatistics.write(server.database().orElseThrow(), diagram);
    String path = "v1/statistics/steps?limit=2&total=true&dgrm_id=" + diagram;
    // when
    var first = json(api.get(path));
    // then
    assertThat(first.getInt("total")).isEqualTo(3);
    assertThat(first.getBoolean("hasMore")).isTrue();
    assertThat(rows(first))
        .extracting(row -> row.getString("period_start") + " " + row.getString("bpmn_id"))
        .containsExactly("2025-09-01 A", "2025-09-24 A");
    // when
    String next =
        first.getJsonArray("links").getValuesAs(JsonObject.class).stream()
            .filter(link -> link.getString("rel").equals("next"))
            .map(link -> link.getString("href"))
            .findFirst()
            .orElseThrow();
    var second = json(api.get(next.substring(next.indexOf("v1/statistics"))));
    // then
    assertThat(rows(second)).extracting(row -> row.getString("bpmn_id")).containsExactly("B");
    assertThat(rows("steps", diagram, "&bpmn_id=A&period=MONTH&period=QUARTER")).hasSize(1);
    assertThat(rows("steps", diagram, "&bpmn_id=C")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "period=WEEK",
        "from=2025-02-30",
        "from=24.09.2025",
        "to=2025-09-24T10:00:00Z",
        "dgrm_id=x",
        "order_by=created",
        "name=x"
      })
  void shouldRefuseBadFilters(String filter) {
    for (String path : List.of("processes", "steps")) {
      var response = api.get("v1/statistics/" + path + "?" + filter);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
      assertThat(response.body()).contains("Bad value");
    }
    assertThat(api.get("v1/statistics/processes?bpmn_id=A").statusCode()).isEqualTo(400);
  }

  private List<JsonObject> rows(String path, long diagram, String filter) {
    return rows(json(api.get("v1/statistics/" + path + "?dgrm_id=" + diagram + filter)));
  }

  private static List<JsonObject> rows(JsonObject collection) {
    return collection.getJsonArray("items").getValuesAs(JsonObject.class);
  }
}
