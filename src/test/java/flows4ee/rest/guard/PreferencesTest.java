package flows4ee.rest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return=representation",
        "RETURN = representation",
        "return=\"representation\"",
        "return=\"repre\\sentation\"",
        "respond-async, return=representation",
        "return=representation;depth=1, wait=10",
        "foo=\"a, \\\", return=minimal\";bar,return=representation",
        ",, return=representation",
        "return=representation, return=minimal"
      })
  void shouldFindWhatIsPreferred(String header) {
    assertThat(Preferences.find(header, "return")).contains("representation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",;=",
        "respond-async",
        "noreturn=representation",
        "foo=\"return=representation\"",
        "foo=\"x, return=representation",
        "foo;return=representation"
      })
  void shouldFindNothingElsewhere(String header) {
    assertThat(Preferences.find(header, "return")).isEmpty();
  }

  @Test
  void shouldTakeTheFirstOfAName() {
    assertThat(Preferences.find("return=minimal, return=representation", "return"))
        .contains("minimal");
  }

  @Test
  void shouldKeepWhatIsNoQuotedText() {
    assertThat(Preferences.find("return", "return")).contains("");
    assertThat(Preferences.find("return=\"", "return")).contains("\"");
    assertThat(Preferences.find("return=\"\"", "return")).contains("");
    assertThat(Preferences.find("return=representation2", "return")).contains("representation2");
  }
}
