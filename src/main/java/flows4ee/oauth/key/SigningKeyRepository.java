package flows4ee.oauth.key;

import java.util.List;
import java.util.function.Function;

/** The table of signing keys. */
public interface SigningKeyRepository {

  /** All keys, oldest first. */
  List<SigningKeyRecord> findAll();

  /**
   * Runs {@code work} in one transaction in which no other node can change keys; the change is
   * committed when it returns and dropped when it throws.
   */
  <T> T changeLocked(Function<KeyChange, T> work);

  /** What a key change can do within its transaction. */
  interface KeyChange {

    List<SigningKeyRecord> keys();

    void add(SigningKeyRecord key);

    void remove(SigningKeyRecord key);
  }
}
