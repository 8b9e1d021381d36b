package flows4ee.rest.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The run-time configuration: what REST needs of it, and all of it to show and to change. */
public interface RuntimeSettings {

  /** The settings of REST, at most 10 seconds old. */
  RestSettings rest();

  /** All keys in alphabetical order. */
  List<Entry> entries();

  /**
   * Changes keys, all or none; empty means back to the default.
   *
   * @throws RefusedException 400 for an unknown key or a bad value, 409 for a key that the server's
   *     configuration fixes
   */
  void change(Map<String, Optional<String>> values, String user);

  /**
   * One key.
   *
   * @param value in force
   * @param isLocked whether the server's configuration fixes it
   */
  record Entry(String key, String value, String defaultValue, boolean isLocked) {}
}
