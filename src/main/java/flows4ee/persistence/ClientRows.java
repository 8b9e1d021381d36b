package flows4ee.persistence;

import flows4ee.oauth.Role;
import flows4ee.oauth.TokenStore.ClientCredentials;
import flows4ee.oauth.TokenStore.StoredSecret;
import flows4ee.oauth.TokenStore.TokenStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one client from rows that repeat it for each role and secret; the cursor stands on the
 * first.
 */
final class ClientRows {

  private ClientRows() {}

  static ClientCredentials credentials(ResultSet row) throws SQLException {
    long key = row.getLong("id");
    String clientId = row.getString("client_id");
    boolean disabled = row.getBoolean("disabled");
    Optional<Instant> expiresAt = Jdbc.instant(row, "expires_at");
    int seconds = row.getInt("token_lifetime");
    Optional<Duration> lifetime =
        row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Map<Long, StoredSecret> secrets = new HashMap<>();
    do {
      addRole(roles, row);
      addSecret(secrets, row);
    } while (row.next());
    return new ClientCredentials(
        key, clientId, disabled, expiresAt, lifetime, roles, List.copyOf(secrets.values()));
  }

  private static void addSecret(Map<Long, StoredSecret> secrets, ResultSet row)
      throws SQLException {
    long id = row.getLong("secret_id");
    if (!row.wasNull()) {
      secrets.put(
          id,
          new StoredSecret(
              id, row.getString("secret_hash"), Jdbc.instant(row, "secret_expires_at")));
    }
  }

  private static void addRole(Set<Role> roles, ResultSet row) throws SQLException {
    String name = row.getString("role_name");
    if (name != null) {
      Role.ofName(name).ifPresent(roles::add);
    }
  }

  static TokenStatus status(ResultSet row) throws SQLException {
    long key = row.getLong("id");
    String clientId = row.getString("client_id");
    boolean revoked = row.getTimestamp("revoked_at") != null;
    boolean disabled = row.getBoolean("disabled");
    Optional<Instant> expiresAt = Jdbc.instant(row, "expires_at");
    Optional<String> scope = Optional.ofNullable(row.getString("scope"));
    Set<Role> roles = EnumSet.noneOf(Role.class);
    do {
      addRole(roles, row);
    } while (row.next());
    return new TokenStatus(key, clientId, revoked, disabled, expiresAt, scope, roles);
  }
}
