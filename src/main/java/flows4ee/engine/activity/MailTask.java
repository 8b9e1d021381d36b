package flows4ee.engine.activity;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.expression.Substitution;
import flows4ee.engine.model.ServiceTask;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Builds the mail of a {@code sendMail} service task and hands it over. */
public final class MailTask {

  private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n]");
  private static final int MAX_RECIPIENTS = 100;

  private final MailSender sender;

  public MailTask(MailSender sender) {
    this.sender = sender;
  }

  void send(ServiceTask.Mail definition, Execution execution) {
    var mail = build(definition, execution);
    if (recipients(mail) > MAX_RECIPIENTS) {
      throw failed(null, EngineMessage.EMAIL_FAILED, execution);
    }
    try {
      sender.send(mail);
    } catch (RuntimeException e) {
      throw failed(e, EngineMessage.EMAIL_FAILED, execution);
    }
  }

  private static Mail build(ServiceTask.Mail definition, Execution execution) {
    if (definition.useTemplate()) {
      throw failed(null, EngineMessage.EMAIL_NO_TEMPLATE, execution);
    }
    String fallback = execution.call().services().settings().defaultEmailSender();
    var from = address(definition.from(), execution).or(() -> notBlank(fallback));
    return new Mail(
        from.orElseThrow(() -> failed(null, EngineMessage.EMAIL_NO_FROM, execution)),
        address(definition.to(), execution)
            .orElseThrow(() -> failed(null, EngineMessage.EMAIL_NO_TO, execution)),
        address(definition.cc(), execution),
        address(definition.bcc(), execution),
        address(definition.replyTo(), execution),
        address(definition.subject(), execution).orElse(""),
        text(definition.bodyText(), execution)
            .orElseThrow(() -> failed(null, EngineMessage.EMAIL_NO_BODY, execution)),
        text(definition.bodyHtml(), execution),
        List.of());
  }

  private static long recipients(Mail mail) {
    return Stream.of(Optional.of(mail.to()), mail.cc(), mail.bcc())
        .flatMap(Optional::stream)
        .flatMap(addresses -> Stream.of(addresses.split(",")))
        .count();
  }

  /** A header text: substituted, without line breaks. */
  private static Optional<String> address(Optional<String> template, Execution execution) {
    var value = template.map(text -> Substitution.inShortText(text, execution.scope()));
    if (value.filter(text -> LINE_BREAK.matcher(text.strip()).find()).isPresent()) {
      throw failed(null, EngineMessage.EMAIL_FAILED, execution);
    }
    return value.map(String::strip).flatMap(MailTask::notBlank);
  }

  private static Optional<String> text(Optional<String> template, Execution execution) {
    return template
        .map(text -> Substitution.inLongText(text, execution.scope()))
        .flatMap(MailTask::notBlank);
  }

  private static Optional<String> notBlank(String text) {
    return Optional.ofNullable(text).filter(value -> !value.isBlank());
  }

  private static StepFailedException failed(
      Throwable cause, EngineMessage message, Execution execution) {
    return new StepFailedException(
        cause, message, execution.state().id(), execution.subflow().current());
  }
}
