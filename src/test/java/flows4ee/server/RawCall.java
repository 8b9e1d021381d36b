package flows4ee.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A request written byte by byte, from any loopback address: what addresses are limited by can then
 * be tried without limiting the other tests.
 */
public final class RawCall {

  private static final int LIMIT_MILLIS = 300_000;

  private final URI base;
  private final InetAddress from;

  RawCall(URI base, int address) {
    this.base = base;
    this.from = loopback(address);
  }

  private static InetAddress loopback(int number) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 1, (byte) (number >> 8), (byte) number});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the start line and the {@code Host} header of a request. */
  public String head(String method, String path) {
    return "%s %s/%s HTTP/1.1\r\nHost: %s:%d\r\n"
        .formatted(method, base.getPath(), path, base.getHost(), base.getPort());
  }

  /** Opens a connection; the caller closes it. */
  public Socket open() throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress(from, 0));
    socket.setSoTimeout(LIMIT_MILLIS);
    socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), LIMIT_MILLIS);
    return socket;
  }

  /** Sends a request with {@code Connection: close} and returns the whole answer. */
  public String send(String request) {
    try (var socket = open()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the token endpoint for a token and returns the whole answer. */
  public String grant(String authorization) {
    String form = "grant_type=client_credentials";
    return send(
        head("POST", "oauth/token")
            + "Authorization: "
            + authorization
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + form.length()
            + "\r\nConnection: close\r\n\r\n"
            + form);
  }
}
