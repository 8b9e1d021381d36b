package flows4ee.oauth;

import flows4ee.oauth.DeclaredClients.Declaration;
import flows4ee.oauth.key.KeyCodec;
import flows4ee.oauth.key.KeyRing;
import flows4ee.oauth.key.KeyRotation;
import flows4ee.oauth.key.SealedText;
import flows4ee.oauth.key.SigningKeyRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The OAuth service put together: everything it consists of, made from what the application
 * supplies. Needs no database until {@link #start()}.
 */
public final class OAuthModule {

  private static final Duration TOKEN_RETENTION = Duration.ofHours(1);
  private static final Duration PURGE_SPACING = Duration.ofMinutes(10);

  private final Surroundings surroundings;
  private final KeyRing keys;
  private final KeyAdministration keyAdministration;
  private final Supplier<TokenIdentity> identity;
  private final TokenStates states;
  private final UsageLog usage;
  private final AccessTokens tokens;
  private final OAuthCounters counters = new OAuthCounters();
  private final FailureThrottle throttle;
  private final GrantLimits limits;
  private final ClientAuthentication authentication;
  private final ClientService clients;
  private final ClientSecrets secrets;
  private final DeclaredClients declared;
  private Instant nextPurge = Instant.EPOCH;

  /** What the application supplies. */
  public record Surroundings(
      OAuthSettings settings,
      MasterKey masterKey,
      Stores stores,
      DerivationLimit derivations,
      Clock clock) {}

  /**
   * Where the service keeps its data.
   *
   * @param declarations clients that the server's configuration declares now, by name
   */
  public record Stores(
      SigningKeyRepository keys,
      ClientRepository clients,
      TokenStore tokens,
      Supplier<Map<String, Declaration>> declarations) {}

  public OAuthModule(Surroundings surroundings) {
    this.surroundings = surroundings;
    Clock clock = surroundings.clock();
    TokenStore store = surroundings.stores().tokens();
    OAuthSettings settings = surroundings.settings();
    MasterKey masterKey = surroundings.masterKey();
    var codec = new KeyCodec(new SealedText(masterKey.derive("signing-keys")));
    keys = new KeyRing(surroundings.stores().keys(), codec, clock);
    var rotation = new KeyRotation(surroundings.stores().keys(), codec, keys, clock);
    keyAdministration = new KeyAdministration(rotation, store, settings, clock);
    identity = new IdentitySource(settings, store);
    states = new TokenStates(store, settings, clock);
    usage = new UsageLog(store, clock);
    tokens = new AccessTokens(new TokenVerifier(keys, identity, clock), states, usage, clock);
    throttle = new FailureThrottle(clock);
    limits = new GrantLimits(store, states, settings, clock);
    var hasher = new SecretHasher(masterKey);
    var chosen = new ChosenSecrets(store, settings, clock);
    authentication = new ClientAuthentication(store, hasher, chosen, usage, clock);
    var factory = new SecretFactory(hasher, masterKey, settings, clock);
    clients = new ClientService(surroundings.stores().clients(), factory, states::forget, clock);
    secrets = new ClientSecrets(clients, factory, clock);
    declared =
        new DeclaredClients(
            surroundings.stores().declarations(),
            surroundings.stores().clients(),
            states::forget,
            clock);
  }

  /**
   * Makes the service ready: loads the signing keys or makes the first one, reads the declared
   * clients.
   *
   * @throws IllegalStateException when the stored keys cannot be opened with the master key
   */
  public void start() {
    identity.get();
    keyAdministration.runDue();
    declared.reconcile();
  }

  /** Work that is due every few seconds; to be called by a scheduler on every node. */
  public void maintain() {
    keyAdministration.runDue();
    declared.reconcile();
    usage.flush();
    purgeIfDue();
  }

  /** Ends derivations and writes what is only in memory, before the application stops. */
  public void stop() {
    surroundings.derivations().close();
    usage.flush();
  }

  private void purgeIfDue() {
    Instant now = surroundings.clock().instant();
    if (now.isBefore(nextPurge)) {
      return;
    }
    nextPurge = now.plus(PURGE_SPACING);
    surroundings
        .stores()
        .tokens()
        .purge(
            now.minus(TOKEN_RETENTION),
            now.minus(surroundings.settings().tokens().eventRetention()));
  }

  public OAuthSettings settings() {
    return surroundings.settings();
  }

  public TokenStore tokenStore() {
    return surroundings.stores().tokens();
  }

  public Clock clock() {
    return surroundings.clock();
  }

  public Supplier<TokenIdentity> identity() {
    return identity;
  }

  public KeyRing keys() {
    return keys;
  }

  public KeyAdministration keyAdministration() {
    return keyAdministration;
  }

  public AccessTokens accessTokens() {
    return tokens;
  }

  public TokenIssuer tokenIssuer() {
    return new TokenIssuer(keys, tokenStore(), identity, settings(), clock());
  }

  public GrantLimits grantLimits() {
    return limits;
  }

  public TokenRevocation tokenRevocation() {
    return new TokenRevocation(tokens, states, tokenStore(), clock());
  }

  public TokenIntrospection tokenIntrospection() {
    return new TokenIntrospection(tokens);
  }

  public ClientAuthentication clientAuthentication() {
    return authentication;
  }

  public FailureThrottle throttle() {
    return throttle;
  }

  public DerivationLimit derivations() {
    return surroundings.derivations();
  }

  public OAuthCounters counters() {
    return counters;
  }

  public ClientService clients() {
    return clients;
  }

  public ClientSecrets clientSecrets() {
    return secrets;
  }

  public FirstClient firstClient() {
    return new FirstClient(clients, tokenStore());
  }
}
