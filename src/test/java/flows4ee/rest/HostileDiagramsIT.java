package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagrams whose texts are markup, and what bringing a diagram in lets a caller do. */
class HostileDiagramsIT extends RestIT {

  /** What a person who reads the diagram sees. */
  private static final String SCRIPT = "</script><script>mark()</script>";

  private static final String PICTURE = "<svg onload=\"mark()\"><!-- ]]> & '";

  private static final String MODEL = text("/console/hostile.bpmn");

  private HttpResponse<String> deploy(String name, String content) {
    return api.post("v1/diagrams", body(name, content));
  }

  private static String body(String name, String content) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("status", "released")
        .add("content", content)
        .build()
        .toString();
  }

  @Test
  void shouldGiveNamesBackAsPlainJsonTexts_SEC_XML_7() {
    // given
    String name = SCRIPT + name("");
    var deployed = deploy(name, MODEL);
    assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(201);
    long diagram = item(deployed).getInt("dgrm_id");
    long process = create(diagram);
    api.put("v1/processes/" + process + "/start", "{}");
    // when
    var objects = api.get("v1/diagrams/" + diagram + "/objects");
    var work = api.get("v1/steps?prcs_id=" + process);
    // then
    assertThat(item(deployed).getString("name")).isEqualTo(name);
    assertThat(json(objects).getJsonArray("items").getValuesAs(JsonObject.class))
        .filteredOn(object -> object.getString("bpmn_id").equals("A"))
        .extracting(object -> object.getString("name"))
        .containsExactly(PICTURE);
    assertThat(item(work).getString("object_name")).isEqualTo(PICTURE);
    assertThat(item(work).getString("diagram_name")).isEqualTo(name);
    for (var answer : List.of(deployed, objects, work)) {
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/json");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void shouldExportTheVeryTextAsAFile_SEC_XML_7() {
    // given
    long diagram = item(deploy(SCRIPT + "\"; filename=x.html" + name(""), MODEL)).getInt("dgrm_id");
    // when
    var export =
        api.send(api.request("v1/diagrams/" + diagram + "/export").header("Accept", "*/*").GET());
    // then
    assertThat(export.body()).isEqualTo(MODEL);
    assertThat(export.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/xml");
    assertThat(export.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(export.headers().firstValue("Content-Disposition").orElse(""))
        .matches("attachment; filename=\"[^\"]*[.]bpmn\"; filename[*]=UTF-8''[^ ;\"<>]*[.]bpmn");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"READ", "MESSAGES"})
  void shouldTakeADiagramOnlyFromThoseWhoMayWrite_SEC_EXP_6(Role role) {
    // given
    String name = name("Foreign");
    var caller = server.apiWith(role);
    long draft = deploy("a01-basic-model.bpmn");
    String change = Json.createObjectBuilder().add("content", MODEL).build().toString();
    // then
    assertThat(caller.post("v1/diagrams", body(name, MODEL)).statusCode()).isEqualTo(403);
    assertThat(caller.post("v1/diagrams?dry_run=true", body(name, MODEL)).statusCode())
        .isEqualTo(403);
    assertThat(caller.put("v1/diagrams/" + draft, change).statusCode()).isEqualTo(403);
    assertThat(
            json(api.get("v1/diagrams?status=all&name=" + name.replace(" ", "%20")))
                .getInt("count"))
        .isZero();
  }

  @Test
  void shouldTakeADiagramFromWhoMayWrite_SEC_EXP_6() {
    var caller = server.apiWith(Role.WRITE);
    assertThat(caller.post("v1/diagrams", body(name("Own"), MODEL)).statusCode()).isEqualTo(201);
  }

  /** The escapes that {@code SecurityTest} tries on the language, brought in from outside. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "begin java.lang.Runtime.getRuntime().exec('id'); end;",
        "begin java.lang.System.exit(1); end;",
        "begin execute immediate 'drop table flow_processes'; end;",
        "begin delete from flow_processes; end;",
        "begin utl_http.request('http://127.0.0.1/'); end;",
        "begin dbms_scheduler.create_job('x'); end;",
        "begin Class.forName('java.io.File'); end;",
        "begin #{system.exit}; end;",
        "begin null; end; drop table flow_processes;"
      })
  void shouldReachNothingByAnImportedScript_SEC_EXP_6(String code) {
    // given
    var deployed = deploy(name("Script"), script(code));
    assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(201);
    assertThat(item(deployed).getJsonArray("warnings").toString()).contains("\"X\"");
    long process = create(item(deployed).getInt("dgrm_id"));
    // when
    var started = api.put("v1/processes/" + process + "/start", "{}");
    // then
    assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
    assertThat(item(api.get("v1/processes/" + process)).getString("status")).isEqualTo("error");
    assertThat(api.get("v1/processes/" + process + "/summary").body()).contains("\"X\"");
  }

  private static String script(String code) {
    return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"
            xmlns:apex="https://flowsforapex.org">
          <process id="P" isExecutable="true">
            <startEvent id="S"/>
            <sequenceFlow id="f1" sourceRef="S" targetRef="X"/>
            <scriptTask id="X" apex:type="executePlsql"><extensionElements><apex:executePlsql>
              <apex:plsqlCode><![CDATA[%s]]></apex:plsqlCode></apex:executePlsql>
            </extensionElements></scriptTask>
            <sequenceFlow id="f2" sourceRef="X" targetRef="E"/>
            <endEvent id="E"/>
          </process>
        </definitions>"""
        .formatted(code);
  }
}
