package flows4ee.engine.walk;

/** Draws the characteristics of activities that run in rounds. */
final class Iterations {

  private Iterations() {}

  static String any(Plan plan) {
    return switch (plan.pick(3)) {
      case 0 -> multiInstance("", plan);
      case 1 -> multiInstance(" isSequential=\"true\"", plan);
      default -> loop(plan);
    };
  }

  private static String multiInstance(String attributes, Plan plan) {
    String input =
        Xml.typed(
            "inputCollection",
            "processVariableList",
            "ITEMS",
            "<apex:insideVariable>ITEM</apex:insideVariable>");
    String end = plan.chance(30) ? until("COMPLETED_INSTANCES", plan) : "";
    return "<bpmn:multiInstanceLoopCharacteristics"
        + attributes
        + ">"
        + Xml.extension(input + output() + end)
        + "</bpmn:multiInstanceLoopCharacteristics>";
  }

  private static String loop(Plan plan) {
    return "<bpmn:standardLoopCharacteristics>"
        + Xml.extension(output() + until("LOOP_COUNTER", plan))
        + "</bpmn:standardLoopCharacteristics>";
  }

  private static String output() {
    return Xml.typed(
        "outputCollection",
        "processVariableArray",
        "PICKED",
        "<apex:insideVariable>ITEM</apex:insideVariable>");
  }

  /** Until a counter is two; some conditions fail while the variable FAIL is Y. */
  private static String until(String counter, Plan plan) {
    String condition =
        plan.chance(70)
            ? ":F4A$" + counter + " >= 2"
            : ":F4A$" + counter + " >= case when :F4A$FAIL = 'Y' then 1 / 0 else 2 end";
    return Xml.typed("completionCondition", "plsqlExpression", condition.replace(">", "&gt;"), "");
  }
}
