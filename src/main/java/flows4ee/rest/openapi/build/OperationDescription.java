package flows4ee.rest.openapi.build;

import flows4ee.oauth.Role;
import flows4ee.rest.guard.Idempotent;
import flows4ee.rest.openapi.Exchange;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Completes one operation: parameters, body, answers, refusals, roles.
 *
 * @param path as in the document
 * @param query its own query parameters
 */
record OperationDescription(
    String path,
    HttpMethod httpMethod,
    Operation operation,
    Method method,
    List<Parameter> query,
    Components components) {

  private static final String SECURITY_SCHEME = "clientCredentials";
  private static final Map<Integer, String> REFUSALS =
      Map.ofEntries(
          Map.entry(304, "NotModified"),
          Map.entry(400, "BadRequest"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "NotFound"),
          Map.entry(406, "NotAcceptable"),
          Map.entry(409, "Conflict"),
          Map.entry(412, "PreconditionFailed"),
          Map.entry(413, "TooLarge"),
          Map.entry(415, "UnsupportedMediaType"),
          Map.entry(422, "KeyReused"),
          Map.entry(429, "TooManyRequests"),
          Map.entry(500, "InternalError"),
          Map.entry(503, "Unavailable"));
  private static final List<Integer> OF_ALL = List.of(400, 401, 406, 429, 500, 503);
  private static final List<Integer> OF_CHANGES = List.of(403, 409, 413, 415, 422);

  void complete() {
    Exchange exchange = exchange();
    CollectionSchemas.add(exchange.gives(), components.getSchemas());
    operation.setParameters(parameters(exchange));
    operation.setRequestBody(exchange.takes().isEmpty() ? null : body(exchange.takes()));
    operation.setResponses(responses(exchange));
    addRoles(exchange);
  }

  private Exchange exchange() {
    return method.getAnnotation(Exchange.class);
  }

  private boolean isRead() {
    return httpMethod == HttpMethod.GET;
  }

  private boolean isTagged() {
    return isRead() && !path.startsWith("/utils/");
  }

  private boolean isSchema(String name) {
    return components.getSchemas().containsKey(name);
  }

  private boolean hasRepresentation() {
    Schema<?> answer = components.getSchemas().get(exchange().gives());
    return answer != null
        && answer.getProperties() != null
        && answer.getProperties().containsKey("item");
  }

  private boolean isIdempotent() {
    return !isRead() && method.getDeclaringClass().isAnnotationPresent(Idempotent.class);
  }

  private List<Parameter> parameters(Exchange exchange) {
    List<Parameter> parameters = new ArrayList<>();
    for (String segment : path.split("/")) {
      if (segment.startsWith("{")) {
        parameters.add(reference(segment.substring(1, segment.length() - 1)));
      }
    }
    parameters.addAll(query);
    paging(exchange.pages()).forEach(name -> parameters.add(reference(name)));
    headers(exchange).forEach(name -> parameters.add(reference(name)));
    return parameters;
  }

  private static List<String> paging(Exchange.Pages pages) {
    return switch (pages) {
      case NONE -> List.of();
      case ON_DEMAND -> List.of("limit", "offset");
      case ALWAYS -> List.of("page_limit", "offset", "after", "total");
    };
  }

  private List<String> headers(Exchange exchange) {
    List<String> names = new ArrayList<>();
    if (isTagged()) {
      names.add("If-None-Match");
    }
    if (Arrays.stream(exchange.refusals()).anyMatch(status -> status == 412)) {
      names.add("If-Match");
    }
    if (hasRepresentation()) {
      names.add("Prefer");
    }
    if (isIdempotent()) {
      names.add("Idempotency-Key");
    }
    names.add("X-Request-Id");
    return names;
  }

  private RequestBody body(String name) {
    if (components.getRequestBodies().containsKey(name)) {
      return new RequestBody().$ref(name);
    }
    Schema<?> schema = components.getSchemas().get(name);
    boolean isRequired = schema.getRequired() != null || schema.getOneOf() != null;
    return new RequestBody()
        .description(schema.getDescription())
        .required(isRequired)
        .content(json(name));
  }

  private ApiResponses responses(Exchange exchange) {
    ApiResponses responses = new ApiResponses();
    Arrays.stream(exchange.status())
        .sorted()
        .forEach(status -> responses.addApiResponse("" + status, success(status, exchange)));
    for (int status : refusals(exchange)) {
      responses.addApiResponse("" + status, new ApiResponse().$ref(REFUSALS.get(status)));
    }
    return responses;
  }

  private TreeSet<Integer> refusals(Exchange exchange) {
    TreeSet<Integer> statuses = new TreeSet<>(OF_ALL);
    if (isTagged()) {
      statuses.add(304);
    }
    if (!isRead()) {
      statuses.addAll(OF_CHANGES);
    }
    if (path.contains("{")) {
      statuses.add(404);
    }
    Arrays.stream(exchange.refusals()).forEach(statuses::add);
    return statuses;
  }

  private ApiResponse success(int status, Exchange exchange) {
    String name = exchange.gives();
    if (!isSchema(name)) {
      return new ApiResponse().$ref(name);
    }
    ApiResponse response =
        new ApiResponse()
            .description(components.getSchemas().get(name).getDescription())
            .content(json(name));
    response.addHeaderObject("X-Request-Id", new Header().$ref("X-Request-Id"));
    answerHeaders(status)
        .forEach(header -> response.addHeaderObject(header, new Header().$ref(header)));
    return response;
  }

  private List<String> answerHeaders(int status) {
    List<String> names = new ArrayList<>();
    if (isTagged()) {
      names.add("ETag");
    }
    if (status == 201) {
      names.addAll(List.of("Location", "Content-Location"));
    }
    if (hasRepresentation()) {
      names.add("Preference-Applied");
    }
    if (isIdempotent()) {
      names.add("Idempotency-Replayed");
    }
    return names;
  }

  private static Content json(String schema) {
    return new Content()
        .addMediaType("application/json", new MediaType().schema(new Schema<>().$ref(schema)));
  }

  private static Parameter reference(String name) {
    return new Parameter().$ref(name);
  }

  /** Any of the roles suffices. */
  private void addRoles(Exchange exchange) {
    List<String> roles =
        List.of(
            exchange.roles().length > 0
                ? exchange.roles()
                : method.getAnnotation(RolesAllowed.class).value());
    operation.addExtension("x-required-roles", roles);
    operation.setSecurity(
        roles.stream()
            .map(name -> Role.ofName(name).orElseThrow().privilege())
            .map(scope -> new SecurityRequirement().addList(SECURITY_SCHEME, scope))
            .toList());
  }
}
