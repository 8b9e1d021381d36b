package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.oauth.SecretHasher;
import flows4ee.server.ApiClient;
import flows4ee.server.ClientCredentials;
import flows4ee.server.ManagementBean;
import flows4ee.server.OperatorTool;
import flows4ee.server.TestServer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Clients declared with the server's own tool while the application runs: {@code asadmin} on Payara
 * Server, {@code jboss-cli} on WildFly.
 */
class DeclaredClientsIT {

  private static final String MANAGED = "Client is managed by the server";
  private static final long LIMIT_SECONDS = 10;

  private final ClientCredentials client =
      new ClientCredentials("declared-" + UUID.randomUUID(), "s+/%:= " + UUID.randomUUID());
  private final String prefix = "f4a.clients." + client.id() + ".";
  private final Map<String, String> declaration = new LinkedHashMap<>();
  private TestServer server;
  private OperatorTool tool;
  private ManagementBean bean;

  @BeforeEach
  void declare() throws Exception {
    server = TestServer.configurable();
    tool = server.operatorTool();
    bean = server.management();
    declaration.put(prefix + "roles", "Flows for Apex - Read,Flows for Apex - Admin");
    declaration.put(prefix + "secret-hash", SecretHasher.hashChosen(client.secret(), 1000));
    declaration.put(prefix + "owner", "Ops");
    declaration.put(prefix + "support-email", "ops@example.org");
    declaration.put(prefix + "disabled", "false");
    tool.add(declaration);
  }

  @AfterEach
  void removeWhatIsLeft() {
    if (!declaration.isEmpty()) {
      tool.remove(declaration.keySet());
    }
  }

  @Test
  void shouldFollowTheDeclarationWithoutRedeploying() throws Exception {
    // declared
    within(this::isKnownAsDeclared);
    var caller = server.anonymous().withToken(server.anonymous().grantToken(client));
    assertThat(own(caller))
        .contains("\"managed\":true", "\"disabled\":false", "\"owner\":\"Ops\"")
        .contains("\"support_email\":\"ops@example.org\"")
        .contains("\"roles\":[\"Flows for Apex - Read\",\"Flows for Apex - Admin\"]");
    assertNobodyElseChangesIt(caller);
    // other roles
    assertThat(caller.delete("v1/processes/999999999").statusCode()).isEqualTo(404);
    tool.change(prefix + "roles", "Flows for Apex - Read");
    within(() -> caller.delete("v1/processes/999999999").statusCode() == 403);
    // disabled
    tool.change(prefix + "disabled", "true");
    within(() -> caller.get("v1/diagrams").statusCode() == 401);
    assertThat(grantStatus()).isEqualTo(401);
    tool.change(prefix + "disabled", "false");
    within(() -> caller.get("v1/diagrams").statusCode() == 200);
    assertThat(grantStatus()).isEqualTo(200);
    // no longer declared
    tool.remove(declaration.keySet());
    declaration.clear();
    within(() -> caller.get("v1/diagrams").statusCode() == 401);
    assertThat(grantStatus()).isEqualTo(401);
    assertThat(shown().get("disabled")).isEqualTo(true);
  }

  private void assertNobodyElseChangesIt(ApiClient caller) throws Exception {
    var path = "v1/oauth_clients/" + client.id();
    var refused = caller.put(path, "{\"description\":\"mine\"}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains(MANAGED);
    assertThat(caller.post(path + "/secrets", "{}").body()).contains(MANAGED);
    assertThat(shown().get("managed")).isEqualTo(true);
    assertThatThrownBy(() -> bean.invoke("setRoles", client.id(), "")).hasRootCauseMessage(MANAGED);
    assertThatThrownBy(() -> bean.invoke("deleteClient", client.id())).hasRootCauseMessage(MANAGED);
  }

  /** Properties that the tool sets one by one may be read in parts. */
  private boolean isKnownAsDeclared() throws Exception {
    return Arrays.stream((CompositeData[]) bean.invoke("listClients"))
        .filter(listed -> listed.get("clientId").equals(client.id()))
        .anyMatch(listed -> listed.get("supportEmail").equals("ops@example.org"));
  }

  private CompositeData shown() throws Exception {
    return (CompositeData) bean.invoke("showClient", client.id());
  }

  private String own(ApiClient caller) {
    return caller.get("v1/oauth_clients/" + client.id()).body();
  }

  private int grantStatus() {
    return server
        .anonymous()
        .withAuthorization(client.basic())
        .postForm("oauth/token", "grant_type=client_credentials")
        .statusCode();
  }

  private static void within(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("within 10 s").isLessThan(end);
      TimeUnit.SECONDS.sleep(1);
    }
  }
}
