package flows4ee.oauth;

import java.util.function.Supplier;

/** Resolves the identity of this installation's tokens when the database can be read. */
final class IdentitySource implements Supplier<TokenIdentity> {

  private final OAuthSettings settings;
  private final TokenStore store;
  private volatile TokenIdentity identity;

  IdentitySource(OAuthSettings settings, TokenStore store) {
    this.settings = settings;
    this.store = store;
  }

  @Override
  public TokenIdentity get() {
    if (identity == null) {
      identity = TokenIdentity.resolve(settings, store);
    }
    return identity;
  }
}
