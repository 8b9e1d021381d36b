package flows4ee.admin.console;

import flows4ee.oauth.OAuthEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where console users are kept. */
public interface ConsoleUserRepository {

  /**
   * Runs {@code work} in one transaction, committed when it returns and dropped when it throws.
   *
   * @throws ConsoleUserException of kind CONFLICT when somebody else took the same name, or changed
   *     the same user, meanwhile
   */
  <T> T inTransaction(Function<UserTransaction, T> work);

  /** What can be done within one transaction. */
  interface UserTransaction {

    /** Finds a user by his name in any case. */
    Optional<ConsoleUser> findByName(String name);

    /** All users by name. */
    List<ConsoleUser> findAll();

    /** Whether an enabled user holds the role Admin. */
    boolean hasAdministrator();

    void add(ConsoleUser user);

    /** Removes a user with his roles; his sessions have to be ended before. */
    void remove(ConsoleUser user);

    /** Ends all sessions of a user. */
    void endSessions(ConsoleUser user);

    /** Makes this the only token that a setup link may carry. */
    void replaceSetup(String tokenHash, Instant expiresAt);

    /** Uses a setup token up; false when there is no such one or it is too old. */
    boolean takeSetup(String tokenHash, Instant now);

    void record(OAuthEvent event);
  }
}
