package flows4ee.oauth.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A body of type {@code application/x-www-form-urlencoded}, read strictly: UTF-8, at most 8 KiB, no
 * known parameter twice. Parameters without value count as absent (RFC 6749 section 3.2).
 */
final class FormBody {

  static final int MAX_BYTES = 8192;

  private static final int DRAIN_BYTES = 65_536;
  private static final String TYPE = "application/x-www-form-urlencoded";
  private static final Set<String> CHARSETS = Set.of("utf-8", "us-ascii", "ascii");
  private static final Set<String> KNOWN =
      Set.of("grant_type", "scope", "client_id", "client_secret", "token", "token_type_hint");

  private final Map<String, String> values;

  private FormBody(Map<String, String> values) {
    this.values = values;
  }

  /** Refuses media types and codings that are no plain form (415). */
  static void checkType(EndpointRequest request) {
    String[] parts = request.contentType().orElse("").split(";");
    boolean form = parts[0].trim().equalsIgnoreCase(TYPE);
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].trim().toLowerCase(Locale.ROOT).replace("\"", "");
      form &=
          !parameter.startsWith("charset=")
              || CHARSETS.contains(parameter.substring("charset=".length()));
    }
    boolean plain =
        request.contentEncoding().filter(c -> !c.equalsIgnoreCase("identity")).isEmpty();
    if (!form || !plain) {
      throw OAuthErrorException.of(415, "invalid_request", "Form data expected");
    }
  }

  /** Reads the bytes, counting what arrives rather than what was announced (413). */
  static byte[] readBytes(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      body.skip(DRAIN_BYTES);
      throw OAuthErrorException.of(413, "invalid_request", "Body too large");
    }
    return bytes;
  }

  /** Parses the bytes (400 when they are no form or name a known parameter twice). */
  static FormBody parse(byte[] bytes) {
    Map<String, String> values = new HashMap<>();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (KNOWN.contains(name) && values.put(name, value) != null) {
        throw OAuthErrorException.invalidRequest("Repeated parameter");
      }
    }
    return new FormBody(values);
  }

  /** The value of a parameter; empty when absent or without value. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  private static String decoded(String text) {
    return decode(text)
        .orElseThrow(() -> OAuthErrorException.invalidRequest("Body is not form data"));
  }

  /** Form-decodes a text of raw bytes; empty when it is malformed or no UTF-8. */
  static Optional<String> decode(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%') {
        bytes.write(c == '+' ? ' ' : c);
        continue;
      }
      int value = escaped(text, i);
      if (value < 0) {
        return Optional.empty();
      }
      bytes.write(value);
      i += 2;
    }
    return utf8(bytes.toByteArray());
  }

  /** The byte written as %XX at this place, or -1. */
  private static int escaped(String text, int at) {
    if (at + 2 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** The text of UTF-8 bytes; empty for anything else. */
  static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
