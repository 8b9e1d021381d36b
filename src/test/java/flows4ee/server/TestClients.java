package flows4ee.server;

import flows4ee.oauth.Role;
import flows4ee.oauth.SecretHasher;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The OAuth clients declared to a server under test through its environment: one with all roles,
 * one with none, one for each role. Their common secret is made anew for each run.
 */
final class TestClients {

  private static final int HASH_ITERATIONS = 1000;

  private final String secret = UUID.randomUUID().toString();

  ClientCredentials with(Set<Role> roles) {
    return new ClientCredentials("it_" + name(roles), secret);
  }

  /** Returns the environment variables that declare the clients. */
  Map<String, String> environment() {
    var hash = SecretHasher.hashChosen(secret, HASH_ITERATIONS);
    var variables = new HashMap<String, String>();
    for (var roles : List.of(EnumSet.allOf(Role.class), EnumSet.noneOf(Role.class))) {
      declare(roles, hash, variables);
    }
    for (var role : Role.values()) {
      declare(EnumSet.of(role), hash, variables);
    }
    return variables;
  }

  private static void declare(Set<Role> roles, String hash, Map<String, String> variables) {
    var prefix = "F4A_CLIENTS_IT_" + name(roles).toUpperCase(Locale.ROOT);
    variables.put(prefix + "_ROLES", String.join(",", Role.namesOf(roles)));
    variables.put(prefix + "_SECRET_HASH", hash);
  }

  private static String name(Set<Role> roles) {
    return switch (roles.size()) {
      case 0 -> "none";
      case 1 -> roles.iterator().next().name().toLowerCase(Locale.ROOT);
      default -> "all";
    };
  }
}
