package flows4ee.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.oauth.OAuthFixture;
import flows4ee.server.ManagementBean;
import java.io.IOException;
import java.util.Arrays;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The management bean as a JMX tool uses it. */
class ManagedClientsTest {

  private static OAuthFixture oauth;
  private static MBeanServer server;
  private static ObjectName name;

  @BeforeAll
  static void open() throws Exception {
    oauth = OAuthFixture.onH2();
    server = MBeanServerFactory.newMBeanServer();
    name = new ObjectName("flows4ee:type=Clients");
    server.registerMBean(
        new DescribedBean(new ManagedClients(oauth.module()), ClientsMXBean.class), name);
  }

  @AfterAll
  static void close() throws IOException {
    oauth.close();
  }

  private static Object invoke(String operation, Object... arguments) throws Exception {
    return new ManagementBean(server, name).invoke(operation, arguments);
  }

  private static CompositeData create(String clientName, String roles) throws Exception {
    return (CompositeData) invoke("createClient", clientName, "ops", "ops@example.org", roles);
  }

  @Test
  void shouldCreateAClientAndShowItsSecretOnce() throws Exception {
    // when
    CompositeData made = create("made by jmx", "Flows for Apex - Read, Flows for Apex - Admin");
    // then
    String id = (String) made.get("clientId");
    assertThat((String) made.get("clientSecret")).hasSize(43);
    CompositeData client = (CompositeData) invoke("showClient", id);
    assertThat((String[]) client.get("roles"))
        .containsExactly("Flows for Apex - Read", "Flows for Apex - Admin");
    assertThat(client.toString()).doesNotContain((String) made.get("clientSecret"));
    assertThat((CompositeData[]) invoke("listClients"))
        .anyMatch(listed -> listed.get("clientId").equals(id));
  }

  @Test
  void shouldChangeAndDeleteAClient() throws Exception {
    // given
    String id = (String) create("changed by jmx", "").get("clientId");
    // when, then
    CompositeData changed = (CompositeData) invoke("setRoles", id, "Flows for Apex - Write");
    assertThat((String[]) changed.get("roles")).containsExactly("Flows for Apex - Write");
    CompositeData secret = (CompositeData) invoke("rotateSecret", id, 1, false);
    long secretId = (Long) secret.get("secretId");
    CompositeData revoked = (CompositeData) invoke("revokeSecret", id, secretId);
    assertThat((String[]) revoked.get("secrets")).hasSize(1);
    assertThat(((CompositeData) invoke("disableClient", id, "test")).get("disabled"))
        .isEqualTo(true);
    assertThat(((CompositeData) invoke("enableClient", id)).get("disabled")).isEqualTo(false);
    assertThat(invoke("revokeTokens", id)).isEqualTo(0);
    invoke("deleteClient", id);
    assertThat(oauth.module().clients().findClient(id)).isEmpty();
  }

  @Test
  void shouldImportAClient() throws Exception {
    // when
    Object client =
        invoke(
            "importClient", "legacy", "a@example.org", "Flows for Apex - Read", "old-id!", "s+/%é");
    // then
    assertThat(((CompositeData) client).get("clientId")).isEqualTo("old-id!");
  }

  @Test
  void shouldTellWhyWithExceptionsThatToolsKnow() throws Exception {
    // given
    create("twice", "");
    // then
    assertThatThrownBy(() -> create("twice", ""))
        .isInstanceOf(RuntimeMBeanException.class)
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("Client already exists");
    assertThatThrownBy(() -> create("other", "Flows for APEX - Read"))
        .hasRootCauseMessage("Unknown role: roles");
    assertThatThrownBy(() -> invoke("deleteClient", "unknown"))
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .hasRootCauseMessage("Item not found");
  }

  @Test
  void shouldAdministerKeys() throws Exception {
    // when
    String kid = (String) invoke("rotateKeys");
    // then
    assertThat((String[]) invoke("listKeys")).contains(kid + " RS256 NEXT").hasSize(2);
    invoke("revokeKey", kid);
    assertThat((String[]) invoke("listKeys")).hasSize(1);
    assertThatThrownBy(() -> invoke("revokeKey", kid)).hasRootCauseMessage("No key " + kid);
    assertThat(oauth.query("select event from oauth_events where event = 'key_rotated'"))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void shouldNameItsParameters() throws Exception {
    MBeanOperationInfo create =
        Arrays.stream(server.getMBeanInfo(name).getOperations())
            .filter(operation -> operation.getName().equals("createClient"))
            .findFirst()
            .orElseThrow();
    assertThat(create.getSignature())
        .extracting("name")
        .containsExactly("name", "owner", "supportEmail", "roles");
  }
}
