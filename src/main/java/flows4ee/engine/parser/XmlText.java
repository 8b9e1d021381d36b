package flows4ee.engine.parser;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import flows4ee.engine.model.Location;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decodes the bytes of an XML text. Only UTF-8 and UTF-16 are read, known by byte order mark or XML
 * declaration (XML 1.0, appendix F); a declaration that contradicts the bytes is refused, and so is
 * any byte that is none of that encoding.
 */
final class XmlText {

  private static final int DECLARATION_LENGTH = 256;
  private static final String UNNAMED = "of the text";
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Pattern DECLARED_ENCODING =
      Pattern.compile("\\A\\uFEFF?<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([^\"'>]*)[\"']");

  private XmlText() {}

  static String decode(byte[] xml) {
    var charset = sniff(xml);
    int length = Math.min(xml.length, DECLARATION_LENGTH);
    checkDeclaration(declaredEncoding(new String(xml, 0, length, charset)), charset, hasMark(xml));
    return withoutMark(decodeStrictly(xml, charset));
  }

  /** The text without a leading byte order mark. */
  static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Charset sniff(byte[] xml) {
    int first = fourBytes(xml);
    return switch (first) {
      case 0x0000FEFF, 0xFFFE0000, 0x0000003C, 0x3C000000, 0x4C6FA794 ->
          throw ModelException.of(ProblemText.ENCODING_UNSUPPORTED, Location.UNKNOWN, UNNAMED);
      case 0x003C003F -> UTF_16BE;
      case 0x3C003F00 -> UTF_16LE;
      default -> sniffMark(first >>> 16);
    };
  }

  private static Charset sniffMark(int firstTwo) {
    return switch (firstTwo) {
      case 0xFEFF -> UTF_16BE;
      case 0xFFFE -> UTF_16LE;
      default -> UTF_8;
    };
  }

  private static int fourBytes(byte[] xml) {
    int value = 0x20202020;
    for (int i = 0; i < Math.min(4, xml.length); i++) {
      int shift = 24 - 8 * i;
      value = value & ~(0xFF << shift) | (xml[i] & 0xFF) << shift;
    }
    return value;
  }

  private static boolean hasMark(byte[] xml) {
    return sniffMark(fourBytes(xml) >>> 16) != UTF_8;
  }

  private static Optional<String> declaredEncoding(String head) {
    var matcher = DECLARED_ENCODING.matcher(head);
    return matcher.find()
        ? Optional.of(matcher.group(1).toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  private static void checkDeclaration(
      Optional<String> declared, Charset charset, boolean hasMark) {
    if (declared.isEmpty() && (charset == UTF_8 || hasMark)) {
      return;
    }
    String name = declared.orElse(UNNAMED);
    boolean isWide = charset != UTF_8;
    switch (name) {
      case "UTF-8" -> refuseIf(isWide, name);
      case "UTF-16" -> refuseIf(!isWide, name);
      case "UTF-16BE", "UTF-16LE" -> refuseIf(!charset.name().equals(name), name);
      default ->
          throw ModelException.of(ProblemText.ENCODING_UNSUPPORTED, new Location(1, 1), name);
    }
  }

  private static void refuseIf(boolean isMismatch, String name) {
    if (isMismatch) {
      throw ModelException.of(ProblemText.ENCODING_MISMATCH, new Location(1, 1), name);
    }
  }

  private static String decodeStrictly(byte[] xml, Charset charset) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var characters = CharBuffer.allocate(xml.length + 1);
    var result = decoder.decode(ByteBuffer.wrap(xml), characters, true);
    characters.flip();
    if (result.isError()) {
      throw ModelException.of(
          ProblemText.ENCODING_INVALID_BYTES, endOf(characters.toString()), charset.name());
    }
    return characters.toString();
  }

  private static Location endOf(String text) {
    int line = 1;
    int lineStart = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    return new Location(line, text.length() - lineStart + 1);
  }
}
