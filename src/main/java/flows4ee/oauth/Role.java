package flows4ee.oauth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The four API roles of Flows for APEX. They are independent: none includes another. */
public enum Role {
  READ(Roles.READ, "flowsforapex.read"),
  WRITE(Roles.WRITE, "flowsforapex.write"),
  MESSAGES(Roles.MESSAGES, "flowsforapex.messages"),
  ADMIN(Roles.ADMIN, "flowsforapex.admin");

  /** Privilege that every role carries: reaching the REST module at all. */
  public static final String ACCESS_PRIVILEGE = "flowsforapex.access";

  private final String roleName;
  private final String privilege;

  Role(String roleName, String privilege) {
    this.roleName = roleName;
    this.privilege = privilege;
  }

  public String roleName() {
    return roleName;
  }

  /** The OAuth scope value of this role. */
  public String privilege() {
    return privilege;
  }

  public static Optional<Role> ofName(String roleName) {
    return Arrays.stream(values()).filter(role -> role.roleName.equals(roleName)).findFirst();
  }

  static Optional<Role> ofPrivilege(String privilege) {
    return Arrays.stream(values()).filter(role -> role.privilege.equals(privilege)).findFirst();
  }

  /** All scope values, the access privilege first. */
  public static List<String> privileges() {
    List<String> privileges = new ArrayList<>(List.of(ACCESS_PRIVILEGE));
    Arrays.stream(values()).map(Role::privilege).forEach(privileges::add);
    return List.copyOf(privileges);
  }

  /** The names in the order of the constants. */
  public static List<String> namesOf(Collection<Role> roles) {
    return Arrays.stream(values()).filter(roles::contains).map(Role::roleName).toList();
  }

  /** The roles with these names; unknown names are left out. */
  public static Set<Role> ofNames(Collection<String> names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    names.forEach(name -> ofName(name).ifPresent(roles::add));
    return roles;
  }
}
