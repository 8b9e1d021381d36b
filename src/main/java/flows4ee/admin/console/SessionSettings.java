package flows4ee.admin.console;

import java.time.Duration;

/**
 * How long sessions last.
 *
 * @param idle after the last use
 * @param absolute after the sign-in, whatever the use
 */
public record SessionSettings(Duration idle, Duration absolute) {}
