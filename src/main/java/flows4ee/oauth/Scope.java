package flows4ee.oauth;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A set of privileges in the form of RFC 6749 section 3.3.
 *
 * @param roles the roles whose privileges are in it; the access privilege is always in it
 */
public record Scope(Set<Role> roles) {

  public Scope {
    roles = Set.copyOf(roles);
  }

  /** Reads privileges separated by single blanks; empty when malformed or unknown. */
  public static Optional<Scope> parse(String text) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String privilege : text.split(" ", -1)) {
      Optional<Role> role = Role.ofPrivilege(privilege);
      if (role.isEmpty() && !privilege.equals(Role.ACCESS_PRIVILEGE)) {
        return Optional.empty();
      }
      role.ifPresent(roles::add);
    }
    return Optional.of(new Scope(roles));
  }

  /** The access privilege, then those of the roles in the order of the constants. */
  public String text() {
    var text = new StringBuilder(Role.ACCESS_PRIVILEGE);
    List.copyOf(new TreeSet<>(roles)).forEach(role -> text.append(' ').append(role.privilege()));
    return text.toString();
  }
}
