package flows4ee.admin.console;

import flows4ee.admin.console.ConsoleSessions.ConsoleSession;
import flows4ee.admin.console.ConsoleUserRepository.UserTransaction;
import flows4ee.admin.console.ConsoleUsers.Credentials;
import flows4ee.oauth.Actor;
import flows4ee.oauth.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The one-time link with which the first administrator of a fresh installation makes his account.
 * It works until an administrator exists, once, and not longer than a day.
 */
public final class FirstUser {

  private static final Duration VALIDITY = Duration.ofHours(24);
  private static final String THROTTLE_KEY = "setup link";

  private final ConsoleUserRepository repository;
  private final ConsoleUsers users;
  private final ConsoleSessions sessions;
  private final Clock clock;

  FirstUser(
      ConsoleUserRepository repository, ConsoleUsers users, ConsoleSessions sessions, Clock clock) {
    this.repository = repository;
    this.users = users;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** A new token for the link, if there is no administrator; tokens made before end. */
  public Optional<SessionToken> offer() {
    return repository.inTransaction(
        tx -> {
          if (tx.hasAdministrator()) {
            return Optional.empty();
          }
          SessionToken token = SessionToken.random();
          tx.replaceSetup(token.hash(), clock.instant().plus(VALIDITY));
          return Optional.of(token);
        });
  }

  /**
   * Makes the administrator, who holds all API roles, and signs him in.
   *
   * @throws SignInException when the token is not good or an attempt has to wait
   * @throws ConsoleUserException when name or password will not do; the token stays good
   */
  public ConsoleSession redeem(String token, Credentials credentials, String address) {
    var actor = new Actor(credentials.name(), Optional.empty(), Set.of(), Optional.of(address));
    sessions.throttled(THROTTLE_KEY, address, () -> create(token, credentials, actor));
    return sessions.signIn(credentials, address);
  }

  private Optional<ConsoleUserView> create(String token, Credentials credentials, Actor actor) {
    try {
      return Optional.of(
          users.create(
              credentials, EnumSet.allOf(Role.class), actor, tx -> requireSetup(tx, token)));
    } catch (SignInException e) {
      return Optional.empty();
    }
  }

  private void requireSetup(UserTransaction tx, String text) {
    boolean isGood =
        SessionToken.of(text)
            .filter(token -> !tx.hasAdministrator())
            .filter(token -> tx.takeSetup(token.hash(), clock.instant()))
            .isPresent();
    if (!isGood) {
      throw SignInException.badLink();
    }
  }
}
