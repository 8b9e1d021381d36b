package flows4ee.rest;

/** Small models for single cases of the REST API. */
final class RestModels {

  /** A timer an hour away at {@code Wait}. */
  static final String TIMER =
      model(
          """
          <startEvent id="Start"/>
          <sequenceFlow id="f1" sourceRef="Start" targetRef="Wait"/>
          <intermediateCatchEvent id="Wait"><timerEventDefinition>
            <timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>
          <sequenceFlow id="f2" sourceRef="Wait" targetRef="After"/>
          <task id="After"/>
          <sequenceFlow id="f3" sourceRef="After" targetRef="End"/>
          <endEvent id="End"/>""");

  /** A task {@code A}, then a gateway {@code Choice} whose conditions read the variable V. */
  static final String CHOICE =
      model(
          """
          <startEvent id="Start"/>
          <sequenceFlow id="f1" sourceRef="Start" targetRef="A"/>
          <task id="A"/>
          <sequenceFlow id="f2" sourceRef="A" targetRef="Choice"/>
          <exclusiveGateway id="Choice"/>
          <sequenceFlow id="f3" sourceRef="Choice" targetRef="B"><conditionExpression
              language="plsqlExpression">:F4A$V = 'b'</conditionExpression></sequenceFlow>
          <sequenceFlow id="f4" sourceRef="Choice" targetRef="C"><conditionExpression
              language="plsqlExpression">:F4A$V = 'c'</conditionExpression></sequenceFlow>
          <task id="B"/>
          <sequenceFlow id="f5" sourceRef="B" targetRef="End"/>
          <task id="C"/>
          <sequenceFlow id="f6" sourceRef="C" targetRef="End"/>
          <endEvent id="End"/>""");

  /** Tasks {@code A} and {@code B} at the same time; what follows B fails on arrival. */
  static final String WORK_AND_FAILURE =
      model(
          """
          <startEvent id="Start"/>
          <sequenceFlow id="f1" sourceRef="Start" targetRef="Split"/>
          <parallelGateway id="Split"/>
          <sequenceFlow id="f2" sourceRef="Split" targetRef="A"/>
          <task id="A"/>
          <sequenceFlow id="f3" sourceRef="A" targetRef="EndA"/>
          <endEvent id="EndA"/>
          <sequenceFlow id="f4" sourceRef="Split" targetRef="B"/>
          <task id="B"/>
          <sequenceFlow id="f5" sourceRef="B" targetRef="Unsupported"/>
          <complexGateway id="Unsupported"/>
          <sequenceFlow id="f6" sourceRef="Unsupported" targetRef="C"/>
          <task id="C"/>
          <sequenceFlow id="f7" sourceRef="C" targetRef="EndC"/>
          <endEvent id="EndC"/>""");

  /** A task {@code A} that call activities may reach. */
  static final String CALLABLE =
      model(
              """
              <startEvent id="Start"/>
              <sequenceFlow id="f1" sourceRef="Start" targetRef="A"/>
              <task id="A"/>
              <sequenceFlow id="f2" sourceRef="A" targetRef="End"/>
              <endEvent id="End"/>""")
          .replace("isExecutable", "apex:isCallable=\"true\" isExecutable");

  private RestModels() {}

  /** A call activity {@code Call} of the diagram of this name. */
  static String calling(String diagram) {
    return model(
        """
        <startEvent id="Start"/>
        <sequenceFlow id="f1" sourceRef="Start" targetRef="Call"/>
        <callActivity id="Call" apex:calledDiagram="%s"/>
        <sequenceFlow id="f2" sourceRef="Call" targetRef="End"/>
        <endEvent id="End"/>"""
            .formatted(diagram));
  }

  /** A message awaited at {@code Wait}, its payload stored in the variable PAYLOAD. */
  static String message(String name, String key, String value) {
    return model(
        """
        <startEvent id="Start"/>
        <sequenceFlow id="f1" sourceRef="Start" targetRef="Wait"/>
        <receiveTask id="Wait" apex:type="simpleMessage"><extensionElements>
          <apex:messageName><apex:expressionType>static</apex:expressionType>
            <apex:expression>%s</apex:expression></apex:messageName>
          <apex:correlationKey><apex:expressionType>static</apex:expressionType>
            <apex:expression>%s</apex:expression></apex:correlationKey>
          <apex:correlationValue><apex:expressionType>static</apex:expressionType>
            <apex:expression>%s</apex:expression></apex:correlationValue>
          <apex:payloadVariable>PAYLOAD</apex:payloadVariable>
        </extensionElements></receiveTask>
        <sequenceFlow id="f2" sourceRef="Wait" targetRef="After"/>
        <task id="After"/>
        <sequenceFlow id="f3" sourceRef="After" targetRef="End"/>
        <endEvent id="End"/>"""
            .formatted(name, key, value));
  }

  /** An instance begins with a message, its payload stored in the variable PAYLOAD. */
  static String startedBy(String name) {
    return model(
        """
        <startEvent id="Start" apex:type="simpleMessage"><messageEventDefinition><extensionElements>
          <apex:messageName><apex:expressionType>static</apex:expressionType>
            <apex:expression>%s</apex:expression></apex:messageName>
          <apex:payloadVariable>PAYLOAD</apex:payloadVariable>
        </extensionElements></messageEventDefinition></startEvent>
        <sequenceFlow id="f1" sourceRef="Start" targetRef="After"/>
        <task id="After"/>
        <sequenceFlow id="f2" sourceRef="After" targetRef="End"/>
        <endEvent id="End"/>"""
            .formatted(name));
  }

  /** A diagram of one process with these elements. */
  static String model(String elements) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:apex="https://flowsforapex.org" id="Definitions" targetNamespace="urn:test">
        <process id="Process" isExecutable="true">
        %s
        </process></definitions>
        """
        .formatted(elements);
  }
}
