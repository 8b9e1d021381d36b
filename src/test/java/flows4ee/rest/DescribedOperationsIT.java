package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.ApiDescription;
import flows4ee.server.ApiDescription.Operation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the description is there and serves a caller who does it right. */
class DescribedOperationsIT {

  static Stream<Operation> operations() {
    return ApiDescription.built().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void shouldBeServed(Operation operation) {
    assertThat(ApiTour.calls().statuses(operation))
        .as(operation.id())
        .anySatisfy(status -> assertThat(status).isBetween(200, 299));
  }
}
