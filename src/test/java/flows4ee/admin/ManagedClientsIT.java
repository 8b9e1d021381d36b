package flows4ee.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.server.ClientCredentials;
import flows4ee.server.ManagementBean;
import flows4ee.server.TestServer;
import java.util.UUID;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The management bean of the running server, over a JMX connection. */
class ManagedClientsIT {

  private final TestServer server = TestServer.current();
  private ManagementBean bean;

  @BeforeEach
  void connect() throws Exception {
    bean = server.management();
  }

  private ClientCredentials create(String name) throws Exception {
    return credentials(
        bean.invoke("createClient", name, "ops", "ops@example.org", "Flows for Apex - Read"));
  }

  private static ClientCredentials credentials(Object madeSecret) {
    var made = (CompositeData) madeSecret;
    return new ClientCredentials((String) made.get("clientId"), (String) made.get("clientSecret"));
  }

  private static String name() {
    return "jmx " + UUID.randomUUID();
  }

  private int grantStatus(ClientCredentials client) {
    return server
        .anonymous()
        .withAuthorization(client.basic())
        .postForm("oauth/token", "grant_type=client_credentials")
        .statusCode();
  }

  @Test
  void shouldMakeAClientThatWorksAtOnce() throws Exception {
    // given
    String name = name();
    // when
    var client = create(name);
    // then
    var caller = server.anonymous().withToken(server.anonymous().grantToken(client));
    assertThat(caller.get("v1/diagrams").statusCode()).isEqualTo(200);
    assertThat(server.api().get("v1/oauth_clients/" + client.id()).body())
        .contains("\"name\":\"" + name + "\"", "\"owner\":\"ops\"", "\"managed\":false")
        .contains("\"roles\":[\"Flows for Apex - Read\"]", "\"created_by\":\"jmx\"")
        .doesNotContain(client.secret());
    assertThat((CompositeData[]) bean.invoke("listClients"))
        .filteredOn(listed -> listed.get("clientId").equals(client.id()))
        .hasSize(1);
  }

  @Test
  void shouldChangeRolesForTheNextCall() throws Exception {
    // given
    var client = create(name());
    var caller = server.anonymous().withToken(server.anonymous().grantToken(client));
    assertThat(caller.delete("v1/processes/999999999").statusCode()).isEqualTo(403);
    // when
    bean.invoke("setRoles", client.id(), "Flows for Apex - Admin");
    // then
    assertThat(caller.delete("v1/processes/999999999").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldUpdateAttributes() throws Exception {
    // given
    var client = create(name());
    // when
    bean.invoke("updateClient", client.id(), "support_uri", "https://example.org/help");
    bean.invoke("updateClient", client.id(), "token_lifetime", "600");
    // then
    assertThat(server.api().get("v1/oauth_clients/" + client.id()).body())
        .contains("\"support_uri\":\"https://example.org/help\"", "\"token_lifetime\":600")
        .contains("\"updated_by\":\"jmx\"");
    assertThat(
            server
                .anonymous()
                .withAuthorization(client.basic())
                .postForm("oauth/token", "grant_type=client_credentials")
                .body())
        .contains("\"expires_in\":600");
  }

  @Test
  void shouldRotateTheSecretWithAndWithoutOverlap() throws Exception {
    // given
    var client = create(name());
    // when
    var second = credentials(bean.invoke("rotateSecret", client.id(), 1, false));
    // then
    assertThat(grantStatus(client)).isEqualTo(200);
    assertThat(grantStatus(second)).isEqualTo(200);
    // when
    var third = credentials(bean.invoke("rotateSecret", client.id(), 0, true));
    // then
    assertThat(grantStatus(client)).isEqualTo(401);
    assertThat(grantStatus(third)).isEqualTo(200);
  }

  @Test
  void shouldDisableEnableAndDeleteAClient() throws Exception {
    // given
    var client = create(name());
    var caller = server.anonymous().withToken(server.anonymous().grantToken(client));
    // when
    bean.invoke("disableClient", client.id(), "test");
    // then
    assertThat(grantStatus(client)).isEqualTo(401);
    assertThat(caller.get("v1/diagrams").statusCode()).isEqualTo(401);
    // when
    bean.invoke("enableClient", client.id(), "checked");
    // then
    assertThat(caller.get("v1/diagrams").statusCode()).isEqualTo(200);
    assertThat(bean.invoke("revokeTokens", client.id())).isEqualTo(1);
    assertThat(caller.get("v1/diagrams").statusCode()).isEqualTo(401);
    // when
    bean.invoke("deleteClient", client.id());
    // then
    assertThat(grantStatus(client)).isEqualTo(401);
    assertThat(server.api().get("v1/oauth_clients/" + client.id()).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldImportAClientWithItsIdAndSecret() throws Exception {
    // given
    var client = new ClientCredentials("jmx-" + UUID.randomUUID(), "old + secret / % : = ü");
    // when
    bean.invoke(
        "importClient",
        name(),
        "ops@example.org",
        "Flows for Apex - Read",
        client.id(),
        client.secret());
    // then
    assertThat(grantStatus(client)).isEqualTo(200);
  }

  @Test
  void shouldSayWhyItRefuses() {
    // given
    String declared = server.credentials().id();
    // then
    assertThatThrownBy(() -> bean.invoke("showClient", "unknown"))
        .isInstanceOf(RuntimeMBeanException.class)
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .hasRootCauseMessage("Item not found");
    assertThatThrownBy(() -> bean.invoke("setRoles", declared, "Flows for Apex - Read"))
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("Client is managed by the server");
  }

  @Test
  void shouldPublishAndRemoveAKey() throws Exception {
    // when
    String kid = (String) bean.invoke("rotateKeys");
    // then
    assertThat((String[]) bean.invoke("listKeys")).contains(kid + " RS256 NEXT");
    assertThat(server.anonymous().get("oauth/jwks").body()).contains(kid);
    // when
    bean.invoke("revokeKey", kid);
    // then
    assertThat(server.anonymous().get("oauth/jwks").body()).doesNotContain(kid);
  }
}
