package flows4ee.rest;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flows4ee.oauth.Role;
import flows4ee.server.ApiClient;
import flows4ee.server.ApiDescription;
import flows4ee.server.ApiDescription.Operation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Roles are enforced by the server for every operation of the description, independently of each
 * other.
 */
class RolesIT extends RestIT {

  private static final String NO_PRIVILEGE =
      "{\"success\":false,\"message\":\"Necessary privilege not granted\"}";
  private static final String TAKEOVER =
      "{\"step_key\":\"x\",\"reservation\":\"x\",\"force\":true}";
  private static final String UNAUTHORIZED = "{\"success\":false,\"message\":\"Unauthorized\"}";

  private static final List<Operation> OPERATIONS =
      ApiDescription.built().operations().stream().filter(o -> !o.roles().isEmpty()).toList();
  private static final Map<String, Set<Role>> TABLE = RoleTable.read();

  static Stream<Operation> operations() {
    return OPERATIONS.stream();
  }

  static Stream<Arguments> operationsAndRoles() {
    return OPERATIONS.stream()
        .flatMap(operation -> Stream.of(Role.values()).map(role -> arguments(operation, role)));
  }

  private static HttpResponse<String> call(ApiClient caller, Operation operation) {
    return call(caller, operation, "{}");
  }

  private static HttpResponse<String> call(ApiClient caller, Operation operation, String body) {
    String path =
        operation.path().replace("{message_name}", "none").replaceAll("\\{.*?}", "999999999");
    return call(caller, operation.method(), path, body);
  }

  private static HttpResponse<String> call(
      ApiClient caller, String method, String path, String body) {
    return caller.send(
        caller
            .request(path)
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  @Test
  void shouldBeDescribedAsInTheTableOfRoles() {
    Map<String, Set<Role>> described = new TreeMap<>();
    for (Operation operation : OPERATIONS) {
      described.put(
          operation.toString(),
          operation.roles().stream().map(name -> Role.ofName(name).orElseThrow()).collect(toSet()));
    }
    assertThat(described).isEqualTo(TABLE);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void shouldDescribeTheScopesOfItsRoles(Operation operation) {
    Set<String> scopes = new TreeSet<>();
    operation
        .node()
        .path("security")
        .forEach(any -> any.path("clientCredentials").forEach(scope -> scopes.add(scope.asText())));
    assertThat(scopes)
        .containsExactlyInAnyOrderElementsOf(
            TABLE.get(operation.toString()).stream().map(Role::privilege).toList());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void shouldDemandAToken(Operation operation) {
    var response = call(server.anonymous(), operation);
    assertRefusal(response, 401, UNAUTHORIZED);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"" + server.base() + "\"");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void shouldRefuseACallerWithoutRoles(Operation operation) {
    assertRefused(call(server.apiWithoutRoles(), operation), operation);
  }

  @ParameterizedTest
  @MethodSource("operationsAndRoles")
  void shouldServeTheNeededRoleAlone(Operation operation, Role role) {
    boolean isTakeover = operation.path().endsWith("/reserve") && role == Role.ADMIN;
    var response = call(server.apiWith(role), operation, isTakeover ? TAKEOVER : "{}");
    if (TABLE.get(operation.toString()).contains(role)) {
      assertServed(response, operation);
    } else {
      assertRefused(response, operation);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void shouldServeACallerWithAllRoles(Operation operation) {
    assertServed(call(api, operation), operation);
  }

  /** What a caller with the role gets for ids that do not exist and a body without attributes. */
  private static void assertServed(HttpResponse<String> response, Operation operation) {
    assertThat(response.statusCode()).as(response.body()).isIn(200, 400, 404);
    boolean isHidden =
        operation.method().equals("GET")
            && response.statusCode() == 200
            && response.headers().firstValue("ETag").isEmpty()
            && response.body().contains("\"items\":[]");
    assertThat(isHidden).as(response.body()).isFalse();
  }

  private void assertRefused(HttpResponse<String> response, Operation operation) {
    if (!operation.method().equals("GET")) {
      assertForbidden(response, operation);
    } else if (operation.path().endsWith("/export")) {
      assertRefusal(response, 404, "{\"success\":false,\"message\":\"Item not found\"}");
    } else if (operation.path().endsWith("/print_cgi")) {
      assertRefusal(response, 403, UNAUTHORIZED);
    } else {
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(json(response).getJsonArray("items")).isEmpty();
      assertThat(json(response).getInt("count")).isZero();
      assertThat(response.headers().firstValue("ETag")).isEmpty();
    }
  }

  private void assertForbidden(HttpResponse<String> response, Operation operation) {
    assertRefusal(response, 403, NO_PRIVILEGE);
    Role usual = TABLE.get(operation.toString()).iterator().next();
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .contains(
            "Bearer realm=\"%s\", error=\"insufficient_scope\", scope=\"%s\""
                .formatted(server.base(), usual.privilege()));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, v1/diagrams",
    "PUT, v1/steps/999999999/complete",
    "DELETE, v1/processes/999999999"
  })
  void shouldRefuseABadToken(String method, String path) {
    var response =
        call(server.anonymous().withToken("eyJhbGciOiJub25lIn0.e30."), method, path, "{}");
    assertRefusal(response, 401, UNAUTHORIZED);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .contains(
            ("Bearer realm=\"%s\", error=\"invalid_token\","
                    + " error_description=\"The access token is invalid\"")
                .formatted(server.base()));
  }

  @Test
  void shouldHideAnExportAsIfTheDiagramDidNotExist() {
    long diagram = deploy("a01-basic-model.bpmn");
    String body = "{\"success\":false,\"message\":\"Item not found\"}";
    assertRefusal(server.apiWith(Role.WRITE).get("v1/diagrams/" + diagram + "/export"), 404, body);
    assertRefusal(api.get("v1/diagrams/999999999/export"), 404, body);
  }

  @Test
  void shouldTellAWriterTheIdOfItsInstanceInTheHeaderOnly() {
    long diagram = deploy("a01-basic-model.bpmn");
    var created = server.apiWith(Role.WRITE).post("v1/diagrams/" + diagram + "/processes", "{}");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(json(created).getJsonArray("items")).isEmpty();
    assertThat(created.headers().firstValue("Location").orElse(""))
        .matches(server.base() + "/v1/processes/\\d+");
  }
}
