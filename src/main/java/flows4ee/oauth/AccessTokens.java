package flows4ee.oauth;

import flows4ee.oauth.TokenStore.TokenStatus;
import flows4ee.oauth.TokenStore.Use;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Checks access tokens against their text and against the present state of token and client, so
 * that revoking, disabling and changing roles act on the next request.
 */
public final class AccessTokens {

  private final TokenVerifier verifier;
  private final TokenStates states;
  private final UsageLog usage;
  private final Clock clock;

  public AccessTokens(TokenVerifier verifier, TokenStates states, UsageLog usage, Clock clock) {
    this.verifier = verifier;
    this.states = states;
    this.usage = usage;
    this.clock = clock;
  }

  /**
   * The caller that a token stands for.
   *
   * @param address source address of the request
   * @return empty for every reason not to accept the token
   */
  public Optional<TokenPrincipal> authenticate(String token, String address) {
    Instant now = clock.instant();
    Optional<VerifiedToken> verified = verifier.verify(token);
    Optional<TokenStatus> status = verified.flatMap(known -> findOpen(known, now));
    status.ifPresent(open -> noteUse(verified.get(), open, address));
    return status.map(open -> new TokenPrincipal(verified.get(), rolesOf(open)));
  }

  /** A token that would be accepted now, as introspection shows it. */
  Optional<ActiveToken> inspect(String token) {
    Instant now = clock.instant();
    Optional<VerifiedToken> verified = verifier.verify(token);
    return verified
        .flatMap(known -> findOpen(known, now))
        .map(open -> new ActiveToken(verified.get(), rolesOf(open)));
  }

  /** The token's own content, whatever its state. */
  Optional<VerifiedToken> read(String token) {
    return verifier.verify(token);
  }

  private Optional<TokenStatus> findOpen(VerifiedToken token, Instant now) {
    return states
        .find(token.jtiHash())
        .filter(status -> !status.revoked() && !status.clientDisabled())
        .filter(status -> status.clientExpiresAt().filter(at -> !now.isBefore(at)).isEmpty())
        .filter(status -> status.clientId().equals(token.clientId()));
  }

  private void noteUse(VerifiedToken token, TokenStatus status, String address) {
    usage.note(
        token.jtiHash(),
        new Use(
            clock.instant(),
            SourceAddress.truncated(address),
            status.clientKey(),
            Optional.of(token.jtiHash()),
            Optional.empty()));
  }

  /** A narrowed token gives the held roles among those it was narrowed to. */
  private static Set<Role> rolesOf(TokenStatus status) {
    if (status.scope().isEmpty()) {
      return status.roles();
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(status.roles());
    roles.retainAll(Scope.parse(status.scope().get()).map(Scope::roles).orElse(Set.of()));
    return roles;
  }

  /** A valid token and the roles it gives now. */
  record ActiveToken(VerifiedToken token, Set<Role> roles) {}
}
