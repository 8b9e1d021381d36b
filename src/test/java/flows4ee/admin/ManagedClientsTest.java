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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(((CompositeData) invoke("enableClient", id, "ok")).get("disabled")).isEqualTo(false);
    assertThat(invoke("revokeTokens", id)).isEqualTo(0);
    assertThat(
            oauth.query(
                "select detail from oauth_events where event = 'enabled' and client_id = '%s'"
                    .formatted(id)))
        .containsExactly("ok");
    invoke("deleteClient", id);
    assertThat(oauth.module().clients().findClient(id)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "name, name, updated by jmx",
    "owner, owner, Sales",
    "description, description, 'Orders, weekly'",
    "support_email, supportEmail, sales@example.org",
    "support_uri, supportUri, https://example.org/help",
    "redirect_uri, redirectUri, https://example.org/back",
    "expires_at, expiresAt, 2099-01-31T10:00:00Z"
  })
  void shouldUpdateAnAttribute(String attribute, String shown, String value) throws Exception {
    // given
    String id = (String) create("to update " + attribute, "").get("clientId");
    var before = (CompositeData) invoke("showClient", id);
    // when
    var updated = (CompositeData) invoke("updateClient", id, attribute, value);
    // then
    assertThat(before.get(shown)).isNotEqualTo(value);
    assertThat(updated.get(shown)).isEqualTo(value);
    assertThat(((CompositeData) invoke("showClient", id)).get(shown)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "description, description, any",
    "support_uri, supportUri, https://example.org/help",
    "redirect_uri, redirectUri, https://example.org/back",
    "expires_at, expiresAt, 2099-01-31T10:00:00Z"
  })
  void shouldClearAnAttributeThatMayBeAbsent(String attribute, String shown, String value)
      throws Exception {
    // given
    String id = (String) create("to clear " + attribute, "").get("clientId");
    invoke("updateClient", id, attribute, value);
    // then
    assertThat(((CompositeData) invoke("updateClient", id, attribute, "")).get(shown))
        .isEqualTo("");
  }

  @Test
  void shouldSetAndClearTheLifeOfTokens() throws Exception {
    String id = (String) create("short tokens", "").get("clientId");
    assertThat(((CompositeData) invoke("updateClient", id, "token_lifetime", "600")).toString())
        .contains("tokenLifetime=600");
    assertThat(oauth.module().clients().findClient(id).orElseThrow().attributes().tokenLifetime())
        .contains(600);
    assertThat(((CompositeData) invoke("updateClient", id, "token_lifetime", "")).toString())
        .contains("tokenLifetime=0");
  }

  @ParameterizedTest
  @CsvSource({
    "colour, red, Unknown attribute: colour",
    "name, '', Bad value: name",
    "support_email, nobody, Bad value: support_email",
    "expires_at, tomorrow, Bad value: expires_at",
    "expires_at, +12000-01-01T00:00:00Z, Bad value: expires_at",
    "token_lifetime, 1h, Bad value: token_lifetime",
    "token_lifetime, 59, Bad value: token_lifetime"
  })
  void shouldRefuseABadAttribute(String attribute, String value, String refusal) throws Exception {
    // given
    String id = (String) create("refused " + attribute + value, "").get("clientId");
    // then
    assertThatThrownBy(() -> invoke("updateClient", id, attribute, value))
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .hasRootCauseMessage(refusal);
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
