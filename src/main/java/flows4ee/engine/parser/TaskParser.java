package flows4ee.engine.parser;

import flows4ee.engine.model.BusinessRuleTask;
import flows4ee.engine.model.FlowNode;
import flows4ee.engine.model.MessageDefinition;
import flows4ee.engine.model.PlainTask;
import flows4ee.engine.model.Program;
import flows4ee.engine.model.ReceiveTask;
import flows4ee.engine.model.ScriptTask;
import flows4ee.engine.model.SendTask;
import flows4ee.engine.model.Task;
import java.util.Optional;

/** Reads tasks other than user and service tasks. */
final class TaskParser {

  private final Problems problems;
  private final IterationParser iterations;
  private final ProgramParser programs;
  private final MessageParser messages;

  TaskParser(Problems problems, IterationParser iterations) {
    this.problems = problems;
    this.iterations = iterations;
    this.programs = new ProgramParser(problems);
    this.messages = new MessageParser(problems);
  }

  Task plain(XmlElement xml, FlowNode node) {
    return new PlainTask(node, iterations.parse(xml));
  }

  Task script(XmlElement xml, FlowNode node) {
    return new ScriptTask(node, iterations.parse(xml), programs.parse(xml));
  }

  Task businessRule(XmlElement xml, FlowNode node) {
    return new BusinessRuleTask(node, iterations.parse(xml), programs.parse(xml));
  }

  Task send(XmlElement xml, FlowNode node) {
    var program = programs.parse(xml);
    return new SendTask(
        node, iterations.parse(xml), program, message(xml, program, MessageParser.Role.SENDER));
  }

  Task receive(XmlElement xml, FlowNode node) {
    var program = programs.parse(xml);
    return new ReceiveTask(
        node, iterations.parse(xml), program, message(xml, program, MessageParser.Role.CATCHER));
  }

  private Optional<MessageDefinition> message(
      XmlElement xml, Program program, MessageParser.Role role) {
    if (MessageParser.isSimple(xml)) {
      return Optional.of(messages.parse(xml, xml, role));
    }
    boolean isProgram = program.type().filter(ProgramParser.EXECUTE_PLSQL::equals).isPresent();
    if (!isProgram && program.handler().isEmpty()) {
      problems.warn(ProblemText.TASK_TYPE, xml);
    }
    return Optional.empty();
  }
}
