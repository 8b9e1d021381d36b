package flows4ee.engine.parser;

import flows4ee.engine.model.Condition;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.Iteration;
import flows4ee.engine.model.Iteration.InputCollection;
import flows4ee.engine.model.Iteration.Kind;
import flows4ee.engine.model.Iteration.OutputCollection;
import java.util.Optional;

/** Reads {@code multiInstanceLoopCharacteristics} and {@code standardLoopCharacteristics}. */
final class IterationParser {

  private final Problems problems;

  IterationParser(Problems problems) {
    this.problems = problems;
  }

  /** The iteration of an activity; one that lacks what it needs is warned of and kept. */
  Optional<Iteration> parse(XmlElement activity) {
    var multiInstance =
        activity
            .bpmnChild("multiInstanceLoopCharacteristics")
            .map(xml -> iteration(activity, xml, multiInstanceKind(xml)));
    return multiInstance.or(
        () ->
            activity
                .bpmnChild("standardLoopCharacteristics")
                .map(xml -> iteration(activity, xml, Kind.LOOP)));
  }

  private static Kind multiInstanceKind(XmlElement xml) {
    var sequential = xml.attribute("isSequential").map(String::strip);
    return sequential.filter(text -> text.equals("true") || text.equals("1")).isPresent()
        ? Kind.SEQUENTIAL
        : Kind.PARALLEL;
  }

  private Iteration iteration(XmlElement activity, XmlElement xml, Kind kind) {
    var extensions = Extensions.of(xml);
    var iteration =
        new Iteration(
            kind,
            extensions
                .apexChild("inputCollection")
                .filter(collection -> kind != Kind.LOOP)
                .flatMap(collection -> input(activity, collection)),
            extensions.apexChild("outputCollection").flatMap(IterationParser::output),
            extensions.apexChild("completionCondition").flatMap(IterationParser::condition),
            extensions.apexText("description"));
    warnOfMissing(activity, iteration);
    return iteration;
  }

  private void warnOfMissing(XmlElement activity, Iteration iteration) {
    if (iteration.kind() != Kind.LOOP && iteration.input().isEmpty()) {
      problems.warn(ProblemText.ITERATION_INPUT_MISSING, activity);
    }
    if (iteration.kind() == Kind.LOOP && iteration.completionCondition().isEmpty()) {
      problems.warn(ProblemText.ITERATION_CONDITION_MISSING, activity);
    }
  }

  private Optional<InputCollection> input(XmlElement activity, XmlElement xml) {
    var literal = xml.apexWord("expressionType").orElse("(none)");
    var type = ExpressionType.of(literal);
    if (type == ExpressionType.UNKNOWN) {
      problems.warn(ProblemText.SETTING_TYPE, activity, literal, xml.name());
    }
    return xml.apexText("expression")
        .map(text -> new InputCollection(type, text, xml.apexWord("insideVariable")));
  }

  private static Optional<OutputCollection> output(XmlElement xml) {
    return xml.apexWord("expression")
        .map(variable -> new OutputCollection(variable, xml.apexWord("insideVariable")));
  }

  private static Optional<Condition> condition(XmlElement xml) {
    return xml.apexText("expression")
        .filter(text -> !text.isBlank())
        .map(text -> new Condition(xml.apexWord("expressionType").orElse(""), text));
  }
}
