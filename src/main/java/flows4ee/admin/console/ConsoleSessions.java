package flows4ee.admin.console;

import flows4ee.admin.console.ConsoleUsers.Credentials;
import flows4ee.admin.console.SessionStore.NewSession;
import flows4ee.admin.console.SessionStore.StoredSession;
import flows4ee.oauth.Actor;
import flows4ee.oauth.FailureThrottle;
import flows4ee.oauth.OAuthEvent;
import flows4ee.oauth.OAuthEvent.Type;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Signing in and out. Failures of one name from one address, and of one address, slow further
 * attempts down; unknown names, wrong passwords and disabled users look and cost the same.
 */
public final class ConsoleSessions {

  private static final Duration TOUCH_SPACING = Duration.ofMinutes(1);
  private static final int TOUCH_SHARE = 10;

  private final ConsoleUserRepository users;
  private final SessionStore store;
  private final Passwords passwords;
  private final Supplier<SessionSettings> settings;
  private final FailureThrottle throttle;
  private final Clock clock;

  ConsoleSessions(
      ConsoleUserRepository users,
      SessionStore store,
      Passwords passwords,
      Supplier<SessionSettings> settings,
      Clock clock) {
    this.users = users;
    this.store = store;
    this.passwords = passwords;
    this.settings = settings;
    this.throttle = new FailureThrottle(clock);
    this.clock = clock;
  }

  /** A session just begun or in use. */
  public record ConsoleSession(SessionToken token, ConsolePrincipal principal) {}

  /**
   * Signs somebody in: always a new session.
   *
   * @throws SignInException when the credentials do not match or an attempt has to wait
   */
  public ConsoleSession signIn(Credentials credentials, String address) {
    String key = ConsoleUser.keyOf(credentials.name());
    refuseWhileThrottled(key, address);
    Optional<ConsoleUser> user = find(credentials.name());
    boolean matches =
        passwords.matches(credentials.password(), user.map(ConsoleUser::passwordHash));
    if (!matches || user.get().isDisabled()) {
      throttle.failed(key, address);
      store.record(event(Type.CONSOLE_SIGN_IN_REFUSED, "anonymous", address).with(key));
      throw SignInException.failed();
    }
    throttle.succeeded(key, address);
    strengthen(user.get(), credentials.password());
    return open(user.get(), address);
  }

  private void strengthen(ConsoleUser user, String password) {
    passwords
        .strengthened(password, user.passwordHash())
        .ifPresent(hash -> store.upgradePassword(user.id(), user.passwordHash(), hash));
  }

  /** Runs an attempt to use a secret other than a password under the same throttle. */
  <T> T throttled(String key, String address, Supplier<Optional<T>> attempt) {
    refuseWhileThrottled(key, address);
    Optional<T> result = attempt.get();
    if (result.isEmpty()) {
      throttle.failed(key, address);
      store.record(event(Type.CONSOLE_SIGN_IN_REFUSED, "anonymous", address).with(key));
      throw SignInException.badLink();
    }
    throttle.succeeded(key, address);
    return result.get();
  }

  private void refuseWhileThrottled(String key, String address) {
    Optional<Duration> wait = throttle.refusal(key, address);
    if (wait.isPresent()) {
      throw SignInException.tooMany(wait.get());
    }
  }

  private Optional<ConsoleUser> find(String name) {
    return ConsoleUsers.isName(name)
        ? users.inTransaction(tx -> tx.findByName(name))
        : Optional.empty();
  }

  private ConsoleSession open(ConsoleUser user, String address) {
    SessionToken token = SessionToken.random();
    var session = new NewSession(token.hash(), user.id(), clock.instant(), address);
    store.insert(session, event(Type.CONSOLE_SIGNED_IN, user.name(), address));
    return new ConsoleSession(token, new ConsolePrincipal(user.name(), user.roles()));
  }

  /**
   * The session of a token, if it is still good.
   *
   * @param isUse whether this keeps the session from being idle
   */
  public Optional<ConsoleSession> find(SessionToken token, boolean isUse) {
    SessionSettings now = settings.get();
    Optional<StoredSession> found =
        store.find(token.hash()).filter(session -> isAlive(session, now));
    if (isUse) {
      found.ifPresent(session -> touch(token, session, now));
    }
    return found.map(
        session ->
            new ConsoleSession(token, new ConsolePrincipal(session.userName(), session.roles())));
  }

  private boolean isAlive(StoredSession session, SessionSettings now) {
    Instant time = clock.instant();
    return time.isBefore(session.lastUsedAt().plus(now.idle()))
        && time.isBefore(session.startedAt().plus(now.absolute()));
  }

  /** Seldom enough to cost nothing, often enough for the idle time. */
  private void touch(SessionToken token, StoredSession session, SessionSettings now) {
    Duration share = now.idle().dividedBy(TOUCH_SHARE);
    Duration spacing = share.compareTo(TOUCH_SPACING) < 0 ? share : TOUCH_SPACING;
    Instant time = clock.instant();
    if (!time.isBefore(session.lastUsedAt().plus(spacing))) {
      store.touch(token.hash(), time);
    }
  }

  /** Ends a session on all nodes. */
  public void signOut(ConsoleSession session, String address) {
    store.delete(
        session.token().hash(),
        event(Type.CONSOLE_SIGNED_OUT, session.principal().name(), address));
  }

  /** Removes sessions that are over. */
  public void purge() {
    SessionSettings now = settings.get();
    Instant time = clock.instant();
    store.purge(time.minus(now.absolute()), time.minus(now.idle()));
  }

  private OAuthEvent event(Type type, String name, String address) {
    var actor = new Actor(name, Optional.empty(), Set.of(), Optional.of(address));
    return new OAuthEvent(type, clock.instant(), actor);
  }
}
