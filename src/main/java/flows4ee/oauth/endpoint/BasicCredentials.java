package flows4ee.oauth.endpoint;

import flows4ee.oauth.ClientCredential.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Credentials of HTTP Basic (RFC 7617). Clients either form-encode id and secret first (RFC 6749
 * section 2.3.1) or send them as they are; both readings are kept.
 */
final class BasicCredentials {

  private static final String SCHEME = "basic ";
  private static final int MAX_LENGTH = 4096;

  private BasicCredentials() {}

  /** The readings of an Authorization header; none when it is not well-formed Basic. */
  static List<Reading> readings(String header) {
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || header.length() > MAX_LENGTH) {
      return List.of();
    }
    return decodeBase64(header.substring(SCHEME.length()).trim())
        .flatMap(BasicCredentials::split)
        .map(BasicCredentials::readings)
        .orElse(List.of());
  }

  private static Optional<String> decodeBase64(String text) {
    try {
      return FormBody.utf8(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Reading> split(String pair) {
    int colon = pair.indexOf(':');
    return colon <= 0 || colon == pair.length() - 1 || pair.indexOf('\0') >= 0
        ? Optional.empty()
        : Optional.of(new Reading(pair.substring(0, colon), pair.substring(colon + 1)));
  }

  private static List<Reading> readings(Reading raw) {
    List<Reading> readings = new ArrayList<>();
    formDecoded(raw).filter(decoded -> !decoded.equals(raw)).ifPresent(readings::add);
    readings.add(raw);
    return readings;
  }

  private static Optional<Reading> formDecoded(Reading raw) {
    Optional<String> id = FormBody.decode(bytes(raw.clientId()));
    Optional<String> secret = FormBody.decode(bytes(raw.secret()));
    return id.isPresent() && secret.isPresent() && id.get().indexOf('\0') < 0
        ? Optional.of(new Reading(id.get(), secret.get()))
        : Optional.empty();
  }

  /** One character per byte, as the form decoder reads. */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
