package flows4ee.persistence;

import flows4ee.admin.console.SessionStore;
import flows4ee.oauth.OAuthEvent;
import flows4ee.oauth.Role;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Sessions of the console over JDBC. */
public final class SqlSessionStore implements SessionStore {

  private static final String FIND =
      """
      select s.started_at, s.last_used_at, u.name, u.disabled, r.role_name
        from console_sessions s
        join console_users u on u.id = s.user_fk
        left join console_user_roles r on r.user_fk = u.id
       where s.token_hash = ?""";

  private static final String INSERT =
      """
      insert into console_sessions (token_hash, user_fk, started_at, last_used_at, ip)
      values (?, ?, ?, ?, ?)""";

  private final Jdbc jdbc;

  public SqlSessionStore(DataSource dataSource) {
    this.jdbc = new Jdbc(dataSource);
  }

  @Override
  public void insert(NewSession session, OAuthEvent event) {
    jdbc.inTransaction(
        connection -> {
          Jdbc.update(
              connection,
              INSERT,
              session.tokenHash(),
              session.userId(),
              session.startedAt(),
              session.startedAt(),
              session.address());
          Jdbc.update(
              connection,
              "update console_users set last_login_at = ? where id = ?",
              session.startedAt(),
              session.userId());
          return SqlTokenStore.insertEvent(connection, event);
        });
  }

  @Override
  public Optional<StoredSession> find(String tokenHash) {
    return jdbc.run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, tokenHash);
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next() && !rows.getBoolean("disabled")
                  ? Optional.of(session(rows))
                  : Optional.empty();
            }
          }
        });
  }

  private static StoredSession session(ResultSet row) throws SQLException {
    String name = row.getString("name");
    Instant startedAt = Jdbc.instant(row, "started_at").orElseThrow();
    Instant lastUsedAt = Jdbc.instant(row, "last_used_at").orElseThrow();
    Set<Role> roles = EnumSet.noneOf(Role.class);
    do {
      Optional.ofNullable(row.getString("role_name")).flatMap(Role::ofName).ifPresent(roles::add);
    } while (row.next());
    return new StoredSession(name, roles, startedAt, lastUsedAt);
  }

  @Override
  public void touch(String tokenHash, Instant at) {
    jdbc.run(
        connection ->
            Jdbc.update(
                connection,
                "update console_sessions set last_used_at = ? where token_hash = ?",
                at,
                tokenHash));
  }

  @Override
  public void delete(String tokenHash, OAuthEvent event) {
    jdbc.inTransaction(
        connection -> {
          Jdbc.update(connection, "delete from console_sessions where token_hash = ?", tokenHash);
          return SqlTokenStore.insertEvent(connection, event);
        });
  }

  @Override
  public void record(OAuthEvent event) {
    jdbc.run(connection -> SqlTokenStore.insertEvent(connection, event));
  }

  @Override
  public void upgradePassword(long userId, String oldHash, String newHash) {
    jdbc.run(
        connection ->
            Jdbc.update(
                connection,
                "update console_users set password_hash = ? where id = ? and password_hash = ?",
                newHash,
                userId,
                oldHash));
  }

  @Override
  public void purge(Instant startedBefore, Instant lastUsedBefore) {
    jdbc.run(
        connection ->
            Jdbc.update(
                connection,
                "delete from console_sessions where started_at < ? or last_used_at < ?",
                startedBefore,
                lastUsedBefore));
  }
}
