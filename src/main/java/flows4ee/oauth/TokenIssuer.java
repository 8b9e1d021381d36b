package flows4ee.oauth;

import flows4ee.oauth.TokenStore.ClientCredentials;
import flows4ee.oauth.TokenStore.IssuedToken;
import flows4ee.oauth.key.Encoding;
import flows4ee.oauth.key.KeyRing;
import flows4ee.oauth.key.SignedToken;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.spi.JsonProvider;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Issues access tokens: signed JWTs after RFC 9068, noted in the table by the hash of their id. */
public final class TokenIssuer {

  private static final int JTI_BYTES = 16;
  private static final JsonBuilderFactory JSON =
      JsonProvider.provider().createBuilderFactory(Map.of());

  private final KeyRing keys;
  private final TokenStore store;
  private final Supplier<TokenIdentity> identity;
  private final OAuthSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public TokenIssuer(
      KeyRing keys,
      TokenStore store,
      Supplier<TokenIdentity> identity,
      OAuthSettings settings,
      Clock clock) {
    this.keys = keys;
    this.store = store;
    this.identity = identity;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Issues a token.
   *
   * @param narrowed the scope asked for, none for all roles of the client
   * @param address where the request came from
   */
  public Grant issue(AuthenticatedClient client, Optional<Scope> narrowed, String address) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiry = expiry(client, now);
    String jti = RandomText.of(random, JTI_BYTES);
    String token =
        SignedToken.sign(
            keys.active(),
            identity.get().typ(),
            payload(client.credentials(), narrowed, new Claims(jti, now, expiry)));
    store.insert(
        new IssuedToken(
            Encoding.sha256Hex(jti),
            client.credentials().key(),
            now,
            expiry,
            narrowed.map(Scope::text),
            address),
        event(client.credentials().clientId(), address));
    return new Grant(token, Duration.between(now, expiry), narrowed.map(Scope::text));
  }

  private OAuthEvent event(String clientId, String address) {
    var actor = new Actor(clientId, Optional.of(clientId), Set.of(), Optional.of(address));
    return new OAuthEvent(OAuthEvent.Type.TOKEN_ISSUED, clock.instant(), actor).about(clientId);
  }

  /** Never beyond the end of the client or of the secret that was used. */
  private Instant expiry(AuthenticatedClient client, Instant now) {
    Duration lifetime = client.credentials().lifetime().orElse(settings.tokens().lifetime());
    Instant expiry = now.plus(lifetime);
    expiry = earlier(expiry, client.credentials().expiresAt());
    return earlier(expiry, client.secret().expiresAt()).truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant earlier(Instant a, Optional<Instant> b) {
    return b.filter(end -> end.isBefore(a)).orElse(a);
  }

  private String payload(ClientCredentials client, Optional<Scope> narrowed, Claims claims) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(client.roles());
    narrowed.ifPresent(scope -> roles.retainAll(scope.roles()));
    JsonArrayBuilder groups = JSON.createArrayBuilder();
    Role.namesOf(roles).forEach(groups::add);
    return JSON.createObjectBuilder()
        .add("iss", identity.get().issuer())
        .add("sub", client.clientId())
        .add("aud", JSON.createArrayBuilder().add(identity.get().audience()))
        .add("iat", claims.issuedAt().getEpochSecond())
        .add("exp", claims.expiresAt().getEpochSecond())
        .add("jti", claims.jti())
        .add("client_id", client.clientId())
        .add("groups", groups)
        .add("scope", new Scope(roles).text())
        .add("upn", client.clientId())
        .build()
        .toString();
  }

  private record Claims(String jti, Instant issuedAt, Instant expiresAt) {}

  /**
   * An issued token.
   *
   * @param scope set when the request asked for one
   */
  public record Grant(String token, Duration expiresIn, Optional<String> scope) {}
}
