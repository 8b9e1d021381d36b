package flows4ee.admin.console;

import flows4ee.oauth.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A console user as administrators see him.
 *
 * @param roles the API roles he holds; independent of each other
 */
public record ConsoleUserView(
    String name,
    Set<Role> roles,
    boolean disabled,
    Optional<Instant> lastLoginAt,
    Instant createdAt,
    String createdBy) {

  static ConsoleUserView of(ConsoleUser user) {
    return new ConsoleUserView(
        user.name(),
        user.roles(),
        user.isDisabled(),
        user.lastLoginAt(),
        user.createdAt(),
        user.createdBy());
  }
}
