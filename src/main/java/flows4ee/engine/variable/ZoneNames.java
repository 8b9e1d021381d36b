package flows4ee.engine.variable;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Time zones as texts name them: a region in any case, or an offset such as {@code -05:30}. */
public final class ZoneNames {

  private static final int MAX_LENGTH = 64;
  private static final Map<String, ZoneId> REGIONS = regions();

  private ZoneNames() {}

  /** Finds a zone; {@code Z} is the offset zero. */
  public static Optional<ZoneId> find(String name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    char first = name.charAt(0);
    return first == '+' || first == '-' ? offset(name) : region(name);
  }

  private static Optional<ZoneId> region(String name) {
    return Optional.ofNullable(REGIONS.get(name.toUpperCase(Locale.ROOT)));
  }

  private static Optional<ZoneId> offset(String name) {
    int colon = name.indexOf(':');
    boolean isShort = colon == 2;
    try {
      return Optional.of(ZoneOffset.of(isShort ? name.charAt(0) + "0" + name.substring(1) : name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, ZoneId> regions() {
    var regions = new HashMap<String, ZoneId>();
    for (String id : ZoneId.getAvailableZoneIds()) {
      regions.put(id.toUpperCase(Locale.ROOT), ZoneId.of(id));
    }
    regions.put("Z", ZoneOffset.UTC);
    regions.put("EST", ZoneOffset.ofHours(-5));
    regions.put("MST", ZoneOffset.ofHours(-7));
    regions.put("HST", ZoneOffset.ofHours(-10));
    return Collections.unmodifiableMap(regions);
  }
}
