package flows4ee.admin;

import flows4ee.oauth.NewSecret;

/** A new secret as management tools show it, once. */
public final class SecretInfo {

  private final NewSecret made;

  SecretInfo(NewSecret made) {
    this.made = made;
  }

  public String getClientId() {
    return made.client().clientId();
  }

  public long getSecretId() {
    return made.secret().id();
  }

  public String getClientSecret() {
    return made.plain().orElse("");
  }
}
