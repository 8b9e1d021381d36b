package flows4ee.admin.console;

/** A change of a console user that is refused. */
public final class ConsoleUserException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String attribute;

  /** Why. */
  public enum Kind {
    NOT_FOUND,
    INVALID,
    CONFLICT
  }

  private ConsoleUserException(Kind kind, String attribute, String message) {
    super(message);
    this.kind = kind;
    this.attribute = attribute;
  }

  static ConsoleUserException notFound(String name) {
    return new ConsoleUserException(Kind.NOT_FOUND, "name", "No console user " + name);
  }

  static ConsoleUserException invalid(String attribute, String expectation) {
    return new ConsoleUserException(Kind.INVALID, attribute, expectation);
  }

  /** The name belongs to somebody already. */
  public static ConsoleUserException exists() {
    return new ConsoleUserException(Kind.CONFLICT, "name", "Console user already exists");
  }

  /** Somebody else changed the user meanwhile. */
  public static ConsoleUserException changed() {
    return new ConsoleUserException(Kind.CONFLICT, "", "Console user was changed meanwhile");
  }

  public Kind kind() {
    return kind;
  }

  /** The attribute at fault; empty when there is none. */
  public String attribute() {
    return attribute;
  }
}
