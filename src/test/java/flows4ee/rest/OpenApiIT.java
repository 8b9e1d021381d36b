package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of the API as it is served. */
class OpenApiIT extends RestIT {

  private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void shouldBeServedWithoutToken() {
    var response = server.anonymous().get("openapi.json");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).startsWith("application/json");
    assertThat(json(response).getJsonObject("paths")).containsKey("/steps/{sbfl_id}/complete");
    var yaml = server.anonymous().get("openapi.yaml");
    assertThat(yaml.body()).startsWith("openapi: 3.0.0");
    assertThat(header(yaml, "Content-Type")).startsWith("application/yaml");
  }

  @Test
  void shouldBeWhereCollectionsSayTheyAreDescribed() {
    var document = server.anonymous().get("openapi.json").body();
    assertThat(api.get("v1/diagrams?limit=1").body()).contains("/metadata-catalog/v1/\"");
    assertThat(server.anonymous().get("metadata-catalog/v1/").body()).isEqualTo(document);
    assertThat(server.anonymous().get("metadata-catalog/v1/more").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldBeSentAgainOnlyWhenChanged() {
    var first = server.anonymous().get("openapi.json");
    var second =
        api.send(api.request("openapi.json").header("If-None-Match", header(first, "ETag")));
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openapi.json", "openapi.yaml", "metadata-catalog/v1/"})
  void shouldTellItsMethods(String path) {
    var caller = server.anonymous();
    var refused = caller.send(caller.request(path).POST(BodyPublishers.noBody()));
    assertRefusal(refused, 405, "{\"success\":false,\"message\":\"Method not allowed\"}");
    assertThat(header(refused, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    var told = caller.send(caller.request(path).method("OPTIONS", BodyPublishers.noBody()));
    assertThat(told.statusCode()).isEqualTo(204);
    assertThat(header(told, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  void shouldNeedATokenWhenNotPublic() {
    assertThat(api.put("v1/configuration", "{\"rest_openapi_public\":false}").statusCode())
        .isEqualTo(200);
    try {
      var refused = server.anonymous().get("openapi.json");
      assertRefusal(refused, 401, "{\"success\":false,\"message\":\"Unauthorized\"}");
      assertThat(header(refused, "WWW-Authenticate"))
          .isEqualTo("Bearer realm=\"" + server.base() + "\"");
      assertThat(server.anonymous().get("metadata-catalog/v1/").statusCode()).isEqualTo(401);
      assertThat(api.get("openapi.json").statusCode()).isEqualTo(200);
    } finally {
      api.put("v1/configuration", "{\"rest_openapi_public\":null}");
    }
  }

  @Test
  void shouldBeShownByAPageOfTheApplicationAlone() {
    var page = server.anonymous().get("api-docs/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Security-Policy")).contains("script-src 'self';");
    assertThat(page.body()).doesNotContain("://");
    var assets = ASSET.matcher(page.body()).results().map(match -> match.group(1)).toList();
    assertThat(assets).contains("swagger-ui-bundle.js", "swagger-ui.css", "api-docs.js");
    for (String asset : assets) {
      assertThat(server.anonymous().get("api-docs/" + asset).statusCode()).as(asset).isEqualTo(200);
    }
  }
}
