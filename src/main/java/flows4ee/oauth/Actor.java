package flows4ee.oauth;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who changes clients, for the audit and for the limits of self-administration.
 *
 * @param name shown in audit and {@code created_by}
 * @param clientId set when the actor is itself an OAuth client
 * @param grantable the roles this actor may give
 * @param address source address, empty when there is none
 */
public record Actor(
    String name, Optional<String> clientId, Set<Role> grantable, Optional<String> address) {

  public Actor {
    grantable = Set.copyOf(grantable);
  }

  /** An operator at the console, the command line or a management bean: may give every role. */
  public static Actor operator(String name) {
    return new Actor(name, Optional.empty(), EnumSet.allOf(Role.class), Optional.empty());
  }

  /** An operator who calls from this address. */
  public static Actor operator(String name, String address) {
    return new Actor(name, Optional.empty(), EnumSet.allOf(Role.class), Optional.of(address));
  }

  /** An OAuth client calling the REST API: may give only the roles it holds now. */
  public static Actor client(String clientId, Set<Role> held, String address) {
    return new Actor(clientId, Optional.of(clientId), held, Optional.of(address));
  }

  boolean is(OAuthClient client) {
    return clientId.filter(client.clientId()::equals).isPresent();
  }
}
