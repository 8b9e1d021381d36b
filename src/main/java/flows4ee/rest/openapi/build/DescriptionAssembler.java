package flows4ee.rest.openapi.build;

import flows4ee.rest.ApiApplication;
import flows4ee.rest.openapi.Exchange;
import io.swagger.v3.jaxrs2.ReaderListener;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.integration.api.OpenApiReader;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Completes what the reader of the annotations found; the build calls it. */
@OpenAPIDefinition
public final class DescriptionAssembler implements ReaderListener {

  @Override
  public void beforeScan(OpenApiReader reader, OpenAPI document) {
    // nothing is known yet
  }

  @Override
  public void afterScan(OpenApiReader reader, OpenAPI document) {
    WrittenParts written = WrittenParts.read();
    Map<String, Method> methods = methods();
    PathsFound found = new PathsFound(document.getPaths());
    written.addTo(document);
    found.operations(
        (path, httpMethod, operation) ->
            new OperationDescription(
                    path,
                    httpMethod,
                    operation,
                    methods.get(operation.getOperationId()),
                    written.query(operation.getOperationId()),
                    document.getComponents())
                .complete());
    document.setPaths(sorted(document.getPaths()));
  }

  private static Map<String, Method> methods() {
    Map<String, Method> methods = new HashMap<>();
    for (Class<?> resource : new ApiApplication().getClasses()) {
      for (Method method : resource.getMethods()) {
        if (method.isAnnotationPresent(Exchange.class)) {
          methods.put(
              method.getAnnotation(io.swagger.v3.oas.annotations.Operation.class).operationId(),
              method);
        }
      }
    }
    return methods;
  }

  private static Paths sorted(Paths paths) {
    Paths sorted = new Paths();
    new TreeMap<>(paths).forEach(sorted::addPathItem);
    return sorted;
  }

  /** The paths of the resources, before others join them. */
  private record PathsFound(Map<String, PathItem> paths) {

    private interface Visitor {
      void visit(String path, PathItem.HttpMethod httpMethod, Operation operation);
    }

    PathsFound {
      paths = new TreeMap<>(paths);
    }

    void operations(Visitor visitor) {
      paths.forEach(
          (path, item) ->
              item.readOperationsMap()
                  .forEach((method, operation) -> visitor.visit(path, method, operation)));
    }
  }
}
