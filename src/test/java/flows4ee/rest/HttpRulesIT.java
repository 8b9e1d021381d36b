package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.Role;
import flows4ee.server.ApiClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** General rules of HTTP: headers, entity tags, methods, media types, paths, paging. */
class HttpRulesIT extends RestIT {

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void shouldCarryTheSameHeadersOnEveryAnswer() {
    for (String path : new String[] {"v1/diagrams", "v1/nothing", "v1/steps/1"}) {
      var response = api.get(path);
      assertThat(header(response, "X-Request-Id")).matches("[A-Za-z0-9._-]{1,64}");
      assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void shouldKeepAWellFormedRequestIdOnly_SEC_HTTP_7() {
    var kept = api.send(api.request("v1/diagrams").header("X-Request-Id", "order-4711._x"));
    var replaced = api.send(api.request("v1/diagrams").header("X-Request-Id", "a b"));
    assertThat(header(kept, "X-Request-Id")).isEqualTo("order-4711._x");
    assertThat(header(replaced, "X-Request-Id")).matches("[A-Za-z0-9._-]{1,64}");
  }

  @Test
  void shouldAnswer304WhileNothingChanged() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    String path = "v1/diagrams/" + diagram;
    String tag = header(api.get(path), "ETag");
    // when
    var unchanged = api.send(api.request(path).header("If-None-Match", tag));
    // then
    assertThat(tag).matches("\"[A-Za-z0-9_-]+\"");
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
    assertThat(header(unchanged, "ETag")).isEqualTo(tag);
  }

  @Test
  void shouldTagADiagramOverItsContentToo() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    String path = "v1/diagrams/" + diagram;
    var before = api.get(path);
    String changed = model("a01-basic-model.bpmn").replace("name=\"A\"", "name=\"AA\"");
    String body = Json.createObjectBuilder().add("content", changed).build().toString();
    // when
    var stale =
        api.send(
            api.request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"other\"")
                .PUT(BodyPublishers.ofString(body)));
    var current =
        api.send(
            api.request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", header(before, "ETag"))
                .PUT(BodyPublishers.ofString(body)));
    // then
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(json(stale).getString("message")).isEqualTo("Precondition failed");
    assertThat(current.statusCode()).as(current.body()).isEqualTo(200);
    assertThat(api.get(path).body()).isEqualTo(before.body());
    assertThat(header(api.get(path), "ETag")).isNotEqualTo(header(before, "ETag"));
  }

  @Test
  void shouldTagEachContentCodingForItself() {
    // given
    for (int i = 0; i < 3; i++) {
      deploy("a01-basic-model.bpmn");
    }
    String path = "v1/diagrams?status=all";
    // when
    var plain = api.get(path);
    var zipped = api.send(api.request(path).header("Accept-Encoding", "gzip").header("X-Any", "1"));
    // then
    assertThat(header(plain, "Content-Encoding")).isEmpty();
    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(zipped, "ETag")).isNotEqualTo(header(plain, "ETag")).endsWith("-gzip\"");
    assertThat(header(zipped, "Vary")).contains("Accept-Encoding");
  }

  @Test
  void shouldAnswerHeadLikeGetWithoutBody() {
    var get = api.get("v1/utils/roles");
    var head = api.send(api.request("v1/utils/roles").method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Type")).isEqualTo(header(get, "Content-Type"));
  }

  @ParameterizedTest
  @CsvSource({
    "v1/diagrams, 'GET, HEAD, OPTIONS, POST'",
    "v1/diagrams/1, 'DELETE, GET, HEAD, OPTIONS, PUT'",
    "v1/steps/1/complete, 'OPTIONS, PUT'",
    "v1/processes/1/process_vars, 'DELETE, GET, HEAD, OPTIONS, PUT'"
  })
  void shouldTellTheMethodsOfAPathToAnybody(String path, String methods) {
    var response =
        server
            .anonymous()
            .send(server.anonymous().request(path).method("OPTIONS", BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(header(response, "Allow")).isEqualTo(methods);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, v1/diagrams, 'GET, HEAD, OPTIONS, POST'",
    "PATCH, v1/diagrams/1, 'DELETE, GET, HEAD, OPTIONS, PUT'",
    "FOO, v1/steps/1/complete, 'OPTIONS, PUT'"
  })
  void shouldRefuseOtherMethods(String method, String path, String methods) {
    var response = api.send(api.request(path).method(method, BodyPublishers.noBody()));
    assertRefusal(response, 405, "{\"success\":false,\"message\":\"Method not allowed\"}");
    assertThat(header(response, "Allow")).isEqualTo(methods);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1/diagrams;a=b",
        "v1;a=b/diagrams",
        "v1//diagrams",
        "v1/./diagrams",
        "v1/x/../diagrams",
        "v1/%2e%2e/v1/diagrams",
        "v1/..;/v1/diagrams",
        "V1/diagrams",
        "v1/Diagrams",
        "v1/diagrams.json",
        "v1/diagrams%2f1",
        "v1/diagrams%252f1",
        "v1/",
        "v1",
        "WEB-INF%2fweb.xml"
      })
  void shouldLeadNowhereByTricks_SEC_HTTP_4(String path) throws IOException {
    String answer = raw("GET", path);
    assertThat(answer).startsWith("HTTP/1.1 404").contains("{\"success\":false,\"message\":");
  }

  /** WildFly refuses these itself, before any code of the application, with a body of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"WEB-INF/web.xml", "META-INF/MANIFEST.MF"})
  void shouldHideTheInnerFolders_SEC_HTTP_5(String path) throws IOException {
    assertThat(raw("GET", path)).startsWith("HTTP/1.1 404").doesNotContain("web-app");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1/diagrams/1%00", "v1/diagrams/a%5cb", "v1/diagrams/%c0%ae"})
  void shouldRefuseUnreadablePaths(String path) throws IOException {
    assertThat(raw("GET", path)).matches("(?s)HTTP/1.1 40[04].*");
  }

  @Test
  void shouldIgnoreATrailingSlash() {
    assertThat(api.get("v1/diagrams/").body()).isEqualTo(api.get("v1/diagrams").body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "text/html, image/*", "nonsense", "/"})
  void shouldRefuseToAnswerInOtherTypes(String accept) {
    assertRefusal(
        api.send(api.request("v1/diagrams").header("Accept", accept)),
        406,
        "{\"success\":false,\"message\":\"Not acceptable\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/json;q=0", "text/html, image/*", "nonsense", "/"})
  void shouldAskForTheRoleBeforeTheAcceptedType(String accept) {
    var write = "v1/processes/999999999/start";
    assertThat(accepting(server.anonymous(), accept, "GET", "v1/diagrams").statusCode())
        .isEqualTo(401);
    assertThat(accepting(server.anonymous(), accept, "PUT", write).statusCode()).isEqualTo(401);
    assertAnswer(
        accepting(server.apiWith(Role.WRITE), accept, "GET", "v1/diagrams"),
        emptyCollection("diagrams"));
    assertAnswer(
        accepting(server.apiWith(Role.READ), accept, "GET", "v1/utils/ping"),
        emptyCollection("utils/ping"));
    assertThat(accepting(api, accept, "GET", "v1/utils/ping").statusCode()).isEqualTo(406);
    assertThat(accepting(server.apiWith(Role.READ), accept, "PUT", write).statusCode())
        .isEqualTo(403);
    assertThat(accepting(server.apiWith(Role.WRITE), accept, "PUT", write).statusCode())
        .isEqualTo(406);
  }

  private static HttpResponse<String> accepting(
      ApiClient caller, String accept, String method, String path) {
    return caller.send(
        caller.request(path).header("Accept", accept).method(method, BodyPublishers.noBody()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "/", "application/json; charset", "text/plain"})
  void shouldAskForTheRoleBeforeTheContentType(String type) {
    String path = "v1/processes/999999999/terminate";
    assertThat(sending(server.anonymous(), type, path).statusCode()).isEqualTo(401);
    assertThat(sending(server.apiWith(Role.READ), type, path).statusCode()).isEqualTo(403);
    assertThat(sending(api, type, "v1/nothing").statusCode()).isEqualTo(404);
    assertThat(sending(api, type, path).statusCode())
        .isEqualTo(type.startsWith("application/json") ? 404 : 415);
  }

  private static HttpResponse<String> sending(ApiClient caller, String type, String path) {
    return caller.send(
        caller.request(path).header("Content-Type", type).PUT(BodyPublishers.ofString("{}")));
  }

  /** The API speaks one language. */
  @ParameterizedTest
  @ValueSource(strings = {"de", "*", "no such, language;;q", "-"})
  void shouldAnswerWhateverTheLanguage(String language) {
    var request =
        api.request("v1/utils/roles")
            .header("Accept-Language", language)
            .header("Content-Language", language);
    assertThat(api.send(request).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldKnowThePathHoweverItIsEncoded_SEC_HTTP_4() throws IOException {
    String answer = raw("GET", "%76%31/utils/roles");
    assertThat(answer).matches("(?s)HTTP/1.1 (200|404) .*");
  }

  @Test
  void shouldChangeNothingForACallerWhoDoesNotTakeTheAnswer() {
    long process = create(deploy("a01-basic-model.bpmn"));
    var path = "v1/processes/" + process;
    assertThat(accepting(api, "text/plain", "PUT", path + "/start").statusCode()).isEqualTo(406);
    assertThat(item(api.get(path)).getString("status")).isEqualTo("created");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "application/json", "application/*", "*/*"})
  void shouldExportToCallersWhoTakeXmlOrTheTypeOfTheApi(String accept) {
    var path = "v1/diagrams/" + deploy("a01-basic-model.bpmn") + "/export";
    var exported = accepting(api, accept, "GET", path);
    assertThat(exported.statusCode()).isEqualTo(200);
    assertThat(header(exported, "Content-Type")).startsWith("application/xml");
    assertThat(exported.body()).contains("<bpmn:definitions");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json;q=0", "text/xml"})
  void shouldNotExportToCallersWhoTakeNeither(String accept) {
    var path = "v1/diagrams/" + deploy("a01-basic-model.bpmn") + "/export";
    assertThat(accepting(api, accept, "GET", path).statusCode()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "application/json", "text/html, */*;q=0.1"})
  void shouldAnswerInJson(String accept) {
    assertThat(api.send(api.request("v1/diagrams").header("Accept", accept)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldNotUnpackRequests_SEC_HTTP_2() {
    var response =
        api.send(
            api.request("v1/steps/1/complete")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .PUT(BodyPublishers.ofByteArray(new byte[] {31, (byte) 139})));
    assertRefusal(response, 415, "{\"success\":false,\"message\":\"Unsupported media type\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "v1/diagrams?limit=0, limit",
    "v1/diagrams?limit=1001, limit",
    "v1/diagrams?offset=-1, offset",
    "v1/diagrams?order_by=secret, order_by",
    "v1/diagrams?total=many, total",
    "v1/processes?foo=1, foo",
    "v1/processes?status=odd, status",
    "v1/processes?after=xyz, after",
    "v1/steps?due_before=soon, due_before",
    "v1/processes/1/process_vars?scope=x, scope"
  })
  void shouldNameTheBadParameter(String path, String parameter) {
    assertRefusal(
        api.get(path),
        400,
        ("{\"success\":false,\"message\":\"Bad value\",\"item\":{\"errors\":[{\"type\":\"bad"
                + " value\",\"value\":\"%s\"}]}}")
            .formatted(parameter));
  }

  @Test
  void shouldPageForthAndBack() {
    // given
    String name = name("Paged");
    for (int version = 1; version <= 3; version++) {
      var body =
          Json.createObjectBuilder()
              .add("name", name)
              .add("version", Integer.toString(version))
              .add("content", model("a01-basic-model.bpmn"));
      assertThat(api.post("v1/diagrams", body.build().toString()).statusCode()).isEqualTo(201);
    }
    String query = "name=" + name.replace(" ", "%20") + "&status=all";
    // when
    var first = json(api.get("v1/diagrams?limit=2&" + query));
    var second = json(api.get(relative(first, "next")));
    // then
    assertThat(first.getBoolean("hasMore")).isTrue();
    assertThat(first.getInt("limit")).isEqualTo(2);
    assertThat(first.getInt("count")).isEqualTo(2);
    assertThat(first.keySet()).doesNotContain("total");
    assertThat(json(api.get("v1/diagrams?total=true&limit=2&" + query)).getInt("total"))
        .isEqualTo(3);
    assertThat(json(api.get("v1/diagrams?total=true&" + query)).getInt("total")).isEqualTo(3);
    assertThat(second.getInt("count")).isEqualTo(1);
    assertThat(second.getInt("offset")).isEqualTo(2);
    assertThat(second.getBoolean("hasMore")).isFalse();
    assertThat(json(api.get(relative(second, "prev"))).getJsonArray("items"))
        .isEqualTo(first.getJsonArray("items"));
  }

  private String relative(JsonObject page, String rel) {
    return page.getJsonArray("links").getValuesAs(JsonObject.class).stream()
        .filter(link -> link.getString("rel").equals(rel))
        .map(link -> link.getString("href").substring(server.base().toString().length() + 1))
        .findFirst()
        .orElseThrow();
  }

  /** A request whose path no client library tidies up. */
  private String raw(String method, String path) throws IOException {
    URI base = server.base();
    String token = "Authorization: " + json(api.get("v1/utils/ping")).getString("token") + "\r\n";
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      String request =
          "%s %s/%s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n%s\r\n"
              .formatted(method, base.getPath(), path, base.getHost(), base.getPort(), token);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
