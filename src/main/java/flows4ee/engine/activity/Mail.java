package flows4ee.engine.activity;

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
    List<Attachment> attachments) {

  /** A file that goes with a mail. */
  public record Attachment(String name, String mediaType, byte[] content) {}
}
