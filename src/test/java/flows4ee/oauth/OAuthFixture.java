package flows4ee.oauth;

import flows4ee.oauth.DeclaredClients.Declaration;
import flows4ee.oauth.NewSecret.Showing;
import flows4ee.oauth.OAuthModule.Stores;
import flows4ee.oauth.OAuthModule.Surroundings;
import flows4ee.persistence.JpaClientRepository;
import flows4ee.persistence.JpaSigningKeyRepository;
import flows4ee.persistence.SqlTokenStore;
import flows4ee.persistence.TestDatabase;
import java.io.Closeable;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The OAuth service on a database of its own, with a clock and settings that tests change. */
public final class OAuthFixture implements Closeable, OAuthSettings {

  public static final Actor OPERATOR = Actor.operator("operator");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final TestDatabase database;
  private final SettableClock clock = SettableClock.atNoon();
  private final Map<String, Declaration> declarations = new HashMap<>();
  private final OAuthModule module;
  private TokenSettings settings = TestSettings.DEFAULTS;
  private Origin origin = Origin.DIRECT;

  private OAuthFixture(TestDatabase database) {
    this.database = database;
    this.module = newNode();
    module.start();
  }

  public static OAuthFixture onH2() {
    return new OAuthFixture(TestDatabase.h2());
  }

  public static OAuthFixture onPostgresql() {
    return new OAuthFixture(TestDatabase.postgresql());
  }

  /** The service of clients alone, on any repository. */
  public static ClientService clients(ClientRepository repository) {
    var key = new MasterKey(new byte[MasterKey.LENGTH]);
    var clock = SettableClock.atNoon();
    var secrets = new SecretFactory(new SecretHasher(key), key, TestSettings.FIXED, clock);
    return new ClientService(repository, secrets, () -> {}, clock);
  }

  /** Another node on the same database. */
  public OAuthModule newNode() {
    return new OAuthModule(
        new Surroundings(
            this,
            new MasterKey(new byte[MasterKey.LENGTH]),
            new Stores(
                new JpaSigningKeyRepository(database.transactions()),
                new JpaClientRepository(database.transactions()),
                new SqlTokenStore(database.dataSource()),
                () -> Map.copyOf(declarations)),
            DerivationLimit.onDaemonThreads(),
            clock));
  }

  public void use(TokenSettings value) {
    settings = value;
  }

  public void useOrigin(Origin value) {
    origin = value;
  }

  public void declare(String name, Declaration declaration) {
    declarations.put(name, declaration);
  }

  public void undeclare(String name) {
    declarations.remove(name);
  }

  @Override
  public TokenSettings tokens() {
    return settings;
  }

  @Override
  public Origin origin() {
    return origin;
  }

  public SettableClock clock() {
    return clock;
  }

  public OAuthModule module() {
    return module;
  }

  public TestDatabase database() {
    return database;
  }

  /** Attributes that collide with no other client. */
  public static ClientAttributes attributes() {
    return ClientAttributes.of("client " + NUMBER.incrementAndGet(), "owner", "a@example.org");
  }

  /** A new client with a generated secret. */
  public NewSecret createClient(Role... roles) {
    return module.clients().create(attributes(), Set.of(roles), Showing.NOW, OPERATOR);
  }

  /** A token of a client, past the HTTP part. */
  public String tokenOf(NewSecret client) {
    return tokenOf(client, Optional.empty());
  }

  /** A narrowed token of a client. */
  public String tokenOf(NewSecret client, Optional<Scope> scope) {
    var authenticated =
        authenticate(client.client().clientId(), client.plain().orElseThrow()).orElseThrow();
    return module.tokenIssuer().issue(authenticated, scope, "10.1.2.3").token();
  }

  /** The client that these credentials belong to. */
  Optional<AuthenticatedClient> authenticate(String clientId, String secret) {
    var reading = new ClientCredential.Reading(clientId, secret);
    var authentication = module.clientAuthentication();
    return authentication.verify(
        authentication.claim(new ClientCredential(List.of(reading), "10.1.2.3")));
  }

  public Optional<TokenPrincipal> check(String token) {
    return module.accessTokens().authenticate(token, "10.1.2.3");
  }

  /** The first column of a query. */
  public List<String> query(String sql) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
