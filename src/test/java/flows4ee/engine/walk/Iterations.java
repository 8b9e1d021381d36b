package flows4ee.engine.walk;

/** Draws the characteristics of activities that run in rounds. */
final class Iterations {

  private Iterations() {}

  static String any(Plan plan) {
    return switch (plan.pick(3)) {
      case 0 -> multiInstance("", plan);
      case 1 -> multiInstance(" isSequential=\"true\"", plan);
      default -> loop();
    };
  }

  private static String multiInstance(String attributes, Plan plan) {
    String input =
        Xml.typed(
            "inputCollection",
            "processVariableList",
            "ITEMS",
            "<apex:insideVariable>ITEM</apex:insideVariable>");
    String end = plan.chance(30) ? until(":F4A$COMPLETED_INSTANCES >= 2") : "";
    return "<bpmn:multiInstanceLoopCharacteristics"
        + attributes
        + ">"
        + Xml.extension(input + output() + end)
        + "</bpmn:multiInstanceLoopCharacteristics>";
  }

  private static String loop() {
    return "<bpmn:standardLoopCharacteristics>"
        + Xml.extension(output() + until(":F4A$LOOP_COUNTER >= 2"))
        + "</bpmn:standardLoopCharacteristics>";
  }

  private static String output() {
    return Xml.typed(
        "outputCollection",
        "processVariableArray",
        "PICKED",
        "<apex:insideVariable>ITEM</apex:insideVariable>");
  }

  private static String until(String condition) {
    return Xml.typed("completionCondition", "plsqlExpression", condition.replace(">", "&gt;"), "");
  }
}
