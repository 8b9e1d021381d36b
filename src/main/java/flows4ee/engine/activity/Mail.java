package flows4ee.engine.activity;

import flows4ee.engine.state.QueriedFile;
import java.util.List;
import java.util.Optional;

/**
 * A mail to send.
 *
 * @param to comma-separated addresses, as are {@code cc}, {@code bcc} and {@code replyTo}
 */
public record Mail(
    String from,
    String to,
    Optional<String> cc,
    Optional<String> bcc,
    Optional<String> replyTo,
    String subject,
    String bodyText,
    Optional<String> bodyHtml,
    List<QueriedFile> attachments) {

  public Mail {
    attachments = List.copyOf(attachments);
  }
}
