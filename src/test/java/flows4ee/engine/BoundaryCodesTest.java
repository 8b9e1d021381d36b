package flows4ee.engine;

import static flows4ee.engine.Bpmn.boundary;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which boundary event catches an error or escalation, by its kind and code. */
class BoundaryCodesTest {

  private static final String ANY = "any";

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @ParameterizedTest(name = "{0} {1}, caught for {2} or {3}: at {4}")
  @CsvSource(
      textBlock =
          """
          # thrown,          first, second, at
          error,      LATE,  LATE,  LOST,   1
          error,      LOST,  LATE,  LOST,   2
          error,      LATE,  any,   LATE,   2
          error,      OTHER, any,   LATE,   1
          error,      any,   LATE,  any,    2
          error,      OTHER, LATE,  LOST,   0
          escalation, LATE,  LATE,  LOST,   1
          escalation, LOST,  LATE,  LOST,   2
          escalation, LATE,  any,   LATE,   2
          escalation, OTHER, any,   LATE,   1
          escalation, any,   LATE,  any,    2
          """)
  void shouldPreferTheExactCode(String kind, String thrown, String first, String second, int at) {
    // given
    var process = start(kind, thrown, kind, first, kind, second);
    // when
    process.complete("A1");
    // then
    assertThat(process.steps()).containsExactly("T" + at + " running");
    assertThat(process.errorKeys()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"error, 1", "escalation, 2"})
  void shouldLeaveTheOtherKindAlone(String kind, int at) {
    // given
    var process = start(kind, ANY, "error", ANY, "escalation", ANY);
    // when
    process.complete("A1");
    // then
    assertThat(process.steps()).containsExactly("T" + at + " running");
  }

  @ParameterizedTest
  @CsvSource({"error, 2, LATE", "escalation, 1, LATE"})
  void shouldCatchWhatHasNoCodeByTheOnlyCatcherOfItsKind(String kind, int at, String code) {
    // given
    var process = start(kind, ANY, "escalation", code, "error", code);
    // when
    process.complete("A1");
    // then
    assertThat(process.steps()).containsExactly("T" + at + " running");
  }

  @Test
  void shouldFailTheThrowerWhenNoCatcherHasTheCodeOfTheEscalation() {
    // given
    var process = start("escalation", "OTHER", "escalation", "LATE", "escalation", "LOST");
    // when
    process.complete("A1");
    // then
    assertThat(process.steps()).containsExactly("P1 in subprocess", "X1 error");
    assertThat(process.errorKeys()).containsExactly("boundary-event-no-catch-found");
  }

  @ParameterizedTest
  @CsvSource({
    "error, LATE, LATE, LATE",
    "error, LATE, any, any",
    "error, any, LATE, LOST",
    "escalation, LATE, LATE, LATE",
    "escalation, any, any, any"
  })
  void shouldFailTheThrowerWhenTwoCatchersAreEquallyGood(
      String kind, String thrown, String first, String second) {
    // given
    var process = start(kind, thrown, kind, first, kind, second);
    // when
    process.complete("A1");
    // then
    assertThat(process.steps()).containsExactly("P1 in subprocess", "X1 error");
    assertThat(process.errorKeys()).containsExactly("boundary-event-too-many");
  }

  /**
   * A sub-process that throws after its task {@code A1}: to task {@code T1} or {@code T2} when it
   * is caught by the first or second event, to {@code T0} when it ends normally.
   */
  private Instance start(
      String kind, String thrown, String kind1, String caught1, String kind2, String caught2) {
    String elements =
        nodes("startEvent:S task:T0 task:T1 task:T2 endEvent:E")
            + "<bpmn:subProcess id=\"P1\">"
            + nodes("startEvent:S1 task:A1")
            + "<bpmn:endEvent id=\"X1\">%s</bpmn:endEvent>".formatted(definition(kind, thrown))
            + flows("S1>A1 A1>X1")
            + "</bpmn:subProcess>"
            + boundary("C1", "P1", true, definition(kind1, caught1))
            + boundary("C2", "P1", true, definition(kind2, caught2))
            + flows("S>P1 P1>T0 C1>T1 C2>T2 T0>E T1>E T2>E");
    return engine.start(engine.deploy("codes", withCodes(elements), false).diagram().id());
  }

  private static String definition(String kind, String code) {
    return code.equals(ANY)
        ? "<bpmn:%sEventDefinition/>".formatted(kind)
        : "<bpmn:%1$sEventDefinition %1$sRef=\"%1$s_%2$s\"/>".formatted(kind, code);
  }

  private static String withCodes(String elements) {
    var roots = new StringBuilder();
    for (String kind : new String[] {"error", "escalation"}) {
      for (String code : new String[] {"LATE", "LOST", "OTHER"}) {
        roots.append("<bpmn:%1$s id=\"%1$s_%2$s\" %1$sCode=\"%2$s\"/>".formatted(kind, code));
      }
    }
    return Bpmn.process(elements).replace("</bpmn:definitions>", roots + "</bpmn:definitions>");
  }
}
