package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.client.ApiClient;
import flows4ee.client.ApiException;
import flows4ee.client.JSON;
import flows4ee.client.api.DiagramsApi;
import flows4ee.client.api.OAuthApi;
import flows4ee.client.api.ProcessesApi;
import flows4ee.client.api.StepsApi;
import flows4ee.client.model.CompleteStep;
import flows4ee.client.model.CreateProcess;
import flows4ee.client.model.DeployDiagram;
import flows4ee.client.model.EndedStep;
import flows4ee.client.model.Process;
import flows4ee.client.model.SetVariable;
import flows4ee.client.model.Step;
import flows4ee.client.model.StepUpdated;
import flows4ee.client.model.Variable;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Drives an instance from deployment to its end through the Java client that the build generates
 * from the shipped description. The client refuses answers with keys it does not know.
 */
class GeneratedClientIT extends RestIT {

  private DiagramsApi diagrams;
  private ProcessesApi processes;
  private StepsApi steps;

  @BeforeEach
  void obtainToken() throws ApiException {
    var oauth = new OAuthApi(client("", server.credentials().basic()));
    var granted = oauth.grantToken("client_credentials", null, null, null);
    var caller = client("/v1", "Bearer " + granted.getAccessToken());
    diagrams = new DiagramsApi(caller);
    processes = new ProcessesApi(caller);
    steps = new StepsApi(caller);
  }

  private ApiClient client(String path, String authorization) {
    var strict = JSON.getDefault().getMapper();
    var client = new ApiClient(HttpClient.newBuilder(), strict, server.base() + path);
    client.setRequestInterceptor(request -> request.header("Authorization", authorization));
    return client;
  }

  @Test
  void shouldDriveAnInstanceFromDeploymentToItsEnd() throws ApiException {
    // given
    long diagram = deployBasic();
    long process = create(diagram, "Order 4711");
    // when
    processes.startProcess(process, null, null, null);
    var amount = new SetVariable().name("AMOUNT").type("number").value(12.5);
    processes.setVariables(process, List.of(amount), null, null, null);
    // then
    assertThat(variable(process, "AMOUNT").getValue()).isEqualTo("12.5");
    var step = onlyStep(process);
    assertThat(step.getCurrent()).isEqualTo("A");
    // when
    var completed = complete(step);
    while (!(completed.getItem().getActualInstance() instanceof EndedStep)) {
      completed = complete(onlyStep(process));
    }
    // then
    assertThat(ended(completed).getPrcsStatus()).hasToString("completed");
    assertThat(processes.listProcessSteps(process, null, null, null, null).getItems()).isEmpty();
    assertThat(read(process).getStatus()).isEqualTo(Process.StatusEnum.COMPLETED);
  }

  @Test
  void shouldReportARefusalWithItsStatusAndText() throws ApiException {
    // given
    long process = create(deployBasic(), "Refused");
    processes.startProcess(process, null, null, null);
    // when
    var stale = new CompleteStep().stepKey("AAAAAAAAAA");
    long step = onlyStep(process).getSbflId();
    // then
    assertThatThrownBy(() -> steps.completeStep(step, stale, null, null, null))
        .isInstanceOfSatisfying(
            ApiException.class, refusal -> assertThat(refusal.getCode()).isEqualTo(409));
  }

  private long deployBasic() throws ApiException {
    var content = model("a01-basic-model.bpmn");
    var diagram = new DeployDiagram().name(name("Generated")).content(content);
    var deployed =
        diagrams.deployDiagram(
            diagram, null, null, null, null, null, null, null, null, null, null, null);
    return deployed.getItems().get(0).getDgrmId();
  }

  private long create(long diagram, String name) throws ApiException {
    var request = new CreateProcess().name(name).businessRef("4711");
    var created = diagrams.createProcess(diagram, null, null, null, request).getItems().get(0);
    assertThat(created.getStatus()).isEqualTo(Process.StatusEnum.CREATED);
    assertThat(created.getInitTs()).isNotNull();
    return created.getPrcsId();
  }

  private Variable variable(long process, String name) throws ApiException {
    var variables = processes.listVariables(process, name, null, null, null, null, null);
    assertThat(variables.getItems()).hasSize(1);
    return variables.getItems().get(0);
  }

  private Step onlyStep(long process) throws ApiException {
    var current = processes.listProcessSteps(process, null, null, null, null);
    assertThat(current.getItems()).hasSize(1);
    return current.getItems().get(0);
  }

  private StepUpdated complete(Step step) throws ApiException {
    var proof = new CompleteStep().stepKey(step.getStepKey());
    return steps.completeStep(step.getSbflId(), proof, "return=representation", null, null);
  }

  private static EndedStep ended(StepUpdated updated) {
    return (EndedStep) updated.getItem().getActualInstance();
  }

  private Process read(long process) throws ApiException {
    return processes.getProcess(process, null, null, null, null).getItems().get(0);
  }
}
