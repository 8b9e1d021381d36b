package flows4ee.config;

import flows4ee.engine.activity.Mail;
import flows4ee.engine.activity.MailSender;
import flows4ee.engine.state.QueriedFile;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Sends mails through a mail session. Unless the session has limits of its own, its server must be
 * reached within 5 s and answer within 30 s.
 */
final class SessionMailSender implements MailSender {

  private static final String UTF_8 = "UTF-8";

  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(30);

  private final Supplier<Session> session;
  private final Duration toAnswer;

  SessionMailSender(Supplier<Session> session) {
    this(session, TO_ANSWER);
  }

  /**
   * @param toAnswer how long the server may take for an answer
   */
  SessionMailSender(Supplier<Session> session, Duration toAnswer) {
    this.session = session;
    this.toAnswer = toAnswer;
  }

  /** Looks the session of the server up for each mail, by its JNDI name. */
  static SessionMailSender ofServer(Optional<String> sessionName) {
    return new SessionMailSender(() -> lookUp(sessionName));
  }

  @Override
  public void send(Mail mail) {
    try {
      Transport.send(message(bounded(session.get()), mail));
    } catch (MessagingException e) {
      throw new IllegalStateException("The mail session did not take the mail", e);
    }
  }

  private static Session lookUp(Optional<String> sessionName) {
    String name =
        sessionName.orElseThrow(
            () -> new IllegalStateException("No mail session is configured (f4a.mail.session)"));
    try {
      return (Session) new InitialContext().lookup(name);
    } catch (NamingException e) {
      throw new IllegalStateException("There is no mail session " + name, e);
    }
  }

  private Session bounded(Session unbounded) {
    var properties = unbounded.getProperties();
    for (String protocol : List.of("smtp", "smtps")) {
      String key = "mail." + protocol + ".";
      properties.putIfAbsent(key + "connectiontimeout", millis(TO_CONNECT));
      properties.putIfAbsent(key + "timeout", millis(toAnswer));
      properties.putIfAbsent(key + "writetimeout", millis(toAnswer));
    }
    return unbounded;
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }

  private static MimeMessage message(Session session, Mail mail) throws MessagingException {
    var message = new MimeMessage(session);
    message.setFrom(new InternetAddress(mail.from(), true));
    add(message, Message.RecipientType.TO, Optional.of(mail.to()));
    add(message, Message.RecipientType.CC, mail.cc());
    add(message, Message.RecipientType.BCC, mail.bcc());
    if (mail.replyTo().isPresent()) {
      message.setReplyTo(InternetAddress.parse(mail.replyTo().get(), true));
    }
    message.setSubject(mail.subject(), UTF_8);
    message.setContent(mail.attachments().isEmpty() ? body(mail) : bodyWithFiles(mail));
    return message;
  }

  private static void add(
      MimeMessage message, Message.RecipientType type, Optional<String> addresses)
      throws MessagingException {
    if (addresses.isPresent()) {
      message.addRecipients(type, InternetAddress.parse(addresses.get(), true));
    }
  }

  private static MimeMultipart bodyWithFiles(Mail mail) throws MessagingException {
    var whole = new MimeMultipart("mixed");
    var texts = new MimeBodyPart();
    texts.setContent(body(mail));
    whole.addBodyPart(texts);
    for (var file : mail.attachments()) {
      whole.addBodyPart(attachment(file));
    }
    return whole;
  }

  private static MimeBodyPart attachment(QueriedFile file) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
    part.setFileName(file.name());
    part.setDisposition(Part.ATTACHMENT);
    return part;
  }

  private static MimeMultipart body(Mail mail) throws MessagingException {
    var body = new MimeMultipart("alternative");
    var text = new MimeBodyPart();
    text.setText(mail.bodyText(), UTF_8);
    body.addBodyPart(text);
    if (mail.bodyHtml().isPresent()) {
      var html = new MimeBodyPart();
      html.setText(mail.bodyHtml().get(), UTF_8, "html");
      body.addBodyPart(html);
    }
    return body;
  }
}
