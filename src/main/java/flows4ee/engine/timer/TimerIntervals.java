package flows4ee.engine.timer;

import flows4ee.engine.variable.DateTexts;
import flows4ee.engine.variable.Interval;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the intervals and cycles of timers. */
final class TimerIntervals {

  private static final Duration SPACING = Duration.ofSeconds(1);
  private static final Pattern CYCLE = Pattern.compile("[Rr](-1|\\d{0,9})/(?:([^/]+)/)?([^/]+)");

  private TimerIntervals() {}

  /**
   * A duration of ISO 8601 that is not negative.
   *
   * @throws DateTimeException when the text is none
   */
  static Interval iso(String text) {
    return forward(Interval.ofIso(text));
  }

  /**
   * An Oracle interval: years and months, days to seconds, or both.
   *
   * @throws DateTimeException when a text is none or both are blank
   */
  static Interval oracle(String yearMonth, String daySecond) {
    if (yearMonth.isBlank() && daySecond.isBlank()) {
      throw new DateTimeException("The interval is empty.");
    }
    long months = yearMonth.isBlank() ? 0 : Interval.ofYearMonth(yearMonth).months();
    var duration = daySecond.isBlank() ? Duration.ZERO : Interval.ofDaySecond(daySecond).duration();
    return forward(new Interval(months, duration));
  }

  /**
   * {@code R<n>/<duration>} or {@code R<n>/<start>/<duration>}: n runs in all, the first after the
   * duration or at the start.
   *
   * @throws DateTimeException when the text is none
   */
  static TimerPlan cycle(String text, Instant now, int maxCycles) {
    var match = CYCLE.matcher(text);
    if (!match.matches()) {
      throw new DateTimeException("The text is no cycle.");
    }
    var interval = spaced(iso(match.group(3)));
    String count = match.group(1);
    int runs = runs(count.equals("-1") ? "" : count, maxCycles);
    var first = match.group(2) == null ? interval.after(now) : start(match.group(2));
    return new TimerPlan(first, Optional.of(interval), runs);
  }

  private static Instant start(String text) {
    return DateTexts.iso(text)
        .orElseThrow(() -> new DateTimeException("The start of the cycle is no date."))
        .toInstant();
  }

  /**
   * The number of runs: at least 1, at most {@code maxCycles}, which is also what blank means.
   *
   * @throws DateTimeException when the text is no such number
   */
  static int runs(String text, int maxCycles) {
    if (text.isBlank()) {
      return maxCycles;
    }
    try {
      int runs = Integer.parseInt(text.strip());
      return Math.max(1, Math.min(runs, maxCycles));
    } catch (NumberFormatException e) {
      throw new DateTimeException("The number of runs is no number.", e);
    }
  }

  /**
   * An interval that can be repeated.
   *
   * @throws DateTimeException when it is shorter than a second
   */
  static Interval spaced(Interval interval) {
    if (interval.months() == 0 && interval.duration().compareTo(SPACING) < 0) {
      throw new DateTimeException("Repeats are less than a second apart.");
    }
    return interval;
  }

  private static Interval forward(Interval interval) {
    if (interval.isNegative()) {
      throw new DateTimeException("The interval is negative.");
    }
    return interval;
  }
}
