package flows4ee.engine.activity;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.expression.Substitution;
import flows4ee.engine.expression.TableQuery;
import flows4ee.engine.model.ServiceTask;
import flows4ee.engine.state.QueriedFile;
import flows4ee.engine.state.QueryFailedException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Builds the mail of a {@code sendMail} service task and hands it over. */
public final class MailTask {

  private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n]");
  private static final int MAX_RECIPIENTS = 100;

  private final MailSender sender;
  private final TableQuery queries;

  /**
   * @param queries answers queries for attachments
   */
  public MailTask(MailSender sender, TableQuery queries) {
    this.sender = sender;
    this.queries = queries;
  }

  void send(ServiceTask.Mail definition, Execution execution) {
    var mail = build(definition, execution);
    if (recipients(mail) > MAX_RECIPIENTS) {
      throw notSent(EngineMessage.MAIL_RECIPIENTS, execution);
    }
    try {
      sender.send(mail);
    } catch (RuntimeException e) {
      throw notSent(e, execution);
    }
  }

  private Mail build(ServiceTask.Mail definition, Execution execution) {
    if (definition.useTemplate()) {
      throw missing(EngineMessage.EMAIL_NO_TEMPLATE, execution);
    }
    String fallback = execution.call().services().settings().defaultEmailSender();
    var from = address(definition.from(), execution).or(() -> notBlank(fallback));
    return new Mail(
        from.orElseThrow(() -> missing(EngineMessage.EMAIL_NO_FROM, execution)),
        address(definition.to(), execution)
            .orElseThrow(() -> missing(EngineMessage.EMAIL_NO_TO, execution)),
        address(definition.cc(), execution),
        address(definition.bcc(), execution),
        address(definition.replyTo(), execution),
        address(definition.subject(), execution).orElse(""),
        text(definition.bodyText(), execution)
            .orElseThrow(() -> missing(EngineMessage.EMAIL_NO_BODY, execution)),
        text(definition.bodyHtml(), execution),
        attachments(definition.attachment(), execution));
  }

  private List<QueriedFile> attachments(Optional<String> query, Execution execution) {
    try {
      return query
          .flatMap(MailTask::notBlank)
          .map(text -> queries.files(text, execution.scope()))
          .orElse(List.of());
    } catch (QueryFailedException e) {
      throw notSent(e, execution);
    }
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
      throw notSent(EngineMessage.MAIL_LINE_BREAK, execution);
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

  private static StepFailedException missing(EngineMessage message, Execution execution) {
    return new StepFailedException(message, execution.state().id(), execution.subflow().current());
  }

  private static StepFailedException notSent(EngineMessage reason, Execution execution) {
    return new StepFailedException(
        EngineMessage.EMAIL_FAILED, execution.state().id(), execution.subflow().current(), reason);
  }

  private static StepFailedException notSent(RuntimeException cause, Execution execution) {
    return new StepFailedException(
        cause,
        EngineMessage.EMAIL_FAILED,
        execution.state().id(),
        execution.subflow().current(),
        cause.getMessage());
  }
}
