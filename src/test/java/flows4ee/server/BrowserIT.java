package flows4ee.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.junit.jupiter.api.Test;

/** What the tests of pages rely on: that nothing goes wrong in the browser unseen. */
class BrowserIT {

  @Test
  void shouldNoticeWhatGoesWrongOnAPage() {
    // given
    var input =
        Json.createObjectBuilder().add("base", TestServer.current().base().toString()).build();
    // when
    var visit = Browser.visit("browser-problems.mjs", input);
    // then
    assertThat(visit.seen().getBoolean("ran")).as("an inline script has run").isFalse();
    assertThat(visit.problems())
        .anyMatch(problem -> problem.startsWith("console: written on purpose"))
        .anyMatch(problem -> problem.startsWith("page: Error: thrown on purpose"))
        .anyMatch(problem -> problem.matches("status: 404 GET .*/console/no-such-file"))
        .anyMatch(problem -> problem.matches("policy: script-src\\S* inline"));
  }
}
