package flows4ee.engine.model;

import java.util.Optional;

/** BPMN service task. */
public record ServiceTask(
    FlowNode node,
    Optional<Iteration> iteration,
    Program program,
    Optional<Mail> mail,
    Optional<AiGeneration> aiGeneration)
    implements Task {

  /** A mail to send ({@code apex:sendMail}); all texts are substituted before use. */
  public record Mail(
      Optional<String> from,
      Optional<String> to,
      Optional<String> cc,
      Optional<String> bcc,
      Optional<String> replyTo,
      boolean useTemplate,
      Optional<String> applicationId,
      Optional<String> templateId,
      Optional<String> placeholder,
      Optional<String> subject,
      Optional<String> bodyText,
      Optional<String> bodyHtml,
      Optional<String> attachment,
      boolean isImmediate) {}

  /** A generated text ({@code apexAIGeneration}), left to a handler. */
  public record AiGeneration(
      Optional<Setting> service,
      Optional<Setting> prompt,
      Optional<Setting> temperature,
      Optional<String> resultVariable) {}
}
