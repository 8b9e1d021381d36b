package flows4ee.engine.parser;

import flows4ee.engine.model.FlowNode;
import flows4ee.engine.model.ServiceTask;
import flows4ee.engine.model.ServiceTask.AiGeneration;
import flows4ee.engine.model.ServiceTask.Mail;
import java.util.ArrayList;
import java.util.Optional;

/** Reads service tasks: scripts, mails and generated texts. */
final class ServiceTaskParser {

  private static final String SEND_MAIL = "sendMail";
  private static final String AI_GENERATION = "apexAIGeneration";

  private final Problems problems;
  private final IterationParser iterations;
  private final ProgramParser programs;
  private final SettingParser settings;

  ServiceTaskParser(Problems problems, IterationParser iterations) {
    this.problems = problems;
    this.iterations = iterations;
    this.programs = new ProgramParser(problems);
    this.settings = new SettingParser(problems);
  }

  ServiceTask parse(XmlElement xml, FlowNode node) {
    return new ServiceTask(
        node, iterations.parse(xml), programs.parse(xml), mail(xml), aiGeneration(xml));
  }

  private Optional<Mail> mail(XmlElement task) {
    var mail = Extensions.of(task).apexChild(SEND_MAIL).map(ServiceTaskParser::readMail);
    mail.ifPresent(read -> warnOfMissing(task, read));
    return mail;
  }

  private static Mail readMail(XmlElement xml) {
    return new Mail(
        xml.apexText("emailFrom"),
        xml.apexText("emailTo"),
        xml.apexText("emailCC"),
        xml.apexText("emailBCC"),
        xml.apexText("emailReplyTo"),
        xml.apexFlag("useTemplate"),
        xml.apexText("applicationId"),
        xml.apexText("templateId"),
        xml.apexText("placeholder"),
        xml.apexText("subject"),
        xml.apexText("bodyText"),
        xml.apexText("bodyHTML"),
        xml.apexText("attachment"),
        xml.apexFlag("immediately"));
  }

  private void warnOfMissing(XmlElement task, Mail mail) {
    var missing = new ArrayList<String>();
    if (mail.to().isEmpty()) {
      missing.add("emailTo");
    }
    if (!mail.useTemplate() && mail.bodyText().isEmpty()) {
      missing.add("bodyText");
    }
    if (mail.useTemplate()) {
      problems.warn(ProblemText.MAIL_TEMPLATE, task);
    }
    if (!missing.isEmpty()) {
      problems.warn(ProblemText.MAIL_INCOMPLETE, task, String.join(", ", missing));
    }
  }

  private Optional<AiGeneration> aiGeneration(XmlElement task) {
    if (task.apexAttribute("type").filter(AI_GENERATION::equals).isEmpty()) {
      return Optional.empty();
    }
    var extensions = Extensions.of(task);
    return Optional.of(
        new AiGeneration(
            settings.parse(task, extensions, "aiService"),
            settings.parse(task, extensions, "aiPrompt"),
            settings.parse(task, extensions, "aiTemperature"),
            extensions.apexWord("resultVariable")));
  }
}
