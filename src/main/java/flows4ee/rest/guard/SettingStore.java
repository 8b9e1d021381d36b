package flows4ee.rest.guard;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code flow_configuration}: run-time settings that differ from their default. */
public interface SettingStore {

  /** All rows: value by key. */
  Map<String, String> findAll();

  /** Writes rows, all or none; an empty value removes its row. */
  void change(Map<String, Optional<String>> values, String user, Instant at);
}
