package flows4ee.rest;

import flows4ee.engine.DiagramView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** File names of exported diagrams: {@code YYYYMMDD-HH24MI_<name>_<status>_<version>.bpmn}. */
final class ExportNames {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmm").withZone(ZoneOffset.UTC);

  private ExportNames() {}

  /** The header with the name in ASCII and, by RFC 8187, in full. */
  static String disposition(DiagramView diagram, Instant now) {
    String name =
        "%s_%s_%s_%s.bpmn"
            .formatted(
                STAMP.format(now),
                safe(diagram.name().replaceAll("\\s+", "_")),
                diagram.status(),
                safe(diagram.version()));
    String ascii = name.replaceAll("[^\\x20-\\x7e]", "_");
    String full = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(ascii, full.replace("*", "%2A"));
  }

  private static String safe(String part) {
    return part.replaceAll("[\"\\\\/\\p{Cntrl}]", "_");
  }
}
