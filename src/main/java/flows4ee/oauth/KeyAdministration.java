package flows4ee.oauth;

import flows4ee.oauth.OAuthEvent.Type;
import flows4ee.oauth.key.KeyRotation;
import flows4ee.oauth.key.SigningAlgorithm;
import java.time.Clock;

/** Rotation and emergency removal of signing keys on demand, with their audit events. */
public final class KeyAdministration {

  private final KeyRotation rotation;
  private final TokenStore store;
  private final OAuthSettings settings;
  private final Clock clock;

  KeyAdministration(KeyRotation rotation, TokenStore store, OAuthSettings settings, Clock clock) {
    this.rotation = rotation;
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /** Publishes a new key, which signs ten minutes later; returns its id. */
  public String rotate(Actor actor) {
    String kid = rotation.rotateNow(algorithm());
    record(actor, "New key " + kid);
    return kid;
  }

  /**
   * Removes a key at once; all its tokens become invalid.
   *
   * @return whether there was such a key
   */
  public boolean revoke(String kid, Actor actor) {
    boolean found = rotation.revoke(kid, algorithm());
    if (found) {
      record(actor, "Removed key " + kid);
    }
    return found;
  }

  /** Does what is due by time. */
  void runDue() {
    if (rotation.run(algorithm(), settings.tokens().keyRotation())) {
      record(Actor.operator("server"), "Keys changed on schedule");
    }
  }

  private SigningAlgorithm algorithm() {
    return settings.tokens().deployment().algorithm();
  }

  private void record(Actor actor, String text) {
    store.record(new OAuthEvent(Type.KEY_ROTATED, clock.instant(), actor).with(text));
  }
}
