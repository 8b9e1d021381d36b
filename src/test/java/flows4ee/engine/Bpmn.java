package flows4ee.engine;

/** Short texts of BPMN models for tests. */
public final class Bpmn {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:apex="https://flowsforapex.org" xmlns:f4ee="urn:flows4ee:bpmn"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D"
          exporter="Flows for APEX" exporterVersion="25.1">
      """;

  private Bpmn() {}

  /** A diagram with one callable process {@code P}. */
  public static String process(String elements) {
    return HEAD
        + "<bpmn:process id=\"P\" name=\"Test\" apex:isCallable=\"true\">"
        + elements
        + "</bpmn:process></bpmn:definitions>";
  }

  /** Sequence flows written {@code A>B C>D}, with ids such as {@code A_B}. */
  public static String flows(String pairs) {
    var flows = new StringBuilder();
    for (String pair : pairs.strip().split("\\s+")) {
      String[] ends = pair.split(">");
      flows.append(
          "<bpmn:sequenceFlow id=\"%s_%s\" sourceRef=\"%s\" targetRef=\"%s\"/>"
              .formatted(ends[0], ends[1], ends[0], ends[1]));
    }
    return flows.toString();
  }

  /** A sequence flow written {@code A>B} with a condition and a place in the order of them. */
  public static String conditional(String pair, int sequence, String condition) {
    String[] ends = pair.split(">");
    return """
        <bpmn:sequenceFlow id="%1$s_%2$s" sourceRef="%1$s" targetRef="%2$s" apex:sequence="%3$d">
        <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="plsqlExpression"
        ><![CDATA[%4$s]]></bpmn:conditionExpression></bpmn:sequenceFlow>
        """
        .formatted(ends[0], ends[1], sequence, condition);
  }

  /** An element with attributes and expression sets or other extensions. */
  public static String extended(String element, String attributes, String extensions) {
    String[] parts = element.split(":");
    return "<bpmn:%1$s id=\"%2$s\" name=\"%2$s\" %3$s><bpmn:extensionElements>%4$s</bpmn:extensionElements></bpmn:%1$s>"
        .formatted(parts[0], parts[1], attributes, extensions);
  }

  /** Plain elements written {@code task:A startEvent:S}. */
  public static String nodes(String elements) {
    var nodes = new StringBuilder();
    for (String element : elements.strip().split("\\s+")) {
      String[] parts = element.split(":");
      nodes.append("<bpmn:%s id=\"%s\" name=\"%s\"/>".formatted(parts[0], parts[1], parts[1]));
    }
    return nodes.toString();
  }

  public static String catchEvent(String id, String definition) {
    return "<bpmn:intermediateCatchEvent id=\"%s\">%s</bpmn:intermediateCatchEvent>"
        .formatted(id, definition);
  }

  public static String boundary(String id, String activity, boolean interrupts, String definition) {
    return "<bpmn:boundaryEvent id=\"%s\" attachedToRef=\"%s\" cancelActivity=\"%s\">%s</bpmn:boundaryEvent>"
        .formatted(id, activity, interrupts, definition);
  }

  /** A timer definition; the kind is the name of its element, such as {@code timeDuration}. */
  public static String timer(String kind, String text) {
    return "<bpmn:timerEventDefinition><bpmn:%1$s>%2$s</bpmn:%1$s></bpmn:timerEventDefinition>"
        .formatted(kind, text);
  }

  public static String message(String name, String key, String value, String payloadVariable) {
    return "<bpmn:messageEventDefinition><bpmn:extensionElements>"
        + setting("messageName", name)
        + setting("correlationKey", key)
        + setting("correlationValue", value)
        + "<apex:payloadVariable>"
        + payloadVariable
        + "</apex:payloadVariable></bpmn:extensionElements></bpmn:messageEventDefinition>";
  }

  /** An extension element with a fixed text. */
  public static String setting(String name, String text) {
    return "<apex:%s><apex:expressionType>static</apex:expressionType><apex:expression>%s</apex:expression></apex:%s>"
        .formatted(name, text, name);
  }
}
