package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The link to the page of a user task. */
class UserTaskUrlsIT extends RestIT {

  private static final String ON_PAGE =
      "https://app.example.org/f?p={application_id}:{page_id}:{request}:{cache}:{items}:{values}";

  private static final String MODEL =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:apex="https://flowsforapex.org" targetNamespace="http://example.org">
        <bpmn:process id="P" isExecutable="true">
          <bpmn:startEvent id="S"/>
          <bpmn:userTask id="PAGE" apex:type="apexPage">
            <bpmn:extensionElements>
              <apex:apexPage>
                <apex:applicationId>&amp;F4A$APP.</apex:applicationId>
                <apex:pageId>12</apex:pageId>
                <apex:request>EDIT</apex:request>
                <apex:pageItems>
                  <apex:pageItem>
                    <apex:itemName>P12_CITY</apex:itemName>
                    <apex:itemValue>&amp;F4A$CITY.</apex:itemValue>
                  </apex:pageItem>
                  <apex:pageItem>
                    <apex:itemName>P12_ID</apex:itemName>
                    <apex:itemValue>&amp;F4A$PROCESS_ID.</apex:itemValue>
                  </apex:pageItem>
                </apex:pageItems>
              </apex:apexPage>
            </bpmn:extensionElements>
          </bpmn:userTask>
          <bpmn:userTask id="PLAIN"/>
          <bpmn:endEvent id="E"/>
          <bpmn:sequenceFlow id="F1" sourceRef="S" targetRef="PAGE"/>
          <bpmn:sequenceFlow id="F2" sourceRef="PAGE" targetRef="PLAIN"/>
          <bpmn:sequenceFlow id="F3" sourceRef="PLAIN" targetRef="E"/>
        </bpmn:process>
      </bpmn:definitions>
      """;

  private void useTemplate(String template) {
    var body = Json.createObjectBuilder().add("usertask_url_template", template).build();
    var response = api.put("v1/configuration", body.toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  @AfterEach
  void useNoTemplate() {
    useTemplate("");
  }

  private long start() {
    long process = startModel(MODEL);
    var variables =
        "[{\"name\":\"APP\",\"type\":\"varchar\",\"value\":\"100\"},"
            + "{\"name\":\"CITY\",\"type\":\"varchar\",\"value\":\"Bad Ems, {page_id}\"}]";
    var set = api.put("v1/processes/" + process + "/process_vars", variables);
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    return process;
  }

  private static String urlLink(String url) {
    return "{\"rel\":\"usertask_url\",\"href\":\"" + url + "\",\"action\":\"GET\"";
  }

  @Test
  void shouldBuildTheAddressFromThePageOfTheTask() {
    // given
    useTemplate(ON_PAGE);
    long process = start();
    JsonObject step = step(process);
    long subflow = step.getJsonNumber("sbfl_id").longValue();
    // then
    var link =
        urlLink(
            "https://app.example.org/f?p=100:12:EDIT::P12_CITY,P12_ID:Bad+Ems%2C+%7Bpage_id%7D,"
                + process);
    assertThat(api.get("v1/processes/" + process + "/steps").body()).contains(link);
    assertThat(api.get("v1/steps/" + subflow).body()).contains(link);
    assertThat(api.get("v1/steps?prcs_id=" + process).body()).contains(link);
    var key = "{\"step_key\":\"" + step.getString("step_key") + "\"}";
    assertThat(api.put("v1/steps/" + subflow + "/start", key).body()).contains(link);
    // and the plain task has no page
    var completed = api.put("v1/steps/" + subflow + "/complete", key);
    assertThat(completed.statusCode()).isEqualTo(200);
    assertThat(completed.body()).doesNotContain("usertask_url");
    assertThat(api.get("v1/steps/" + subflow).body())
        .contains("\"current\":\"PLAIN\"")
        .doesNotContain("usertask_url");
  }

  @Test
  void shouldLinkEveryUserTaskFromATemplateWithoutPage() {
    // given
    useTemplate("https://app.example.org/task?step={sbfl_id}&at={current}");
    // when
    long process = start();
    // then
    long subflow = step(process).getJsonNumber("sbfl_id").longValue();
    assertThat(api.get("v1/steps/" + subflow).body())
        .contains(urlLink("https://app.example.org/task?step=" + subflow + "&at=PAGE"));
  }

  @Test
  void shouldLeaveOutALinkThatCannotBeBuilt() {
    // given
    useTemplate(ON_PAGE);
    long process = start();
    var set =
        api.put(
            "v1/processes/" + process + "/process_vars",
            "[{\"name\":\"APP\",\"type\":\"varchar\",\"value\":null}]");
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    // then
    assertThat(api.get("v1/processes/" + process + "/steps").body())
        .contains("\"current\":\"PAGE\"")
        .doesNotContain("usertask_url");
  }
}
