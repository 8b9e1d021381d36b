package flows4ee.admin.console;

import flows4ee.oauth.DerivationLimit;
import java.time.Clock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The console's accounts and sessions put together from what the application supplies. */
public final class ConsoleModule {

  private final ConsoleUsers users;
  private final ConsoleSessions sessions;
  private final FirstUser firstUser;

  /** Where users and sessions are kept. */
  public record Stores(ConsoleUserRepository users, SessionStore sessions) {}

  /**
   * How strictly passwords and sessions are treated.
   *
   * @param limit bound on parallel derivations
   * @param iterations cost of new password hashes
   */
  public record Rules(
      DerivationLimit limit, IntSupplier iterations, Supplier<SessionSettings> sessions) {}

  public ConsoleModule(Stores stores, Rules rules, Clock clock) {
    var passwords = new Passwords(rules.limit(), rules.iterations());
    users = new ConsoleUsers(stores.users(), passwords, clock);
    sessions =
        new ConsoleSessions(stores.users(), stores.sessions(), passwords, rules.sessions(), clock);
    firstUser = new FirstUser(stores.users(), users, sessions, clock);
  }

  public ConsoleUsers users() {
    return users;
  }

  public ConsoleSessions sessions() {
    return sessions;
  }

  public FirstUser firstUser() {
    return firstUser;
  }
}
