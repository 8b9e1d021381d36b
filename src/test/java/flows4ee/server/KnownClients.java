package flows4ee.server;

import flows4ee.oauth.Role;
import java.util.Set;
import java.util.function.Supplier;

/** The OAuth clients that the tests know at a server. */
interface KnownClients {

  /** A client that has exactly these roles: all, one or none. */
  ClientCredentials with(Set<Role> roles);

  /** A client with all roles and a secret with {@code + / % : =} and a letter beyond ASCII. */
  ClientCredentials imported();

  /**
   * A client with all roles and a secret in ASCII, with {@code + / : =} and an encoded character.
   */
  ClientCredentials importedAscii();

  /** One client with all roles that stands for each of them. */
  static KnownClients one(Supplier<ClientCredentials> client) {
    return new KnownClients() {
      @Override
      public ClientCredentials with(Set<Role> roles) {
        return client.get();
      }

      @Override
      public ClientCredentials imported() {
        return client.get();
      }

      @Override
      public ClientCredentials importedAscii() {
        return client.get();
      }
    };
  }
}
