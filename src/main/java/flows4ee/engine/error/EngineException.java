package flows4ee.engine.error;

import java.util.Locale;

/**
 * The caller is wrong: unknown id, stale step key, wrong status. The transaction rolls back and the
 * message is the answer.
 */
public class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final EngineMessage engineMessage;
  private final transient Object[] arguments;

  public EngineException(EngineMessage message, Object... arguments) {
    this(null, message, arguments);
  }

  public EngineException(Throwable cause, EngineMessage message, Object... arguments) {
    super(message.format(arguments), cause);
    this.engineMessage = message;
    this.arguments = arguments.clone();
  }

  public EngineMessage engineMessage() {
    return engineMessage;
  }

  /** The message in a language; {@link #getMessage()} is the English one. */
  public String text(Locale language) {
    return engineMessage.format(language, arguments());
  }

  /** The arguments of the message's placeholders, in order. */
  public Object[] arguments() {
    return arguments == null ? new Object[0] : arguments.clone();
  }
}
