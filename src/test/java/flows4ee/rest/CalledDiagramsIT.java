package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.junit.jupiter.api.Test;

/** What an instance's call activities call. */
class CalledDiagramsIT extends RestIT {

  private final String called = name("Called");

  private long release(String version) {
    return deploy(called, version, RestModels.CALLABLE);
  }

  private long deploy(String name, String version, String content) {
    var body =
        Json.createObjectBuilder()
            .add("name", name)
            .add("version", version)
            .add("status", "released")
            .add("content", content);
    var response = api.post("v1/diagrams", body.build().toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return item(response).getJsonNumber("dgrm_id").longValue();
  }

  @Test
  void shouldShowTheVersionThatWasBoundWhenTheInstanceWasMade() {
    // given
    long bound = release("1");
    long caller = deploy(name("Caller"), "0", RestModels.calling(called));
    long process = create(caller);
    // when
    release("2");
    // then
    String expected =
        "{\"calling_dgrm_id\":%d,\"calling_objt\":\"Call\",\"dgrm_id\":%d,"
            + "\"diagram_name\":\"%s\",\"diagram_version\":\"1\",\"diagram_level\":%s}";
    String path = "v1/processes/" + process;
    assertThat(item(api.get(path + "/called_diagrams")))
        .hasToString(expected.formatted(caller, bound, called, "null"));
    // when
    assertThat(api.put(path + "/start", "{}").statusCode()).isEqualTo(200);
    // then
    assertThat(item(api.get(path + "/called_diagrams")).getInt("diagram_level")).isPositive();
  }

  @Test
  void shouldShowNothingWhereNothingIsCalled() {
    String path = "v1/processes/" + startBasic() + "/called_diagrams";
    assertThat(json(api.get(path)).getJsonArray("items")).isEmpty();
    assertThat(api.get("v1/processes/999999999/called_diagrams").statusCode()).isEqualTo(404);
  }
}
