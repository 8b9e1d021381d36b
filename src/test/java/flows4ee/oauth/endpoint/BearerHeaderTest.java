package flows4ee.oauth.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.endpoint.BearerHeader.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerHeaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer abc.d-e_f~+/==", "bearer abc.d-e_f~+/==", "BEARER  abc.d-e_f~+/=="})
  void shouldTakeTheSchemeInAnyCase_SEC_JWT_18(String header) {
    assertThat(BearerHeader.of(List.of(header)).token()).contains("abc.d-e_f~+/==");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer", "Bearer ", "Bearer a b", "Bearer a,b", "Bearer a,Bearer b", "Bearer é"})
  void shouldFindNoTokenInMalformedHeaders_SEC_JWT_18(String header) {
    BearerHeader read = BearerHeader.of(List.of(header));
    assertThat(read.kind()).isEqualTo(Kind.BEARER);
    assertThat(read.token()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic abc", "Bearerabc", "", "Token abc"})
  void shouldTellOtherSchemesApart(String header) {
    assertThat(BearerHeader.of(List.of(header)).kind()).isEqualTo(Kind.OTHER_SCHEME);
  }

  @Test
  void shouldRefuseSeveralAndOversizedHeaders_SEC_JWT_16_SEC_JWT_18() {
    assertThat(BearerHeader.of(List.of("Bearer a", "Bearer a")).kind()).isEqualTo(Kind.SEVERAL);
    assertThat(BearerHeader.of(List.of("Bearer " + "a".repeat(8192))).kind())
        .isEqualTo(Kind.TOO_LARGE);
  }
}
