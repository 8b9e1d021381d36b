package flows4ee.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import flows4ee.server.ClientCredentials;
import flows4ee.server.ExternalProgram;
import flows4ee.server.NodePrograms;
import flows4ee.server.TestServer;
import jakarta.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.client.RestClient;

/**
 * Clients in use get a token and make one call, each in its library's own way, with a secret chosen
 * elsewhere that holds {@code + / % : =} and a letter beyond ASCII. Libraries that form-encode the
 * credentials (RFC 6749 section 2.3.1) and those that do not must be served alike.
 */
class RealClientsIT {

  private static final String REGISTRATION = "flows4apex";
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private final TestServer server = TestServer.current();
  private final ClientCredentials client = server.importedClient();
  private final URI tokenEndpoint = URI.create(server.base() + "/oauth/token");
  private final URI roles = URI.create(server.base() + "/v1/utils/roles");

  @Test
  void shouldServeNimbus() throws Exception {
    // given
    var authentication =
        new ClientSecretBasic(new ClientID(client.id()), new Secret(client.secret()));
    var request =
        new TokenRequest.Builder(tokenEndpoint, authentication, new ClientCredentialsGrant());
    // when
    var granted = AccessTokenResponse.parse(request.build().toHTTPRequest().send());
    var call = new HTTPRequest(HTTPRequest.Method.GET, roles);
    call.setAuthorization(granted.getTokens().getAccessToken().toAuthorizationHeader());
    // then
    assertAllRoles(call.send().getBody());
  }

  @Test
  void shouldServeSpringSecurity() {
    // given
    var registrations =
        new InMemoryClientRegistrationRepository(
            ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(client.id())
                .clientSecret(client.secret())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(tokenEndpoint.toString())
                .build());
    var authorized =
        new AuthorizedClientServiceOAuth2AuthorizedClientManager(
            registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
    var interceptor = new OAuth2ClientHttpRequestInterceptor(authorized);
    interceptor.setClientRegistrationIdResolver(request -> REGISTRATION);
    // when
    var caller =
        RestClient.builder()
            .requestFactory(new JdkClientHttpRequestFactory())
            .requestInterceptor(interceptor)
            .build();
    // then
    assertAllRoles(caller.get().uri(roles).retrieve().body(String.class));
  }

  @Test
  void shouldServeScribe() throws Exception {
    // given
    try (var service =
        new ServiceBuilder(client.id()).apiSecret(client.secret()).build(new TokenEndpointOnly())) {
      // when
      var token = service.getAccessTokenClientCredentialsGrant();
      var call = new OAuthRequest(Verb.GET, roles.toString());
      service.signRequest(token, call);
      // then
      try (var answer = service.execute(call)) {
        assertAllRoles(answer.getBody());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"openid-client.mjs", "oauth4webapi.mjs", "simple-oauth2.mjs"})
  void shouldServeNode(String program) {
    assertAllRoles(runNode(program));
  }

  @Test
  void shouldServeCurl() {
    // given
    var credentials = "user = \"%s:%s\"\n".formatted(client.id(), client.secret());
    // when
    var granted =
        curl(credentials, "-d", "grant_type=client_credentials", tokenEndpoint.toString());
    var token = TOKEN.matcher(granted);
    assertThat(token.find()).as(granted).isTrue();
    // then
    var authorization = "header = \"Authorization: Bearer %s\"\n".formatted(token.group(1));
    assertAllRoles(curl(authorization, roles.toString()));
  }

  private String runNode(String program) {
    var input =
        Json.createObjectBuilder()
            .add("base", server.base().toString())
            .add("client_id", client.id())
            .add("client_secret", client.secret())
            .build();
    var result = NodePrograms.run(input.toString(), program);
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output();
  }

  /** The secret goes in by configuration on standard input, where other users do not see it. */
  private static String curl(String configuration, String... arguments) {
    var command = new ArrayList<>(List.of("curl", "-sS", "--config", "-"));
    command.addAll(List.of(arguments));
    var result = ExternalProgram.run(Path.of("").toAbsolutePath(), command, configuration);
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output();
  }

  private static void assertAllRoles(String body) {
    assertThat(body)
        .startsWith(
            "{\"items\":[{\"role_name\":\"Flows for Apex - Admin\"},"
                + "{\"role_name\":\"Flows for Apex - Messages\"},"
                + "{\"role_name\":\"Flows for Apex - Read\"},"
                + "{\"role_name\":\"Flows for Apex - Write\"}],");
  }

  /** ScribeJava wants to know the endpoints; the client credentials grant has one. */
  private final class TokenEndpointOnly extends DefaultApi20 {

    @Override
    public String getAccessTokenEndpoint() {
      return tokenEndpoint.toString();
    }

    @Override
    protected String getAuthorizationBaseUrl() {
      throw new UnsupportedOperationException("No authorization endpoint");
    }
  }
}
