package flows4ee.config;

import jakarta.enterprise.concurrent.CronTrigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Typed reading of the deployment settings ({@code f4a.*}) of MicroProfile Config.
 *
 * <p>A blank value counts as absent. A value of the wrong form throws {@link
 * InvalidSettingException}, which names the key; values of secrets are never part of a message.
 */
public final class SettingsReader {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

  private final Function<String, Optional<String>> source;

  /**
   * @param source returns the configured text of a key, if any
   */
  public SettingsReader(Function<String, Optional<String>> source) {
    this.source = source;
  }

  /** Returns the trimmed value of the key. */
  public Optional<String> text(String key) {
    return source.apply(key).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** Returns {@code true} or {@code false} as written, in any case. */
  public boolean flag(String key, boolean otherwise) {
    return text(key).map(value -> parseFlag(key, value)).orElse(otherwise);
  }

  /** Returns a whole number within the bounds, both included. */
  public int integer(String key, int otherwise, int least, int most) {
    return text(key).map(value -> parseInteger(key, value, least, most)).orElse(otherwise);
  }

  /** Returns a duration written as {@code 500 ms}, {@code 30 s}, {@code 5 m} or in ISO 8601. */
  public Duration duration(String key, Duration otherwise) {
    return text(key).map(value -> parseDuration(key, value)).orElse(otherwise);
  }

  /** Returns the constant whose name, in lower case, is the value. */
  public <E extends Enum<E>> E choice(String key, E otherwise) {
    return text(key).map(value -> parseChoice(key, value, otherwise)).orElse(otherwise);
  }

  /** Returns when a job runs, written as a cron expression of five or six fields. */
  public CronTrigger cron(String key, String otherwise, ZoneId zone) {
    String value = text(key).orElse(otherwise);
    try {
      return new CronTrigger(value, zone);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(key, "a cron expression such as " + otherwise, value);
    }
  }

  /** Returns an absolute path. */
  public Optional<Path> path(String key) {
    return text(key).map(value -> parsePath(key, value));
  }

  /** Returns a secret: the value of the key or the content of the file {@code <key>.file} names. */
  public Optional<String> secret(String key) {
    var file = path(key + ".file");
    return file.isPresent() ? file.map(path -> readSecret(key + ".file", path)) : text(key);
  }

  private static boolean parseFlag(String key, String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidSettingException(key, "true or false", value);
    };
  }

  private static int parseInteger(String key, String value, int least, int most) {
    var expected = "a whole number from " + least + " to " + most;
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new InvalidSettingException(key, expected, value);
    }
    throw new InvalidSettingException(key, expected, value);
  }

  private static Duration parseDuration(String key, String value) {
    var simple = DURATION.matcher(value.toLowerCase(Locale.ROOT));
    if (simple.matches()) {
      return durationOf(Long.parseLong(simple.group(1)), simple.group(2));
    }
    try {
      return Duration.parse(value);
    } catch (DateTimeParseException e) {
      throw new InvalidSettingException(key, "a duration such as 30 s or PT30S", value);
    }
  }

  private static Duration durationOf(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static <E extends Enum<E>> E parseChoice(String key, String value, E otherwise) {
    var constants = otherwise.getDeclaringClass().getEnumConstants();
    return Arrays.stream(constants)
        .filter(constant -> constant.name().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    key, "one of " + Arrays.toString(constants).toLowerCase(Locale.ROOT), value));
  }

  private static Path parsePath(String key, String value) {
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new InvalidSettingException(key, "a path", value);
    }
  }

  private static String readSecret(String key, Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new InvalidSettingException(key, "a readable text file", file.toString());
    }
  }
}
