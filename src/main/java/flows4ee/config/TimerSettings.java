package flows4ee.config;

import java.time.Duration;

/**
 * How this node fires timers ({@code f4a.timers.*}).
 *
 * @param poll pause between looks for due timers
 * @param batch timers claimed at once
 * @param lease how long a claim outlives a dead node
 */
record TimerSettings(Duration poll, int batch, Duration lease) {

  static TimerSettings from(SettingsReader reader) {
    return new TimerSettings(
        reader.duration("f4a.timers.poll", Duration.ofSeconds(1)),
        reader.integer("f4a.timers.batch", 50, 1, 10_000),
        reader.duration("f4a.timers.lease", Duration.ofSeconds(60)));
  }
}
