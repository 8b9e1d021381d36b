package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import flows4ee.engine.activity.Mail;
import flows4ee.engine.state.QueriedFile;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SessionMailSenderTest {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void open() {
    server.start();
  }

  @AfterEach
  void close() {
    server.stop();
  }

  @Test
  void shouldSendTextAndHtmlToEveryRecipient() throws Exception {
    // given
    var mail =
        new Mail(
            "shop@example.org",
            "a@example.org, b@example.org",
            Optional.of("c@example.org"),
            Optional.of("d@example.org"),
            Optional.of("office@example.org"),
            "Größe €",
            "Schöne Grüße",
            Optional.of("<p>Schöne Grüße</p>"),
            List.of());
    // when
    new SessionMailSender(() -> server.getSmtp().createSession()).send(mail);
    // then
    var received = server.getReceivedMessages();
    assertThat(received).hasSize(4);
    MimeMessage first = received[0];
    assertThat(first.getSubject()).isEqualTo("Größe €");
    assertThat(first.getFrom()).extracting(Object::toString).containsExactly("shop@example.org");
    assertThat(first.getReplyTo())
        .extracting(Object::toString)
        .containsExactly("office@example.org");
    assertThat(first.getRecipients(Message.RecipientType.TO)).hasSize(2);
    assertThat(first.getRecipients(Message.RecipientType.CC)).hasSize(1);
    assertThat(first.getRecipients(Message.RecipientType.BCC)).isNull();
    var body = (MimeMultipart) first.getContent();
    assertThat(body.getBodyPart(0).getContent()).isEqualTo("Schöne Grüße");
    assertThat(body.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(body.getBodyPart(1).getContent()).isEqualTo("<p>Schöne Grüße</p>");
  }

  @Test
  void shouldSendFilesAfterTheText() throws Exception {
    // given
    byte[] picture = {0, 1, (byte) 0xff, '\r', '\n'};
    byte[] text = "Schöne Grüße".getBytes(StandardCharsets.UTF_8);
    var mail =
        mail(
            "a@example.org",
            List.of(
                new QueriedFile("Größe \"1\".png", "image/png", picture),
                new QueriedFile("notes.txt", "text/plain; charset=UTF-8", text)));
    // when
    new SessionMailSender(() -> server.getSmtp().createSession()).send(mail);
    // then
    var whole = (MimeMultipart) server.getReceivedMessages()[0].getContent();
    assertThat(whole.getContentType()).startsWith("multipart/mixed");
    assertThat(whole.getCount()).isEqualTo(3);
    var texts = (MimeMultipart) whole.getBodyPart(0).getContent();
    assertThat(texts.getBodyPart(0).getContent()).isEqualTo("Text");
    assertThat(whole.getBodyPart(1).getFileName()).isEqualTo("Größe \"1\".png");
    assertThat(whole.getBodyPart(1).getDisposition()).isEqualTo("attachment");
    assertThat(whole.getBodyPart(1).getContentType()).startsWith("image/png");
    assertThat(whole.getBodyPart(1).getInputStream()).hasBinaryContent(picture);
    assertThat(whole.getBodyPart(2).getFileName()).isEqualTo("notes.txt");
    assertThat(whole.getBodyPart(2).getContent()).isEqualTo("Schöne Grüße");
  }

  @Test
  void shouldTellThatAnAddressIsNone() {
    var sender = new SessionMailSender(() -> server.getSmtp().createSession());
    assertThatThrownBy(() -> sender.send(to("no address")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("did not take the mail");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  @Timeout(20)
  void shouldGiveUpAServerThatDoesNotAnswer_SEC_INJ_5() throws Exception {
    // given
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var properties = new Properties();
      properties.put("mail.smtp.host", "127.0.0.1");
      properties.put("mail.smtp.port", Integer.toString(silent.getLocalPort()));
      var sender =
          new SessionMailSender(() -> Session.getInstance(properties), Duration.ofMillis(200));
      // then
      assertThatThrownBy(() -> sender.send(to("a@example.org")))
          .hasMessageContaining("did not take the mail");
    }
  }

  @Test
  void shouldKeepTheLimitsOfTheSession() {
    // given
    var session = server.getSmtp().createSession();
    session.getProperties().put("mail.smtp.timeout", "1234");
    // when
    new SessionMailSender(() -> session).send(to("a@example.org"));
    // then
    assertThat(session.getProperties())
        .containsEntry("mail.smtp.timeout", "1234")
        .containsEntry("mail.smtp.writetimeout", "30000")
        .containsKey("mail.smtp.connectiontimeout");
  }

  @Test
  void shouldTellThatNoSessionIsConfigured() {
    assertThatThrownBy(() -> SessionMailSender.ofServer(Optional.empty()).send(to("a@example.org")))
        .hasMessageContaining("f4a.mail.session");
  }

  private static Mail to(String address) {
    return mail(address, List.of());
  }

  private static Mail mail(String address, List<QueriedFile> attachments) {
    return new Mail(
        "shop@example.org",
        address,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "Subject",
        "Text",
        Optional.empty(),
        attachments);
  }
}
