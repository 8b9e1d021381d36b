package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.oauth.OAuthSettings.Origin;
import flows4ee.oauth.TokenSettings;
import flows4ee.rest.guard.SettingStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfiguredOAuthSettingsTest {

  private final Map<String, String> rows = new HashMap<>();
  private final Map<String, String> server = new HashMap<>();

  private final SettingStore store =
      new SettingStore() {
        @Override
        public Map<String, String> findAll() {
          return Map.copyOf(rows);
        }

        @Override
        public void change(Map<String, Optional<String>> values, String user, Instant at) {
          values.forEach((key, value) -> rows.put(key, value.orElseThrow()));
        }
      };

  private final SettingsReader reader =
      new SettingsReader(key -> Optional.ofNullable(server.get(key)));

  private RuntimeConfiguration configuration() {
    return new RuntimeConfiguration(store, reader, Clock.systemUTC());
  }

  private ConfiguredOAuthSettings settings() {
    return new ConfiguredOAuthSettings(reader, configuration(), false);
  }

  @Test
  void shouldHaveTheDocumentedDefaults() {
    assertThat(settings().tokens()).isEqualTo(TokenSettings.DEFAULTS);
    assertThat(settings().origin()).isEqualTo(Origin.DIRECT);
  }

  @Test
  void shouldFollowChangesOfTheConfiguration() {
    // given
    RuntimeConfiguration configuration = configuration();
    var settings = new ConfiguredOAuthSettings(reader, configuration, false);
    assertThat(settings.tokens().lifetime()).isEqualTo(Duration.ofHours(1));
    // when
    configuration.change(
        Map.of(
            "oauth_token_lifetime", Optional.of("120"),
            "rest_base", Optional.of("https://flows.example.org/f4a/"),
            "rest_trusted_proxies", Optional.of("10.0.0.0/8, ::1")),
        "tester");
    // then
    assertThat(settings.tokens().lifetime()).isEqualTo(Duration.ofSeconds(120));
    assertThat(settings.knownBase()).contains("https://flows.example.org/f4a");
    assertThat(settings.origin().trustedProxies()).isEqualTo(Set.of("10.0.0.0/8", "::1"));
  }

  @Test
  void shouldReadDeploymentKeysOnce() {
    // given
    server.put("f4a.oauth_issuer", "https://flows.example.org");
    server.put("f4a.oauth_token_typ", "JWT");
    server.put("f4a.oauth_signature_alg", "ES256");
    // when
    ConfiguredOAuthSettings settings = settings();
    server.clear();
    // then
    var deployment = settings.tokens().deployment();
    assertThat(deployment.issuer()).contains("https://flows.example.org");
    assertThat(deployment.typ()).isEqualTo("JWT");
    assertThat(deployment.algorithm()).hasToString("ES256");
    assertThat(settings.knownBase()).contains("https://flows.example.org");
  }

  @Test
  void shouldRefuseABadTokenType() {
    server.put("f4a.oauth_token_typ", "at-jwt");
    assertThatThrownBy(this::settings)
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("f4a.oauth_token_typ");
  }
}
