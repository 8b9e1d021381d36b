package flows4ee.oauth;

import java.security.Principal;
import java.util.Set;

/** Who calls the REST API: an OAuth client with a token, or a console user with a session. */
public interface Caller extends Principal {

  /** Name for {@code init_by}, reservations and logs: the {@code client_id} of a client. */
  @Override
  String getName();

  /** The API roles held for this request. */
  Set<Role> roles();

  /** Hex SHA-256 of the token's {@code jti}, to correlate log entries; empty without a token. */
  String tokenHash();
}
