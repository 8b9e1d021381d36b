package flows4ee.engine.parser;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.Location;
import flows4ee.engine.model.ModelProblem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be a diagram is refused, with every problem and its place. */
class DiagramRefusalTest {

  @Test
  void shouldNameElementAndPlaceOfAProblem() {
    // given
    String xml =
        Bpmn.process(
            """
              <bpmn:exclusiveGateway id="G" default="NOWHERE"/>""");
    // when
    var refused = Bpmn.refusal(xml);
    // then
    assertThat(refused.problems())
        .containsExactly(
            new ModelProblem(
                "bpmn error",
                "The default flow NOWHERE is no sequence flow of this diagram.",
                Optional.of("G"),
                Optional.of("bpmn:exclusiveGateway"),
                new Location(7, 1)));
    assertThat(refused).hasMessage("The default flow NOWHERE is no sequence flow of this diagram.");
  }

  @Test
  void shouldListAllProblemsInTheOrderOfTheText() {
    String xml =
        Bpmn.process(
            """
            <bpmn:sequenceFlow id="F1" sourceRef="A" targetRef="NONE"/>
            <bpmn:task id="A"/>
            <bpmn:task id="A"/>
            <bpmn:task/>
            <bpmn:boundaryEvent id="B" attachedToRef="GONE"/>
            <bpmn:boundaryEvent id="B2"/>
            <bpmn:sequenceFlow id="F2"/>
            <bpmn:sequenceFlow id="F3" sourceRef="P" targetRef="F1"/>""");
    assertThat(Bpmn.errors(xml))
        .containsExactly(
            "F1: The targetRef NONE is no flow node of this diagram.",
            "A: The id A is used more than once.",
            "-: The element has no id.",
            "B: The attachedToRef GONE is no flow node of this diagram.",
            "B2: The boundary event has no attachedToRef.",
            "F2: The sequence flow has no sourceRef.",
            "F2: The sequence flow has no targetRef.",
            "F3: The sourceRef P is no flow node of this diagram.",
            "F3: The targetRef F1 is no flow node of this diagram.");
  }

  @Test
  void shouldRefuseTwoDefaultFlows() {
    String xml =
        Bpmn.process(
            """
            <bpmn:inclusiveGateway id="G" default="F1 F2"/>
            <bpmn:task id="A"/>
            <bpmn:sequenceFlow id="F1" sourceRef="G" targetRef="A"/>
            <bpmn:sequenceFlow id="F2" sourceRef="G" targetRef="A"/>""");
    assertThat(Bpmn.errors(xml)).containsExactly("G: The element has more than one default flow.");
  }

  @Test
  void shouldRefuseIdsUsedTwiceWhateverTheyName_SEC_XML_6() {
    String xml =
        Bpmn.definitions(
            """
            <bpmn:collaboration id="C"><bpmn:participant id="T" processRef="P"/></bpmn:collaboration>
            <bpmn:process id="P">
              <bpmn:laneSet id="LS"><bpmn:lane id="P"/><bpmn:lane/></bpmn:laneSet>
              <bpmn:subProcess id="SP"><bpmn:task id="T"/></bpmn:subProcess>
              <bpmn:textAnnotation id="SP"/>
            </bpmn:process>
            <bpmn:process id="C"/>
            """);
    assertThat(Bpmn.errors(xml))
        .containsExactly(
            "P: The id P is used more than once.",
            "-: The element has no id.",
            "T: The id T is used more than once.",
            "SP: The id SP is used more than once.",
            "C: The id C is used more than once.");
  }

  @Test
  void shouldRefuseIdsAndNamesThatAreTooLong() {
    String xml =
        Bpmn.process(
            "<bpmn:task id='%s'/><bpmn:task id='%s'/><bpmn:task id='N' name='%s'/>"
                .formatted("a".repeat(50), "b".repeat(51), "n".repeat(201)));
    assertThat(Bpmn.errors(xml))
        .containsExactly(
            "b".repeat(51) + ": The id is longer than 50 characters.",
            "N: The name is longer than 200 characters.");
  }

  @Test
  void shouldRefuseVariablesWithoutNameOrBeyondTheLimits() {
    String variable = "<apex:processVariable>%s</apex:processVariable>";
    String xml =
        Bpmn.around(
            """
            <bpmn:task id="X"><bpmn:extensionElements><apex:beforeTask>%s%s%s</apex:beforeTask>
            </bpmn:extensionElements></bpmn:task>"""
                .formatted(
                    variable.formatted(""),
                    variable.formatted("<apex:varName>" + "v".repeat(51) + "</apex:varName>"),
                    variable.formatted(
                        "<apex:varName>V</apex:varName><apex:varExpression>"
                            + "x".repeat(4001)
                            + "</apex:varExpression>")));
    assertThat(Bpmn.errors(xml))
        .containsExactly(
            "X: A variable expression in beforeTask has no variable name.",
            "X: The variable name "
                + "v".repeat(51)
                + " in beforeTask is longer than 50 characters.",
            "X: The expression of variable V in beforeTask is longer than 4000 characters.");
  }

  @Test
  void shouldRefuseAnotherNamespaceOrRoot() {
    String plain = "<definitions xmlns='urn:other'><process id='P'/></definitions>";
    assertThat(Bpmn.errors(plain))
        .containsExactly(
            "-: The root element must be definitions of the BPMN 2.0 namespace"
                + " http://www.omg.org/spec/BPMN/20100524/MODEL.");
    String process = "<process xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' id='P'/>";
    assertThat(Bpmn.errors(process)).hasSize(1);
  }

  @Test
  void shouldShortenWhatItQuotesAndKeepItOnOneLine() {
    String reference = "x".repeat(300) + "&#10;y";
    var refused =
        Bpmn.refusal(
            Bpmn.process(
                "<bpmn:task id='A'/><bpmn:sequenceFlow id='F' sourceRef='A' targetRef='"
                    + reference
                    + "'/>"));
    assertThat(refused.problems().get(0).value()).hasSizeLessThan(160).doesNotContain("\n");
  }

  @Test
  void shouldListAThousandProblemsAndCountTheRest() {
    String xml = Bpmn.process("<bpmn:task/>".repeat(1500));
    var problems = Bpmn.refusal(xml).problems();
    assertThat(problems).hasSize(1001);
    assertThat(problems.get(1000).value()).isEqualTo("500 more problems are not listed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "text",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a b='1' b='2'/>",
        "<x:a/>",
        "<a>&undefined;</a>",
        "<a b='&undefined;'/>",
        "<a>&#0;</a>",
        "<a>\u0001</a>",
        "<a>]]></a>",
        "<a b='<'/>",
        "<a/>trailing",
        " <?xml version='1.0'?><a/>",
        "<a><![CDATA[open</a>",
        "<a><!-- open</a>"
      })
  void shouldRefuseMalformedXmlInItsOwnWords(String xml) {
    assertThat(Bpmn.refusal(xml).problems())
        .extracting(ModelProblem::value)
        .containsExactly("The text is not well-formed XML.");
  }

  @Test
  void shouldNameTheOpenElementOfMalformedXml() {
    String xml = Bpmn.process("<bpmn:task id=\"A\"><oops></bpmn:task>");
    assertThat(Bpmn.refusal(xml).problems())
        .containsExactly(
            new ModelProblem(
                "bpmn error",
                "The text is not well-formed XML.",
                Optional.empty(),
                Optional.of("oops"),
                new Location(7, 27)));
  }
}
