package flows4ee.oauth;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Network addresses in text form. */
final class SourceAddress {

  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F.:]{2,45}");
  private static final Pattern DECORATION = Pattern.compile("[\\[\\]]|%.*$");
  private static final Pattern NUMBER = Pattern.compile("[0-9a-fA-F]+");
  private static final int IPV4_LENGTH = 4;
  private static final int IPV4_NETWORK = 3;
  private static final int IPV6_NETWORK = 6;

  private SourceAddress() {}

  /**
   * The network of an address, /24 or /48, as it is kept with clients; empty text if unreadable.
   */
  static String truncated(String address) {
    byte[] bytes = bytes(address);
    int kept = bytes.length == IPV4_LENGTH ? IPV4_NETWORK : IPV6_NETWORK;
    if (bytes.length == 0) {
      return "";
    }
    Arrays.fill(bytes, kept, bytes.length, (byte) 0);
    return text(bytes);
  }

  /** Whether a text is an IPv4 or IPv6 address. */
  static boolean isLiteral(String address) {
    return bytes(address).length > 0;
  }

  static boolean isLoopback(String address) {
    byte[] bytes = bytes(address);
    try {
      return bytes.length > 0 && InetAddress.getByAddress(bytes).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Tells whether an address is in a network.
   *
   * @param network an address or a network such as {@code 10.0.0.0/8}
   */
  static boolean isWithin(String address, String network) {
    int slash = network.indexOf('/');
    byte[] base = bytes(slash < 0 ? network : network.substring(0, slash));
    byte[] bytes = bytes(address);
    if (base.length == 0 || base.length != bytes.length) {
      return false;
    }
    int bits = slash < 0 ? base.length * 8 : prefix(network.substring(slash + 1), base.length * 8);
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((base[bit / 8] & mask) != (bytes[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static int prefix(String text, int max) {
    return text.matches("\\d{1,3}") ? Math.min(Integer.parseInt(text), max) : max;
  }

  /** Never asks a name service: only literals are read. */
  private static byte[] bytes(String address) {
    String literal = DECORATION.matcher(address).replaceAll("");
    try {
      return LITERAL.matcher(literal).matches() && !NUMBER.matcher(literal).matches()
          ? InetAddress.getByName(literal).getAddress()
          : new byte[0];
    } catch (UnknownHostException e) {
      return new byte[0];
    }
  }

  private static String text(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
