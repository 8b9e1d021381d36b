package flows4ee.admin.console;

import flows4ee.oauth.Caller;
import flows4ee.oauth.Role;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A console user during a request that carried his session cookie.
 *
 * @param name the user's name
 * @param roles the API roles he holds now
 */
public record ConsolePrincipal(String name, Set<Role> roles) implements Caller {

  /** The container role of everybody who is signed in at the console. */
  public static final String CONSOLE_ROLE = "flows-admin";

  public ConsolePrincipal {
    roles = Set.copyOf(roles);
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String tokenHash() {
    return "";
  }

  /** The console role and the names of the API roles. */
  public Set<String> groups() {
    Set<String> groups = new LinkedHashSet<>(Role.namesOf(roles));
    groups.add(CONSOLE_ROLE);
    return groups;
  }

  @Override
  public String toString() {
    return name;
  }
}
