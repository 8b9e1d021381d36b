package flows4ee.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
final class FreePort {

  private FreePort() {}

  /** Returns a port that nobody uses now. */
  static int find() {
    return bind(0);
  }

  /** Throws when somebody uses the port. */
  static void require(int port) {
    bind(port);
  }

  private static int bind(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " is in use", e);
    }
  }
}
