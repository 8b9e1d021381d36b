package flows4ee.oauth;

import java.util.Optional;

/**
 * Restricts a list of clients; what is empty does not restrict.
 *
 * @param name exact, ignoring case
 * @param owner exact
 * @param role a role the client holds
 * @param disabled whether disabled
 */
public record ClientFilter(
    Optional<String> name,
    Optional<String> owner,
    Optional<Role> role,
    Optional<Boolean> disabled) {

  /** Every client that is not deleted. */
  public static final ClientFilter ALL =
      new ClientFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
