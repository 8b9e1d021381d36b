package flows4ee.rest.guard;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The media types that a caller takes: the header {@code Accept} (RFC 9110 section 12.5.1). What
 * cannot be read in it names no type; without the header any type is taken.
 *
 * @param ranges as sent, in their order
 */
record AcceptedTypes(List<Range> ranges) {

  private static final Pattern RANGE =
      Pattern.compile("\\s*([\\w!#$&^.+*-]+)/([\\w!#$&^.+*-]+)\\s*(;.*)?");
  private static final Pattern QUALITY =
      Pattern.compile("(?i);\\s*q\\s*=\\s*((?:0|1)?(?:\\.\\d{0,3})?)\\s*(;|$)");

  /** What some HTTP libraries write for every type. */
  private static final Pattern ANY = Pattern.compile("\\s*\\*\\s*(;.*)?");

  private static final Range EVERY_TYPE = new Range("*", "*", 1);

  AcceptedTypes {
    ranges = List.copyOf(ranges);
  }

  /**
   * Types that are taken.
   *
   * @param quality 0 (not at all) to 1
   */
  record Range(String type, String subtype, double quality) {

    /** 0 for every type, 1 for all subtypes, 2 for one type; -1 when the type is another one. */
    private int closeness(MediaType produced) {
      if (type.equals("*")) {
        return 0;
      }
      if (!type.equalsIgnoreCase(produced.getType())) {
        return -1;
      }
      return subtype.equals("*") ? 1 : subtype.equalsIgnoreCase(produced.getSubtype()) ? 2 : -1;
    }

    private String text() {
      return type + "/" + subtype + ";q=" + quality;
    }
  }

  /** Reads the header; null when there is none. */
  static AcceptedTypes of(String header) {
    if (header == null || header.isBlank()) {
      return new AcceptedTypes(List.of(EVERY_TYPE));
    }
    List<Range> ranges = new ArrayList<>();
    for (String element : header.split(",")) {
      range(element).ifPresent(ranges::add);
    }
    return new AcceptedTypes(ranges);
  }

  private static Optional<Range> range(String element) {
    if (ANY.matcher(element).matches()) {
      return Optional.of(new Range("*", "*", quality(element)));
    }
    Matcher range = RANGE.matcher(element);
    return range.matches()
        ? Optional.of(new Range(range.group(1), range.group(2), quality(element)))
        : Optional.empty();
  }

  private static double quality(String element) {
    Matcher quality = QUALITY.matcher(element);
    return quality.find() && quality.group(1).matches(".*\\d.*")
        ? Double.parseDouble(quality.group(1))
        : 1;
  }

  /** Whether the range that names the type most closely takes it. */
  boolean include(MediaType produced) {
    int closest = -1;
    double quality = 0;
    for (Range range : ranges) {
      int closeness = range.closeness(produced);
      if (closeness > closest) {
        closest = closeness;
        quality = range.quality();
      }
    }
    return quality > 0;
  }

  /** The header with every other type as the last choice. */
  String withAnyType() {
    StringBuilder header = new StringBuilder();
    ranges.stream()
        .filter(range -> range.quality() > 0)
        .forEach(range -> header.append(range.text()).append(", "));
    return header.append("*/*;q=0.001").toString();
  }
}
