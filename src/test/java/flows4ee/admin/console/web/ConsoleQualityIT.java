package flows4ee.admin.console.web;

import static flows4ee.admin.console.web.ConsoleTour.texts;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.Browser.Visit;
import flows4ee.server.ConsoleClient;
import flows4ee.server.ConsoleUser;
import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whether everybody can use every page of the console. */
@EnabledIfSystemProperty(
    named = "flows.server",
    matches = "payara-micro",
    disabledReason = "the pages are the same on every server")
class ConsoleQualityIT {

  private static final Path MODEL =
      Path.of("src/test/resources/models/flows-for-apex/a01-basic-model.bpmn");
  private static final int ENOUGH = 95;

  /** Besides BPMN's own names, what is called the same in both languages. */
  private static final List<String> ALIKE =
      List.of("Deutsch", "English", "Lane", "Name", "Status", "System", "Version");

  private final TestServer server = TestServer.current();
  private final ConsoleUser user = server.administrator();
  private final ConsoleClient console = server.console().signIn(user);
  private final String diagram = "Judged " + Long.toString(System.nanoTime(), 36);
  private int dgrmId;
  private int prcsId;

  @BeforeEach
  void start() throws IOException {
    var deployed =
        Json.createObjectBuilder()
            .add("name", diagram)
            .add("status", "released")
            .add("content", Files.readString(MODEL));
    dgrmId = post("v1/diagrams", deployed.build()).getInt("dgrm_id");
    var started =
        Json.createObjectBuilder()
            .add("diagram_name", diagram)
            .add("name", diagram)
            .add("start", true);
    prcsId = post("v1/processes", started.build()).getInt("prcs_id");
  }

  private JsonObject post(String path, JsonObject body) {
    var response = console.post(path, body.toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject().getJsonArray("items").getJsonObject(0);
    }
  }

  private JsonArray places() {
    return Json.createArrayBuilder()
        .add("#/instances")
        .add("#/instances/" + prcsId)
        .add("#/tasks")
        .add("#/diagrams")
        .add("#/diagrams/" + dgrmId)
        .add("#/diagrams/" + dgrmId + "/edit")
        .add("#/operations")
        .add("#/configuration/rest")
        .build();
  }

  private Visit visit(String program) {
    var input = Json.createObjectBuilder().add("places", places()).add("diagram", diagram);
    return new ConsoleTour(server, user).visit(program, input.build());
  }

  @Test
  void shouldPleaseLighthouse() {
    // when
    var seen = visit("console-lighthouse.mjs").seen();
    // then
    assertThat(seen.getJsonArray("verdicts").getValuesAs(JsonObject.class))
        .hasSize(1 + places().size())
        .allSatisfy(ConsoleQualityIT::assertGood);
  }

  private static void assertGood(JsonObject verdict) {
    assertThat(verdict.getInt("accessibility")).as(verdict.toString()).isBetween(ENOUGH, 100);
    assertThat(verdict.getInt("practices")).as(verdict.toString()).isBetween(ENOUGH, 100);
  }

  @Test
  void shouldBeUsedWithTheKeyboardAloneOnASmallScreen() {
    // when
    var visit = visit("console-keyboard.mjs");
    // then
    assertThat(texts(visit, "unseen")).as("stops where nobody sees the focus").isEmpty();
    assertThat(visit.seen().getString("returned")).isEqualTo("Complete: A");
  }

  @Test
  void shouldSpeakTheLanguageOfTheBrowserOrTheChosenOne() {
    // when
    var visit = visit("console-languages.mjs");
    // then
    assertThat(visit.seen().getString("lang")).isEqualTo("en");
    var german = texts(visit, "german");
    assertThat(german).hasSizeGreaterThan(100).contains("Instanzen", "Aufgaben", "Heatmap");
    var untranslated = new HashSet<>(texts(visit, "english"));
    untranslated.retainAll(german);
    untranslated.removeIf(text -> text.startsWith("Process "));
    assertThat(untranslated).isSubsetOf(ALIKE);
  }
}
