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
 * one with none, one for each role, and two with all roles and secrets that spellings of
 * credentials treat differently, one of them hashed at the delivered cost. The secrets are made
 * anew for each run.
 */
final class TestClients implements KnownClients {

  private static final int HASH_ITERATIONS = 1000;
  private static final int SLOW_ITERATIONS = 210_000;
  private static final Set<Role> ALL = EnumSet.allOf(Role.class);

  private final String secret = UUID.randomUUID().toString();
  private final ClientCredentials imported =
      new ClientCredentials("it_imported", secret + "+/%:=ü");
  private final ClientCredentials importedAscii =
      new ClientCredentials("it_ascii", secret + "+/%2B:=");

  @Override
  public ClientCredentials with(Set<Role> roles) {
    return new ClientCredentials("it_" + name(roles), secret);
  }

  @Override
  public ClientCredentials imported() {
    return imported;
  }

  @Override
  public ClientCredentials importedAscii() {
    return importedAscii;
  }

  /** Returns the environment variables that declare the clients. */
  Map<String, String> environment() {
    var variables = new HashMap<String, String>();
    for (var roles : List.of(ALL, EnumSet.noneOf(Role.class))) {
      declare(with(roles), roles, variables);
    }
    for (var role : Role.values()) {
      declare(with(EnumSet.of(role)), EnumSet.of(role), variables);
    }
    declare(imported, ALL, variables);
    declare(importedAscii, ALL, SLOW_ITERATIONS, variables);
    return variables;
  }

  private static void declare(
      ClientCredentials client, Set<Role> roles, Map<String, String> variables) {
    declare(client, roles, HASH_ITERATIONS, variables);
  }

  private static void declare(
      ClientCredentials client, Set<Role> roles, int iterations, Map<String, String> variables) {
    var prefix = "F4A_CLIENTS_" + client.id().toUpperCase(Locale.ROOT);
    var hash = SecretHasher.hashChosen(client.secret(), iterations);
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
