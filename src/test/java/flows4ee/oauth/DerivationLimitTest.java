package flows4ee.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.oauth.DerivationLimit.OverloadedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DerivationLimitTest {

  private static final int PARALLEL = 2 * Runtime.getRuntime().availableProcessors();
  private static final int WAITING = 100;

  private final DerivationLimit limit = DerivationLimit.onDaemonThreads();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostRunning = new AtomicInteger();

  @AfterEach
  void end() {
    gate.countDown();
    limit.close();
  }

  private boolean derive() {
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      gate.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      running.decrementAndGet();
    }
  }

  private List<CompletionStage<Boolean>> submit(int count) {
    List<CompletionStage<Boolean>> submitted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      submitted.add(limit.submit(this::derive));
    }
    return submitted;
  }

  @Test
  void shouldLetAHundredWaitAndRefuseTheNext() {
    // given
    var accepted = submit(PARALLEL + WAITING);
    // then
    assertThatThrownBy(() -> limit.submit(this::derive)).isInstanceOf(OverloadedException.class);
    // when
    gate.countDown();
    // then
    assertThat(accepted)
        .allSatisfy(stage -> assertThat(stage.toCompletableFuture().join()).isTrue());
    assertThat(mostRunning.get()).isBetween(1, PARALLEL);
  }

  @Test
  void shouldTakeMoreOnceThereIsRoom() {
    // given
    var accepted = submit(PARALLEL + WAITING);
    gate.countDown();
    accepted.forEach(stage -> stage.toCompletableFuture().join());
    // then
    assertThat(submit(1).get(0).toCompletableFuture().join()).isTrue();
  }

  @Test
  void shouldKeepTheOrderInWhichTheyCame() {
    // given
    submit(PARALLEL);
    List<Integer> done = new ArrayList<>();
    List<CompletionStage<Boolean>> waiting = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int number = i;
      waiting.add(
          limit.submit(
              () -> {
                synchronized (done) {
                  return done.add(number);
                }
              }));
    }
    // when
    gate.countDown();
    waiting.forEach(stage -> stage.toCompletableFuture().join());
    // then
    assertThat(done).hasSize(10).first().isEqualTo(0);
  }

  @Test
  void shouldDeriveForAThreadThatWaits() {
    assertThat(limit.await(() -> "derived")).isEqualTo("derived");
  }

  @Test
  void shouldRefuseAThreadThatWouldWaitWhenTheQueueIsFull() {
    // given
    submit(PARALLEL + WAITING);
    // then
    assertThatThrownBy(() -> limit.await(() -> "derived")).isInstanceOf(OverloadedException.class);
  }

  @Test
  void shouldTakeNoMoreOnceItIsClosed() {
    // given
    var accepted = submit(PARALLEL + 1);
    // when
    limit.close();
    // then
    assertThatThrownBy(() -> limit.submit(this::derive)).isInstanceOf(OverloadedException.class);
    gate.countDown();
    assertThat(accepted)
        .allSatisfy(stage -> assertThat(stage.toCompletableFuture().join()).isTrue());
  }
}
