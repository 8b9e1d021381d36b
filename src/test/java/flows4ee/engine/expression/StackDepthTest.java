package flows4ee.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The deepest texts that the limits let pass need no more stack than a thread has. Tools that
 * instrument the code make its frames larger, so they leave this class out.
 */
class StackDepthTest {

  /** Bytes: what a request has left of a thread of 1 MiB, as the JDK makes them by itself. */
  private static final long SMALL_STACK = 700 * 1024;

  static Stream<String> deepTexts() {
    return Stream.of(
        "(".repeat(200) + "1" + ")".repeat(200),
        "upper(".repeat(200) + "1" + ")".repeat(200),
        "(1 + ".repeat(200) + "1" + ")".repeat(200),
        "not (".repeat(200) + "1 = 1 or 2 = 2 and 3 = 3" + ")".repeat(200),
        "(1 = 1 or ".repeat(200) + "1 = 1" + ")".repeat(200),
        "case when 1 = 1 then ".repeat(150) + "1" + " end".repeat(150),
        "if 1 = 1 then ".repeat(200) + "return 1;" + " end if;".repeat(200));
  }

  @ParameterizedTest
  @MethodSource("deepTexts")
  void shouldAllowTheDeepestNestingOnASmallStack(String text) throws InterruptedException {
    runOnASmallStack(
        () -> {
          if (!text.startsWith("if")) {
            Shown.expression(text, new VariablesScope());
          }
          String body = text.startsWith("if") ? text : "return " + text + ";";
          Shown.body(body, new VariablesScope());
        });
  }

  static Stream<String> deepFeelTexts() {
    return Stream.of(
        "(".repeat(30) + "1" + ")".repeat(30),
        "[".repeat(30) + "1" + "]".repeat(30),
        "not(".repeat(30) + "true" + ")".repeat(30),
        "{a:".repeat(30) + "1" + "}".repeat(30),
        "1" + "+1".repeat(149),
        "true" + " and true".repeat(149),
        "if true then ".repeat(59) + "1" + " else 2".repeat(59));
  }

  @ParameterizedTest
  @MethodSource("deepFeelTexts")
  void shouldAllowTheDeepestFeelOnASmallStack(String text) throws InterruptedException {
    runOnASmallStack(() -> Shown.feel(text, new VariablesScope()));
  }

  private static void runOnASmallStack(Runnable work) throws InterruptedException {
    var failure = new AtomicReference<Throwable>();
    var thread = new Thread(null, work, "small stack", SMALL_STACK);
    thread.setUncaughtExceptionHandler((ended, e) -> failure.set(e));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }
}
