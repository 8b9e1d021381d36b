package flows4ee.admin.console;

import flows4ee.admin.console.ConsoleUser.Change;
import flows4ee.admin.console.ConsoleUserRepository.UserTransaction;
import flows4ee.oauth.Actor;
import flows4ee.oauth.OAuthEvent;
import flows4ee.oauth.OAuthEvent.Type;
import flows4ee.oauth.Role;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The accounts of people at the console. Every change is one transaction with its audit event; what
 * takes rights away acts on the next request.
 *
 * <p>All methods throw {@link ConsoleUserException}: NOT_FOUND for an unknown name, INVALID for a
 * bad name or password, CONFLICT for a name in use.
 */
public final class ConsoleUsers {

  private static final int NAME_MAX = 100;
  private static final int PASSWORD_LEAST = 12;
  private static final int PASSWORD_MOST = 128;

  private final ConsoleUserRepository repository;
  private final Passwords passwords;
  private final Clock clock;

  ConsoleUsers(ConsoleUserRepository repository, Passwords passwords, Clock clock) {
    this.repository = repository;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** A name with its password, as somebody typed them. */
  public record Credentials(String name, String password) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
      return "Credentials[" + name + "]";
    }
  }

  /** All users by name. */
  public List<ConsoleUserView> findUsers() {
    return repository.inTransaction(tx -> tx.findAll().stream().map(ConsoleUserView::of).toList());
  }

  /**
   * Makes a user.
   *
   * @param credentials a name of 1 to 100 printable characters and a password of 12 to 128
   */
  public ConsoleUserView create(Credentials credentials, Set<Role> roles, Actor actor) {
    return create(credentials, roles, actor, tx -> {});
  }

  /** Makes a user if {@code condition}, which runs first in the transaction, does not throw. */
  ConsoleUserView create(
      Credentials credentials, Set<Role> roles, Actor actor, Condition condition) {
    checkName(credentials.name());
    checkPassword(credentials);
    String hash = passwords.hash(credentials.password());
    return repository.inTransaction(
        tx -> {
          condition.check(tx);
          if (tx.findByName(credentials.name()).isPresent()) {
            throw ConsoleUserException.exists();
          }
          Change change = change(actor);
          var user = new ConsoleUser(credentials.name(), hash, change);
          user.assignRoles(roles, change);
          tx.add(user);
          tx.record(
              event(Type.CONSOLE_USER_CREATED, actor)
                  .with(user.name() + " " + Role.namesOf(roles)));
          return ConsoleUserView.of(user);
        });
  }

  /** Something that has to hold when a user is made. */
  interface Condition {
    void check(UserTransaction tx);
  }

  /** Replaces the set of API roles. */
  public ConsoleUserView setRoles(String name, Set<Role> roles, Actor actor) {
    return changed(
        name,
        actor,
        () -> "roles " + Role.namesOf(roles),
        (tx, user) -> user.assignRoles(roles, change(actor)));
  }

  /** Replaces the password and ends the sessions. */
  public ConsoleUserView setPassword(Credentials credentials, Actor actor) {
    checkPassword(credentials);
    String hash = passwords.hash(credentials.password());
    return changed(
        credentials.name(),
        actor,
        () -> "password",
        (tx, user) -> {
          user.changePassword(hash, change(actor));
          tx.endSessions(user);
        });
  }

  /** Ends the sessions and lets nobody sign in under this name until it is enabled again. */
  public ConsoleUserView disable(String name, Actor actor) {
    return changed(
        name,
        actor,
        () -> "disabled",
        (tx, user) -> {
          user.disable(change(actor));
          tx.endSessions(user);
        });
  }

  /** Lets the user sign in again. */
  public ConsoleUserView enable(String name, Actor actor) {
    return changed(name, actor, () -> "enabled", (tx, user) -> user.enable(change(actor)));
  }

  /** Removes a user and his sessions; his name stays where it was written. */
  public void delete(String name, Actor actor) {
    repository.inTransaction(
        tx -> {
          ConsoleUser user = find(tx, name);
          tx.endSessions(user);
          tx.remove(user);
          tx.record(event(Type.CONSOLE_USER_DELETED, actor).with(user.name()));
          return name;
        });
  }

  private ConsoleUserView changed(
      String name,
      Actor actor,
      Supplier<String> detail,
      BiConsumer<UserTransaction, ConsoleUser> change) {
    return repository.inTransaction(
        tx -> {
          ConsoleUser user = find(tx, name);
          change.accept(tx, user);
          tx.record(event(Type.CONSOLE_USER_CHANGED, actor).with(user.name() + " " + detail.get()));
          return ConsoleUserView.of(user);
        });
  }

  private static ConsoleUser find(UserTransaction tx, String name) {
    return tx.findByName(name).orElseThrow(() -> ConsoleUserException.notFound(name));
  }

  private Change change(Actor actor) {
    return new Change(clock.instant(), actor.name());
  }

  private OAuthEvent event(Type type, Actor actor) {
    return new OAuthEvent(type, clock.instant(), actor);
  }

  /** Whether a text may be a name; only such texts are looked for. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= NAME_MAX
        && name.equals(name.strip())
        && name.codePoints().noneMatch(ConsoleUsers::isUnprintable);
  }

  private static boolean isUnprintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static void checkName(String name) {
    if (!isName(name)) {
      throw ConsoleUserException.invalid("name", "A name has 1 to 100 printable characters");
    }
  }

  private static void checkPassword(Credentials credentials) {
    String password = credentials.password();
    boolean isLong =
        password.length() >= PASSWORD_LEAST
            && password.length() <= PASSWORD_MOST
            && password.indexOf('\0') < 0;
    if (!isLong || ConsoleUser.keyOf(password).equals(ConsoleUser.keyOf(credentials.name()))) {
      throw ConsoleUserException.invalid(
          "password", "A password has 12 to 128 characters and is not the name");
    }
  }
}
