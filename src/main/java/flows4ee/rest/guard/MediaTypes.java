package flows4ee.rest.guard;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which {@code Content-Type} values a body may have. */
final class MediaTypes {

  private static final Pattern TYPE = Pattern.compile("\\s*([^\\s;/]+)/([^\\s;]+)\\s*(;.*)?");
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]*)\"?");
  private static final Set<String> XML =
      Set.of("application/xml", "text/xml", "application/bpmn+xml");

  private MediaTypes() {}

  /** {@code application/json} or {@code application/*+json}, in UTF-8 as far as it says. */
  static boolean isJson(String contentType) {
    Matcher type = TYPE.matcher(contentType == null ? "" : contentType);
    if (!type.matches() || !"application".equalsIgnoreCase(type.group(1))) {
      return false;
    }
    String subtype = type.group(2).toLowerCase(Locale.ROOT);
    return ("json".equals(subtype) || subtype.endsWith("+json")) && isUtf8(contentType);
  }

  /** One of the types in which a diagram may be sent raw. */
  static boolean isXml(String contentType) {
    Matcher type = TYPE.matcher(contentType == null ? "" : contentType);
    return type.matches()
        && XML.contains((type.group(1) + "/" + type.group(2)).toLowerCase(Locale.ROOT));
  }

  private static boolean isUtf8(String contentType) {
    Matcher charset = CHARSET.matcher(contentType);
    return !charset.find() || "utf-8".equalsIgnoreCase(charset.group(1));
  }
}
