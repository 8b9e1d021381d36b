package flows4ee.rest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestEventQueueTest {

  private final List<RestEvent> stored = new ArrayList<>();
  private boolean isBroken;

  private final RestEventQueue queue =
      new RestEventQueue(
          new RestEventStore() {
            @Override
            public void insert(List<RestEvent> events) {
              if (isBroken) {
                throw new IllegalStateException("no database");
              }
              stored.addAll(events);
            }

            @Override
            public Page<StoredRestEvent> find(RestEventSearch search, PageRequest page) {
              throw new UnsupportedOperationException();
            }

            @Override
            public int purge(Instant before, int most) {
              throw new UnsupportedOperationException();
            }
          });

  @Test
  void shouldKeepRowsUntilFlushed() {
    // given
    queue.add(event(1));
    assertThat(stored).isEmpty();
    // when
    queue.flush();
    // then
    assertThat(stored).containsExactly(event(1));
  }

  @Test
  void shouldWriteOutRatherThanLoseWhenFull() {
    // when
    for (int i = 0; i < 10_000; i++) {
      queue.add(event(i));
    }
    queue.flush();
    // then
    assertThat(stored).hasSize(10_000).doesNotHaveDuplicates();
  }

  @Test
  void shouldGoOnWhenTheStoreFails() {
    // given
    isBroken = true;
    queue.add(event(1));
    queue.flush();
    // when
    isBroken = false;
    queue.add(event(2));
    queue.flush();
    // then
    assertThat(stored).containsExactly(event(2));
  }

  private static RestEvent event(int number) {
    return new RestEvent(
        "call" + number, "c", "ENTER", null, Instant.EPOCH, "PUT", "v1/x", "{}", null, null, null);
  }
}
