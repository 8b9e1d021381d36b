package flows4ee.oauth;

import java.util.List;
import java.util.Optional;

/**
 * Restricts a list of clients; what is empty does not restrict, several values are or.
 *
 * @param names exact, ignoring case
 * @param owners exact
 * @param roles of which the client holds one
 * @param disabled whether disabled
 */
public record ClientFilter(
    List<String> names, List<String> owners, List<Role> roles, Optional<Boolean> disabled) {

  /** Every client that is not deleted. */
  public static final ClientFilter ALL =
      new ClientFilter(List.of(), List.of(), List.of(), Optional.empty());
}
