package flows4ee.engine.activity;

/** Hands mails over to the server's mail session. */
@FunctionalInterface
public interface MailSender {

  /**
   * Sends a mail.
   *
   * @throws RuntimeException when it cannot be handed over; its text says why, and is logged with
   *     the instance
   */
  void send(Mail mail);
}
