package flows4ee.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads one JSON document strictly by RFC 8259.
 *
 * <p>Refused with {@link JsonException}: invalid UTF-8, a byte order mark, nesting deeper than
 * {@value #MAX_DEPTH}, more than {@value #MAX_VALUES} values, numbers of more than {@value
 * #MAX_NUMBER_LENGTH} characters or with an exponent beyond ±{@value #MAX_EXPONENT}, unpaired
 * surrogates, the character U+0000, and anything after the document. Of equal keys the last wins.
 */
public final class JsonReader {

  /** Deepest nesting of objects and arrays. */
  public static final int MAX_DEPTH = 64;

  /** Most values (members and elements) in one document. */
  public static final int MAX_VALUES = 50_000;

  static final int MAX_NUMBER_LENGTH = 100;
  static final int MAX_EXPONENT = 400;

  private static final int CHUNK = 8192;

  private JsonReader() {}

  /**
   * Reads bytes until the end of the stream, counting what really arrives.
   *
   * @param limit most bytes allowed
   * @throws TooLargeException as soon as more than {@code limit} bytes were read
   * @throws IOException when the stream breaks
   */
  public static byte[] readBytes(InputStream in, long limit) throws IOException {
    byte[] chunk = new byte[CHUNK];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      if (bytes.size() + (long) n > limit) {
        throw new TooLargeException(limit);
      }
      bytes.write(chunk, 0, n);
    }
    return bytes.toByteArray();
  }

  /** Reads a document of UTF-8 bytes. */
  public static JsonValue parse(byte[] utf8) {
    return parse(decode(utf8));
  }

  /** Reads a document from text. */
  public static JsonValue parse(String text) {
    return new JsonParser(text).document();
  }

  /** Decodes UTF-8, refusing malformed and overlong sequences. */
  private static String decode(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(utf8))
          .toString();
    } catch (CharacterCodingException e) {
      throw new JsonException("Invalid UTF-8");
    }
  }
}
