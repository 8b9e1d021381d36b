package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.DeclaredClients.Declaration;
import flows4ee.oauth.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

class DeclaredClientSourceTest {

  private static ConfigSource source(Map<String, String> values) {
    return new ConfigSource() {
      @Override
      public Set<String> getPropertyNames() {
        return values.keySet();
      }

      @Override
      public String getValue(String key) {
        return values.get(key);
      }

      @Override
      public String getName() {
        return "test";
      }
    };
  }

  private static Map<String, Declaration> read(ConfigSource... sources) {
    return new DeclaredClientSource(() -> List.of(sources)).get();
  }

  @Test
  void shouldReadPropertiesAndFillDefaults() {
    // when
    var declared =
        read(
            source(
                Map.of(
                    "f4a.clients.ops.team.roles",
                    " Flows for Apex - Read ,Flows for Apex - Admin",
                    "f4a.clients.ops.team.secret-hash",
                    "hash")));
    // then
    assertThat(declared)
        .isEqualTo(
            Map.of(
                "ops.team",
                new Declaration(
                    Set.of(Role.READ, Role.ADMIN),
                    Optional.of("hash"),
                    "server",
                    "server@localhost",
                    false)));
  }

  @Test
  void shouldReadEnvironmentVariables() {
    // when
    var declared =
        read(
            source(
                Map.of(
                    "F4A_CLIENTS_CI_BOT_ROLES", "Flows for Apex - Write",
                    "F4A_CLIENTS_CI_BOT_SECRET_HASH", "hash",
                    "F4A_CLIENTS_CI_BOT_SUPPORT_EMAIL", "ci@example.org",
                    "F4A_CLIENTS_CI_BOT_DISABLED", "true",
                    "PATH", "/bin")));
    // then
    assertThat(declared)
        .isEqualTo(
            Map.of(
                "ci_bot",
                new Declaration(
                    Set.of(Role.WRITE), Optional.of("hash"), "server", "ci@example.org", true)));
  }

  @Test
  void shouldTakeTheStrongestSource() {
    // when
    var declared =
        read(
            source(Map.of("f4a.clients.ops.owner", "strong")),
            source(Map.of("f4a.clients.ops.owner", "weak", "f4a.clients.ops.roles", "")));
    // then
    assertThat(declared.get("ops").owner()).isEqualTo("strong");
  }

  @Test
  void shouldLeaveOutAClientWithAnUnknownRole() {
    assertThat(
            read(
                source(
                    Map.of(
                        "f4a.clients.good.roles", "Flows for Apex - Read",
                        "f4a.clients.bad.roles", "Flows for APEX - Read"))))
        .containsOnlyKeys("good");
  }
}
