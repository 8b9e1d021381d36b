package flows4ee.oauth;

import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The caller of a request that carried a valid access token. {@code groups} are the roles the
 * client holds now, not those written in the token. Does not hold the token's text.
 */
public final class TokenPrincipal implements JsonWebToken, Caller {

  private final VerifiedToken token;
  private final Set<Role> roles;

  TokenPrincipal(VerifiedToken token, Set<Role> roles) {
    this.token = token;
    this.roles = Set.copyOf(roles);
  }

  @Override
  public String getName() {
    return token.clientId();
  }

  public String clientId() {
    return token.clientId();
  }

  @Override
  public Set<Role> roles() {
    return roles;
  }

  @Override
  public String tokenHash() {
    return token.jtiHash();
  }

  @Override
  public Set<String> getClaimNames() {
    return token.claims().keySet();
  }

  @Override
  public Set<String> getAudience() {
    return token.audience();
  }

  @Override
  public Set<String> getGroups() {
    return new LinkedHashSet<>(Role.namesOf(roles));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T getClaim(String name) {
    if (name.equals(Claims.groups.name())) {
      return (T) getGroups();
    }
    return (T) (name.equals(Claims.aud.name()) ? getAudience() : token.claims().get(name));
  }

  @Override
  public String toString() {
    return getName();
  }
}
