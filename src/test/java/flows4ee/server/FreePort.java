package flows4ee.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
final class FreePort {

  /** Systems give connections that go out higher ports, which then would be taken after all. */
  private static final int FIRST = 10_000;

  private static final int END = 32_000;

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /** Returns a port that nobody uses now, another one each time. */
  static int find() {
    int port;
    do {
      port = ThreadLocalRandom.current().nextInt(FIRST, END);
    } while (!isFree(port) || !GIVEN.add(port));
    return port;
  }

  /** Throws when somebody uses the port. */
  static void require(int port) {
    if (!isFree(port)) {
      throw new IllegalStateException("Port " + port + " is in use");
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
