package flows4ee.admin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Commands on many instances at the console, in a browser. */
class ConsoleBulkIT {

  private static final int MANY = 200;
  private static final int SOME = 12;
  private static final int FEW = 3;

  private final TestServer server = TestServer.current();
  private final ConsoleTour tour = new ConsoleTour(server, server.administrator());
  private final TestDiagram diagram = new TestDiagram(server, "Orders");

  private void start(int count) {
    diagram.deployModel("a01-basic-model.bpmn");
    IntStream.range(0, count).forEach(number -> diagram.start());
  }

  private JsonObject input(int count) {
    return Json.createObjectBuilder().add("diagram", diagram.name()).add("count", count).build();
  }

  @Test
  void shouldTerminateManyInstancesAtOnce() {
    // given
    start(MANY);
    // when
    var seen = tour.inspect("console-bulk.mjs", input(MANY)).seen();
    // then
    assertThat(seen.getInt("done")).isEqualTo(MANY);
    assertThat(diagram.countInStatus("terminated")).isEqualTo(MANY);
  }

  @Test
  void shouldSuspendResumeAndDeleteASelection() {
    // given
    start(FEW);
    // when
    var seen = tour.visit("console-bulk-life.mjs", input(FEW)).seen();
    // then
    assertThat(seen.getInt("suspended")).isEqualTo(FEW);
    assertThat(seen.getInt("resumed")).isEqualTo(FEW);
    assertThat(seen.getInt("deleted")).isEqualTo(FEW);
    assertThat(diagram.countInStatus("all")).isZero();
  }

  @Test
  void shouldTellWhichRestartedStepsFailAgain() {
    // given
    diagram.deployModel("a02a-exclusive-gateway-no-route.bpmn");
    diagram.start();
    long curable = diagram.start();
    var route =
        Json.createObjectBuilder()
            .add("name", "Exclusive:route")
            .add("type", "varchar2")
            .add("value", "Flow_0294h9i");
    var path = "v1/processes/" + curable + "/process_vars";
    assertThat(server.api().put(path, route.build().toString()).statusCode()).isEqualTo(200);
    // when
    var visit = tour.visit("console-bulk-restart.mjs", input(2));
    // then
    assertThat(String.join(" ", ConsoleTour.texts(visit, "badges"))).contains("done", "failed");
    assertThat(visit.seen().getString("reason")).endsWith("Exclusive failed again.");
    assertThat(diagram.step(curable).getString("current")).isEqualTo("A");
    assertThat(diagram.countInStatus("error")).isEqualTo(1);
  }

  @Test
  void shouldLeaveTheRestAloneWhenStopped() {
    // given
    start(SOME);
    // when
    var seen = tour.visit("console-bulk-stop.mjs", input(SOME)).seen();
    // then
    int done = seen.getInt("done");
    assertThat(done).isBetween(1, SOME - 1);
    assertThat(seen.getInt("left")).isEqualTo(SOME - done);
    assertThat(diagram.countInStatus("suspended")).isEqualTo(done);
    assertThat(diagram.countInStatus("running")).isEqualTo(SOME - done);
  }
}
