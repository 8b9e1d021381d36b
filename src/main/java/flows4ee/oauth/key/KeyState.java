package flows4ee.oauth.key;

/** Life of a signing key; all three are published and verify, only the active one signs. */
public enum KeyState {
  NEXT,
  ACTIVE,
  RETIRED
}
