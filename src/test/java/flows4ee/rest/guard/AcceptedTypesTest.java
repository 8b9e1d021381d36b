package flows4ee.rest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTypesTest {

  private static boolean takesJson(String header) {
    return AcceptedTypes.of(header).include(MediaType.APPLICATION_JSON_TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/*",
        "application/json",
        "APPLICATION/Json;charset=utf-8",
        "text/html, */*;q=0.1",
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
        "nonsense, application/json;q=0.5",
        "*/*;q=0, application/json"
      })
  void shouldIncludeJson(String header) {
    assertThat(takesJson(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml, text/*",
        "application/json;q=0",
        "application/json;q=0, */*",
        "*/*;q=0.0",
        "nonsense"
      })
  void shouldNotIncludeJson(String header) {
    assertThat(takesJson(header)).isFalse();
  }

  @Test
  void shouldIncludeEveryTypeWithoutTheHeader() {
    assertThat(takesJson(null)).isTrue();
    assertThat(takesJson(" ")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain|text/plain;q=1.0, */*;q=0.001",
        "text/html;level=1;q=0.5, application/json;q=0|text/html;q=0.5, */*;q=0.001",
        "nonsense|*/*;q=0.001"
      })
  void shouldAddEveryOtherTypeAsLastChoice(String header, String widened) {
    assertThat(AcceptedTypes.of(header).withAnyType()).isEqualTo(widened);
  }
}
