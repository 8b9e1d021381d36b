package flows4ee.admin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.TestServer;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Single instances that need attention, at the console in a browser. */
class ConsoleRepairsIT {

  private static final String FAILING =
      TestDiagram.model(
          """
          <startEvent id="Start"/>
          <sequenceFlow id="f1" sourceRef="Start" targetRef="Unsupported"/>
          <complexGateway id="Unsupported"/>
          <sequenceFlow id="f2" sourceRef="Unsupported" targetRef="C"/>
          <task id="C"/>
          <sequenceFlow id="f3" sourceRef="C" targetRef="End"/>
          <endEvent id="End"/>""");

  private static final String CALLING =
      TestDiagram.model(
          """
          <startEvent id="Start"/>
          <sequenceFlow id="f1" sourceRef="Start" targetRef="A"/>
          <task id="A" name="Pay"/>
          <sequenceFlow id="f2" sourceRef="A" targetRef="Call"/>
          <callActivity id="Call" name="Ship" apex:calledDiagram="%s"/>
          <sequenceFlow id="f3" sourceRef="Call" targetRef="End"/>
          <endEvent id="End"/>""");

  private static final String CALLED =
      TestDiagram.model(
              """
              <startEvent id="Start"/>
              <sequenceFlow id="f1" sourceRef="Start" targetRef="A"/>
              <task id="A" name="Pack"/>
              <boundaryEvent id="Late" name="Packing takes long" attachedToRef="A"
                  cancelActivity="false"><timerEventDefinition>
                <timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
              <sequenceFlow id="f2" sourceRef="Late" targetRef="End"/>
              <sequenceFlow id="f3" sourceRef="A" targetRef="Weigh"/>
              <complexGateway id="Weigh" name="Weigh"/>
              <sequenceFlow id="f4" sourceRef="Weigh" targetRef="End"/>
              <endEvent id="End"/>""")
          .replace("isExecutable", "apex:isCallable=\"true\" isExecutable");

  private final TestServer server = TestServer.current();
  private final ConsoleTour tour = new ConsoleTour(server, server.administrator());

  private TestDiagram diagram(String prefix, String content) {
    var diagram = new TestDiagram(server, prefix);
    diagram.deploy("0", content);
    return diagram;
  }

  private static String model(String name) throws IOException {
    try (var in = ConsoleRepairsIT.class.getResourceAsStream("/console/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void shouldTakeOverSkipAndReschedule() {
    // given
    var orders = new TestDiagram(server, "Orders").deployModel("a01-basic-model.bpmn");
    long reserved = orders.start();
    var step = orders.step(reserved);
    var reservation =
        "{\"step_key\":\"%s\",\"reservation\":\"JANE\"}".formatted(step.getString("step_key"));
    var path = "v1/steps/" + step.getInt("sbfl_id") + "/reserve";
    assertThat(server.api().put(path, reservation).statusCode()).isEqualTo(200);
    var input =
        Json.createObjectBuilder()
            .add("reserved", reserved)
            .add("failed", diagram("Failing", FAILING).start())
            .add("waiting", diagram("Waiting", TestDiagram.WAITING).start());
    // when
    var seen = tour.visit("console-repair.mjs", input.build()).seen();
    // then
    assertThat(orders.step(reserved).getString("reservation"))
        .isEqualTo(server.administrator().name());
    assertThat(seen.getString("skipped")).contains("running");
    assertThat(seen.getString("due")).contains("10:00");
  }

  @Test
  void shouldTakeBackWhatWasDone() throws IOException {
    // given
    var orders = new TestDiagram(server, "Orders").deployModel("a01-basic-model.bpmn");
    long instance = orders.start();
    var variables = "v1/processes/" + instance + "/process_vars";
    var note = "{\"name\":\"NOTE\",\"type\":\"varchar2\",\"value\":\"before\"}";
    assertThat(server.api().put(variables, note).statusCode()).isEqualTo(200);
    var due = "{\"due_on\":\"2035-01-01T10:00:30Z\"}";
    assertThat(server.api().put("v1/processes/" + instance, due).statusCode()).isEqualTo(200);
    var shipping = new TestDiagram(server, "Shipping");
    var input =
        Json.createObjectBuilder()
            .add("released", shipping.deploy("1", model("order.bpmn")))
            .add("diagram", shipping.name())
            .add("instance", instance)
            .add("waiting", diagram("Waiting", TestDiagram.WAITING).start());
    // when
    var seen = tour.inspect("console-undo.mjs", input.build()).seen();
    // then
    assertThat(seen.getString("after")).isEqualTo(seen.getString("before"));
    assertThat(seen.getString("due")).as("another name alone").startsWith("2035-01-01T10:00:30");
    assertThat(orders.step(instance).isNull("reservation")).isTrue();
    assertThat(orders.step(instance).getString("process_name")).isEqualTo(orders.name());
    assertThat(server.api().get(variables).body()).contains("\"before\"");
  }

  @Test
  void shouldEnterTheVersionThatAnInstanceIsBoundTo() throws IOException {
    // given
    var callable =
        model("properties.bpmn").replace("isExecutable", "apex:isCallable=\"true\" isExecutable");
    var shipping = new TestDiagram(server, "Shipping");
    long bound = shipping.deploy("1", callable);
    var call = "<bpmn:callActivity id=\"Call\"";
    var calling =
        model("order.bpmn").replace(call, call + " apex:calledDiagram=\"" + shipping.name() + "\"");
    long instance = diagram("Orders", calling).start();
    shipping.deploy("2", callable);
    var input = Json.createObjectBuilder().add("instance", instance).add("called", shipping.name());
    // when
    var seen = tour.visit("console-calls.mjs", input.build()).seen();
    // then
    assertThat(seen.getString("entry")).contains("Ship", shipping.name() + " (1)");
    assertThat(seen.getInt("diagram")).isEqualTo(bound);
  }

  @Test
  void shouldTellTheObjectsOfACalledDiagramFromThoseOfItsCaller() {
    // given
    var called = diagram("Called", CALLED);
    var calling = diagram("Calling", CALLING.formatted(called.name()));
    long instance = calling.start();
    var pay = calling.step(instance);
    var key = "{\"step_key\":\"%s\"}".formatted(pay.getString("step_key"));
    var path = "v1/steps/" + pay.getInt("sbfl_id") + "/complete";
    assertThat(server.api().put(path, key).statusCode()).isEqualTo(200);
    // when
    var input = Json.createObjectBuilder().add("instance", instance).build();
    var visit = tour.inspect("console-called.mjs", input);
    // then
    var seen = visit.seen();
    var there = " (diagram " + called.name() + ")";
    assertThat(ConsoleTour.texts(visit, "main")).as("marks at the A of the caller").isEmpty();
    assertThat(ConsoleTour.texts(visit, "called")).singleElement().asString().contains("current");
    assertThat(seen.getString("unclear")).contains("Pay, Start").doesNotContain("Ship");
    assertThat(ConsoleTour.texts(visit, "steps")).contains("Ship", "Pack" + there);
    assertThat(seen.getString("events"))
        .contains("Pay", "Pack" + there)
        .doesNotContain("Pay" + there);
    assertThat(seen.getString("timer")).isEqualTo("Packing takes long" + there);
    assertThat(seen.getString("failure")).isEqualTo("Weigh" + there);
  }

  @Test
  void shouldOfferAReaderNothingToChange() {
    // given
    long instance = diagram("Orders", FAILING.replace("complexGateway", "task")).start();
    var input = Json.createObjectBuilder().add("instance", instance);
    // when
    var visit =
        new ConsoleTour(server, server.reader()).inspect("console-reader.mjs", input.build());
    // then
    var seen = visit.seen();
    assertThat(seen.getString("configuration"))
        .isEqualTo("This page needs the role Flows for Apex - Admin.");
    assertThat(seen.getInt("regions")).isZero();
    assertThat(ConsoleTour.texts(visit, "offered"))
        .doesNotContain("Edit", "Suspend", "Terminate", "Reset", "Delete", "Reserve", "Complete");
    assertThat(seen.getString("messages"))
        .isEqualTo("Awaited messages are shown with the role Admin only.");
  }
}
