package flows4ee.persistence;

import flows4ee.oauth.ClientRepository.Revocation;
import flows4ee.oauth.OAuthEvent;
import flows4ee.oauth.TokenStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Tokens and credentials over JDBC. */
public final class SqlTokenStore implements TokenStore {

  private static final int PURGE_PORTION = 1000;

  private static final String FIND_CREDENTIALS =
      """
      select c.id, c.client_id, c.disabled, c.expires_at, c.token_lifetime,
             s.id as secret_id, s.secret_hash, s.expires_at as secret_expires_at, r.role_name
        from oauth_clients c
        left join oauth_client_secrets s on s.client_fk = c.id and s.revoked_at is null
        left join oauth_client_roles r on r.client_fk = c.id
       where c.client_id = ? and c.deleted_at is null
       order by s.id""";

  private static final String FIND_STATUS =
      """
      select c.id, c.client_id, t.revoked_at, t.scope, c.disabled, c.expires_at, r.role_name
        from oauth_tokens t
        join oauth_clients c on c.id = t.client_fk
        left join oauth_client_roles r on r.client_fk = c.id
       where t.jti_hash = ? and c.deleted_at is null""";

  private static final String INSERT_TOKEN =
      """
      insert into oauth_tokens (jti_hash, client_fk, issued_at, expires_at, scope, source_ip)
      values (?, ?, ?, ?, ?, ?)""";

  private static final String INSERT_EVENT =
      """
      insert into oauth_events (event_at, event, actor, client_id, ip, detail)
      values (?, ?, ?, ?, ?, ?)""";

  private static final String REVOKE =
      """
      update oauth_tokens set revoked_at = ?, revoked_by = ?, reason = ?
       where jti_hash = ? and revoked_at is null""";

  private static final String FIND_OLDEST =
      """
      select jti_hash from oauth_tokens
       where client_fk = ? and revoked_at is null and expires_at > ?
       order by coalesce(last_used_at, issued_at), jti_hash
       fetch first ? rows only""";

  private final Jdbc jdbc;

  public SqlTokenStore(DataSource dataSource) {
    this.jdbc = new Jdbc(dataSource);
  }

  @Override
  public Optional<ClientCredentials> findCredentials(String clientId) {
    return jdbc.run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(FIND_CREDENTIALS)) {
            statement.setString(1, clientId);
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next() ? Optional.of(ClientRows.credentials(rows)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public void insert(IssuedToken token, OAuthEvent event) {
    jdbc.inTransaction(
        connection -> {
          insertEvent(connection, event);
          return Jdbc.update(
              connection,
              INSERT_TOKEN,
              token.jtiHash(),
              token.clientKey(),
              token.issuedAt(),
              token.expiresAt(),
              token.scope(),
              token.address());
        });
  }

  @Override
  public void record(OAuthEvent event) {
    jdbc.run(connection -> insertEvent(connection, event));
  }

  static int insertEvent(Connection connection, OAuthEvent event) throws SQLException {
    return Jdbc.update(
        connection,
        INSERT_EVENT,
        event.at(),
        event.type(),
        event.actor(),
        event.clientId(),
        event.address(),
        event.detail());
  }

  @Override
  public Optional<TokenStatus> findStatus(String jtiHash) {
    return jdbc.read(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(FIND_STATUS)) {
            statement.setString(1, jtiHash);
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next() ? Optional.of(ClientRows.status(rows)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public boolean revoke(String jtiHash, Revocation revocation) {
    return jdbc.run(connection -> revoke(connection, jtiHash, revocation)) > 0;
  }

  private static int revoke(Connection connection, String jtiHash, Revocation revocation)
      throws SQLException {
    return Jdbc.update(
        connection, REVOKE, revocation.at(), revocation.by(), revocation.reason(), jtiHash);
  }

  @Override
  public int countOpen(long clientKey, Instant now) {
    return jdbc.run(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  select count(*) from oauth_tokens
                   where client_fk = ? and expires_at > ? and revoked_at is null""")) {
            Jdbc.set(statement, clientKey, now);
            try (ResultSet row = statement.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }

  @Override
  public void revokeOldest(long clientKey, int count, Revocation revocation) {
    jdbc.inTransaction(
        connection -> {
          for (String jtiHash : findOldest(connection, clientKey, count, revocation.at())) {
            revoke(connection, jtiHash, revocation);
          }
          return null;
        });
  }

  private static List<String> findOldest(
      Connection connection, long clientKey, int count, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND_OLDEST)) {
      Jdbc.set(statement, clientKey, now, count);
      List<String> hashes = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          hashes.add(rows.getString(1));
        }
      }
      return hashes;
    }
  }

  @Override
  public void upgradeHash(long secretId, String oldHash, String newHash) {
    jdbc.run(
        connection ->
            Jdbc.update(
                connection,
                "update oauth_client_secrets set secret_hash = ? where id = ? and secret_hash = ?",
                newHash,
                secretId,
                oldHash));
  }

  @Override
  public void markUsed(Collection<Use> uses) {
    jdbc.inTransaction(
        connection -> {
          for (Use use : uses) {
            markUsed(connection, use);
          }
          return null;
        });
  }

  private static void markUsed(Connection connection, Use use) throws SQLException {
    Jdbc.update(
        connection,
        "update oauth_clients set last_used_at = ?, last_used_ip = ? where id = ?",
        use.at(),
        use.address(),
        use.clientKey());
    if (use.jtiHash().isPresent()) {
      Jdbc.update(
          connection,
          "update oauth_tokens set last_used_at = ? where jti_hash = ?",
          use.at(),
          use.jtiHash());
    }
    if (use.secretId().isPresent()) {
      Jdbc.update(
          connection,
          "update oauth_client_secrets set last_used_at = ? where id = ?",
          use.at(),
          use.secretId());
    }
  }

  @Override
  public String findOrCreateInstallationId(String candidate) {
    return jdbc.run(
        connection -> {
          Jdbc.update(
              connection,
              """
              update oauth_installation set installation_id = ?
               where id = 1 and installation_id is null""",
              candidate);
          try (PreparedStatement statement =
                  connection.prepareStatement("select installation_id from oauth_installation");
              ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
          }
        });
  }

  @Override
  public void purge(Instant tokensBefore, Instant eventsBefore) {
    purge("oauth_tokens", "jti_hash", "expires_at", tokensBefore);
    purge("oauth_events", "id", "event_at", eventsBefore);
  }

  /** Portions keep every transaction short. */
  private void purge(String table, String key, String column, Instant before) {
    String sql =
        "delete from %1$s where %2$s in (select %2$s from %1$s where %3$s < ? fetch first %4$d rows only)"
            .formatted(table, key, column, PURGE_PORTION);
    int deleted;
    do {
      deleted = jdbc.run(connection -> Jdbc.update(connection, sql, before));
    } while (deleted == PURGE_PORTION);
  }

  @Override
  public boolean hasClients() {
    return jdbc.run(
        connection -> {
          try (PreparedStatement statement =
                  connection.prepareStatement(
                      "select id from oauth_clients fetch first 1 rows only");
              ResultSet rows = statement.executeQuery()) {
            return rows.next();
          }
        });
  }
}
