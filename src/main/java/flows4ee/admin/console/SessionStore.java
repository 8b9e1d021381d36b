package flows4ee.admin.console;

import flows4ee.oauth.OAuthEvent;
import flows4ee.oauth.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Where sessions are kept, so that every node knows them. */
public interface SessionStore {

  /** A session that begins. */
  record NewSession(String tokenHash, long userId, Instant startedAt, String address) {}

  /**
   * A session of an enabled user.
   *
   * @param roles those the user holds now
   */
  record StoredSession(String userName, Set<Role> roles, Instant startedAt, Instant lastUsedAt) {}

  /** Begins a session and notes the user's sign-in. */
  void insert(NewSession session, OAuthEvent event);

  /** The session with this token, unless its user is disabled. */
  Optional<StoredSession> find(String tokenHash);

  /** Notes that a session was used. */
  void touch(String tokenHash, Instant at);

  /** Ends a session. */
  void delete(String tokenHash, OAuthEvent event);

  /** Writes an audit event alone. */
  void record(OAuthEvent event);

  /** Replaces the hash of a user's password, if it is still the old one. */
  void upgradePassword(long userId, String oldHash, String newHash);

  /** Removes sessions that began, or were last used, before these times. */
  void purge(Instant startedBefore, Instant lastUsedBefore);
}
