package flows4ee.oauth;

import flows4ee.oauth.ClientRepository.Revocation;
import flows4ee.oauth.TokenStore.ClientCredentials;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Revokes single tokens; effective on the next request. */
public final class TokenRevocation {

  private final AccessTokens tokens;
  private final TokenStates states;
  private final TokenStore store;
  private final Clock clock;

  public TokenRevocation(AccessTokens tokens, TokenStates states, TokenStore store, Clock clock) {
    this.tokens = tokens;
    this.states = states;
    this.store = store;
    this.clock = clock;
  }

  /** Revokes a token if it belongs to this client; anything else has no effect. */
  public void revokeOwn(String token, ClientCredentials client, String address) {
    tokens
        .read(token)
        .filter(own -> own.clientId().equals(client.clientId()))
        .ifPresent(own -> revoke(own, client, address));
  }

  private void revoke(VerifiedToken token, ClientCredentials client, String address) {
    Instant now = clock.instant();
    var revocation = new Revocation(now, client.clientId(), "Revoked by its client");
    if (store.revoke(token.jtiHash(), revocation)) {
      states.forget();
      var actor =
          new Actor(
              client.clientId(), Optional.of(client.clientId()), Set.of(), Optional.of(address));
      store.record(
          new OAuthEvent(OAuthEvent.Type.TOKEN_REVOKED, now, actor)
              .about(client.clientId())
              .with("1 token"));
    }
  }
}
