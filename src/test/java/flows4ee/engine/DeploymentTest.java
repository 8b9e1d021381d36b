package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import flows4ee.engine.model.ModelProblem;
import flows4ee.engine.state.DiagramStatus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeploymentTest {

  private static final String SEQUENCE =
      Bpmn.process(nodes("startEvent:S task:A endEvent:E") + flows("S>A A>E"));

  private final EngineFixture engine = new EngineFixture();

  private static DiagramChange status(DiagramStatus status) {
    return new DiagramChange(
        Optional.of(status),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void shouldNameTextsThatDoNotCompileAndDiagramsThatAreMissing() {
    // when
    var deployed =
        engine.deploy(
            "test",
            Bpmn.process(
                nodes("startEvent:S endEvent:E")
                    + "<bpmn:scriptTask id=\"A\" apex:type=\"executePlsql\">"
                    + "<bpmn:extensionElements><apex:executePlsql><apex:plsqlCode>begin while"
                    + "</apex:plsqlCode></apex:executePlsql></bpmn:extensionElements>"
                    + "</bpmn:scriptTask>"
                    + "<bpmn:callActivity id=\"C\" apex:calledDiagram=\"nowhere\"/>"
                    + flows("S>A A>C C>E")),
            false);
    // then
    assertThat(deployed.warnings())
        .extracting(problem -> problem.elementId().orElse(""), ModelProblem::type)
        .containsExactly(
            tuple("A", ModelProblem.BPMN_WARNING), tuple("C", ModelProblem.BPMN_WARNING));
  }

  @Test
  void shouldRefuseADiagramThatIsWrongAndStoreNothing() {
    // then
    assertThatThrownBy(
            () ->
                engine.deploy(
                    "test", Bpmn.process(nodes("startEvent:S") + flows("S>NOWHERE")), false))
        .isInstanceOfSatisfying(
            ModelRefusedException.class, refused -> assertThat(refused.problems()).isNotEmpty());
    assertThat(engine.database.tables.diagrams).isEmpty();
  }

  @Test
  void shouldDeprecateTheFormerReleaseOfTheSameName() {
    // given
    long first = engine.deploy("orders", SEQUENCE, true).diagram().id();
    // when
    long second =
        engine
            .engine()
            .deploy(
                new Deployment(
                    Optional.of("orders"),
                    "1",
                    Optional.empty(),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    SEQUENCE.getBytes(StandardCharsets.UTF_8),
                    false,
                    false),
                EngineFixture.TESTER)
            .diagram()
            .id();
    // then
    var diagrams = engine.database.tables.diagrams;
    assertThat(diagrams.get(first).status()).isEqualTo(DiagramStatus.DEPRECATED);
    assertThat(diagrams.get(second).status()).isEqualTo(DiagramStatus.RELEASED);
    assertThat(Instance.refusal(() -> engine.create(first))).isEqualTo("diagram-not-startable");
  }

  @Test
  void shouldRefuseToArchiveADiagramInUse() {
    // given
    long diagram = engine.deploy("orders", SEQUENCE, false).diagram().id();
    var process = engine.start(diagram);
    // then
    assertThat(
            Instance.refusal(
                () ->
                    engine
                        .engine()
                        .updateDiagram(
                            diagram, status(DiagramStatus.ARCHIVED), EngineFixture.TESTER)))
        .isEqualTo("diagram-archive-has-instances");
    // when
    process.complete("A");
    engine.engine().updateDiagram(diagram, status(DiagramStatus.ARCHIVED), EngineFixture.TESTER);
    // then
    assertThat(engine.database.tables.diagrams.get(diagram).status())
        .isEqualTo(DiagramStatus.ARCHIVED);
  }

  @Test
  void shouldDeleteADiagramWithItsInstancesOnlyWhenAskedTo() {
    // given
    long diagram = engine.deploy("orders", SEQUENCE, false).diagram().id();
    var process = engine.start(diagram);
    assertThat(
            Instance.refusal(
                () -> engine.engine().deleteDiagram(diagram, false, EngineFixture.TESTER)))
        .isEqualTo("diagram-has-instances");
    // when
    engine.engine().deleteDiagram(diagram, true, EngineFixture.TESTER);
    // then
    assertThat(engine.database.tables.diagrams).isEmpty();
    assertThat(process.row()).isNull();
  }
}
