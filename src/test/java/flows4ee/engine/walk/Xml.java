package flows4ee.engine.walk;

/** Pieces of BPMN XML. */
final class Xml {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:apex="https://flowsforapex.org" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          id="D" exporter="Flows for APEX" exporterVersion="25.1">
      """;

  private Xml() {}

  static String process(String elements) {
    return HEAD
        + "<bpmn:process id=\"P\" name=\"Walk\" apex:isCallable=\"true\">\n"
        + elements
        + "</bpmn:process></bpmn:definitions>";
  }

  static String element(String tag, String id, String attributes, String content) {
    return "<bpmn:%1$s id=\"%2$s\" name=\"%2$s\"%3$s>%4$s</bpmn:%1$s>\n"
        .formatted(tag, id, attributes.isEmpty() ? "" : " " + attributes, content);
  }

  static String link(String tag, String id, String name) {
    return "<bpmn:%1$s id=\"%2$s\" name=\"%3$s\"><bpmn:linkEventDefinition/></bpmn:%1$s>\n"
        .formatted(tag, id, name);
  }

  static String extension(String content) {
    return content.isEmpty()
        ? ""
        : "<bpmn:extensionElements>" + content + "</bpmn:extensionElements>";
  }

  static String setting(String name, String text) {
    return typed(name, "static", text, "");
  }

  static String typed(String name, String type, String text, String more) {
    return ("<apex:%1$s><apex:expressionType>%2$s</apex:expressionType>"
            + "<apex:expression>%3$s</apex:expression>%4$s</apex:%1$s>")
        .formatted(name, type, text, more);
  }

  /** An expression set with one assignment of a text. */
  static String assignment(String set, String variable, String type, String expression) {
    return ("<apex:%1$s><apex:processVariable><apex:varSequence>0</apex:varSequence>"
            + "<apex:varName>%2$s</apex:varName><apex:varDataType>VARCHAR2</apex:varDataType>"
            + "<apex:varExpressionType>%3$s</apex:varExpressionType>"
            + "<apex:varExpression>%4$s</apex:varExpression>"
            + "</apex:processVariable></apex:%1$s>")
        .formatted(set, variable, type, expression);
  }

  /** An expression set that fails while the variable FAIL is Y. */
  static String failing(String set) {
    String expression = "case when :F4A$FAIL = 'Y' then to_char(1 / 0) else 'done' end";
    return assignment(set, "RESULT", "plsqlExpression", expression);
  }

  /** What a catcher of a message says of it. */
  static String caught(String message) {
    return setting("messageName", message)
        + setting("correlationKey", "k")
        + setting("correlationValue", "v")
        + "<apex:payloadVariable>PAYLOAD</apex:payloadVariable>";
  }

  /** What a sender of a message says of it. */
  static String sent(String message) {
    return setting("endpoint", "local")
        + setting("messageName", message)
        + setting("correlationKey", "k")
        + setting("correlationValue", "v")
        + setting("payload", "{}");
  }

  static String messageEvent(String content) {
    return "<bpmn:messageEventDefinition>" + extension(content) + "</bpmn:messageEventDefinition>";
  }

  static String timer(String kind, String text) {
    return "<bpmn:timerEventDefinition><bpmn:%1$s>%2$s</bpmn:%1$s></bpmn:timerEventDefinition>"
        .formatted(kind, text);
  }

  static String script(String body) {
    return extension(
        "<apex:executePlsql><apex:engine>true</apex:engine><apex:plsqlCode>"
            + body
            + "</apex:plsqlCode></apex:executePlsql>");
  }

  static String mail() {
    return extension(
        "<apex:sendMail><apex:emailFrom>a@example.org</apex:emailFrom>"
            + "<apex:emailTo>b@example.org</apex:emailTo><apex:subject>s</apex:subject>"
            + "<apex:bodyText>b</apex:bodyText></apex:sendMail>");
  }

  static String flow(String id, String source, String target, String condition) {
    String inside =
        condition.isEmpty()
            ? ""
            : "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\""
                + " language=\"plsqlExpression\">"
                + condition
                + "</bpmn:conditionExpression>";
    return "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</bpmn:sequenceFlow>\n"
        .formatted(id, source, target, inside);
  }
}
