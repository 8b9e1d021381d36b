package flows4ee.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A server in a process of its own, which ends with this one whatever happens. */
final class ServerProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final Process process;
  private final Thread stopper = new Thread(this::stop, "server-stopper");

  private ServerProcess(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(stopper);
  }

  static ServerProcess start(ProcessBuilder command) {
    try {
      return new ServerProcess(command.redirectInput(nothing()).start());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + command.command(), e);
    }
  }

  /** Waits until the address answers 200; throws when the process ends before, or after 5 min. */
  void awaitAnswer(URI address) throws InterruptedException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers(address)) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The server ended with code " + process.exitValue());
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("No answer from " + address + " in " + START_LIMIT);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
    }
  }

  /** Hands over each line that the server writes to its standard error. */
  void readErrors(Consumer<String> reader) {
    var thread = new Thread(() -> process.errorReader().lines().forEach(reader), "server-log");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the id of the server's own process, which a start program may have begun. */
  long javaProcessId() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .filter(candidate -> candidate.info().command().filter(c -> c.endsWith("java")).isPresent())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The server does not run"))
        .pid();
  }

  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Asks the server to stop and waits for it. */
  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(stopper);
  }

  void stop() {
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy); // unlike Process.destroy it leaves the output readable
    for (var handle : all) {
      try {
        handle.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        handle.destroyForcibly();
      } catch (InterruptedException e) {
        handle.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean answers(URI address) throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static File nothing() {
    return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
  }
}
