package flows4ee.rest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CallRatesTest {

  private final SteppingClock clock = new SteppingClock();
  private final CallRates rates = new CallRates(clock);

  @Test
  void shouldAdmitAMinutesCallsAtOnceAndThenOneByOne() {
    for (int i = 0; i < 60; i++) {
      assertThat(rates.count("a", 60)).isZero();
    }
    assertThat(rates.count("a", 60)).isEqualTo(1);
    assertThat(rates.count("a", 60)).isEqualTo(1);
    clock.now = clock.now.plusSeconds(1);
    assertThat(rates.count("a", 60)).isZero();
    assertThat(rates.count("a", 60)).isEqualTo(1);
  }

  @Test
  void shouldCountClientsApart() {
    assertThat(rates.count("a", 1)).isZero();
    assertThat(rates.count("a", 1)).isEqualTo(60);
    assertThat(rates.count("b", 1)).isZero();
  }

  @Test
  void shouldNotSaveUpMoreThanAMinute() {
    rates.count("a", 2);
    clock.now = clock.now.plusSeconds(3600);
    assertThat(rates.count("a", 2)).isZero();
    assertThat(rates.count("a", 2)).isZero();
    assertThat(rates.count("a", 2)).isEqualTo(30);
  }

  private static final class SteppingClock extends Clock {

    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
