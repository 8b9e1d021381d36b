package flows4ee.rest.guard;

import flows4ee.engine.TimeRange;
import flows4ee.rest.wire.Timestamps;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The query parameters of a call. An empty parameter equals an absent one. A bad value is refused
 * with 400 {@code Bad value}, naming the parameter.
 */
public final class Query {

  private static final int MAX_PARAMETERS = 500;

  private final Map<String, List<String>> parameters;

  private Query(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  /** The parameters of a call; unknown ones do no harm. */
  public static Query of(Call call) {
    return parse(call.rawQuery());
  }

  /**
   * The parameters of a call to an extension, where a mistyped filter must not widen the answer.
   */
  public static Query of(Call call, Set<String> known) {
    Query query = of(call);
    for (String name : query.parameters.keySet()) {
      if (!known.contains(name)) {
        throw RefusedException.badValue(name);
      }
    }
    return query;
  }

  static Query parse(String raw) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (raw != null && !raw.isEmpty()) {
      String[] pairs = raw.split("&");
      if (pairs.length > MAX_PARAMETERS) {
        throw RefusedException.badValue("query");
      }
      for (String pair : pairs) {
        add(parameters, pair);
      }
    }
    return new Query(parameters);
  }

  private static void add(Map<String, List<String>> parameters, String pair) {
    int equals = pair.indexOf('=');
    String name = decode(equals < 0 ? pair : pair.substring(0, equals));
    String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
    if (!name.isEmpty()) {
      List<String> values = parameters.computeIfAbsent(name, n -> new ArrayList<>());
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
  }

  /** Percent-decoding of strict UTF-8, with {@code +} for a blank; no U+0000. */
  private static String decode(String text) {
    byte[] bytes = new byte[text.length() * 3];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes[length++] = octet(text, i + 1);
        i += 2;
      } else {
        byte[] plain = String.valueOf(c == '+' ? ' ' : c).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(plain, 0, bytes, length, plain.length);
        length += plain.length;
      }
    }
    try {
      String decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
      if (decoded.indexOf(0) < 0) {
        return decoded;
      }
    } catch (CharacterCodingException e) {
      throw RefusedException.badValue("query");
    }
    throw RefusedException.badValue("query");
  }

  private static byte octet(String text, int at) {
    int high = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    int low = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
    if (high < 0 || low < 0) {
      throw RefusedException.badValue("query");
    }
    return (byte) (high << 4 | low);
  }

  /** All parameters, for links that repeat them. */
  Map<String, List<String>> without(Set<String> names) {
    Map<String, List<String>> rest = new LinkedHashMap<>(parameters);
    rest.keySet().removeAll(names);
    return rest;
  }

  /** All values of a parameter. */
  public List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** The first value of a parameter. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** All values of a parameter that takes ids; an id is a decimal number without leading zeros. */
  public List<Long> ids(String name) {
    return all(name).stream().map(text -> convert(name, Ids.parse(text))).toList();
  }

  /** All values of a parameter that takes small whole numbers. */
  public List<Integer> integers(String name) {
    return all(name).stream().map(text -> integer(name, text)).toList();
  }

  /** The first value as a whole number. */
  public Optional<Integer> integer(String name) {
    return first(name).map(text -> integer(name, text));
  }

  /** The first value as {@code true} or {@code false}. */
  public Optional<Boolean> flag(String name) {
    return first(name)
        .map(
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw RefusedException.badValue(name);
                });
  }

  /** The first value as a timestamp. */
  public Optional<Instant> time(String name) {
    return first(name).map(text -> convert(name, Timestamps.parse(text)));
  }

  /** The first value as a day, {@code YYYY-MM-DD}. */
  public Optional<LocalDate> day(String name) {
    return first(name).map(text -> convert(name, Timestamps.parseDay(text)));
  }

  /** {@code <prefix>from} (inclusive) and {@code <prefix>to} (exclusive). */
  public TimeRange range(String prefix) {
    return new TimeRange(time(prefix + "from"), time(prefix + "to"));
  }

  /** All values, converted. */
  public <T> List<T> all(String name, Function<String, Optional<T>> conversion) {
    return all(name).stream().map(text -> convert(name, conversion.apply(text))).toList();
  }

  private static Integer integer(String name, String text) {
    if (!text.matches("-?[0-9]{1,9}")) {
      throw RefusedException.badValue(name);
    }
    return Integer.valueOf(text);
  }

  private static <T> T convert(String name, Optional<T> value) {
    return value.orElseThrow(() -> RefusedException.badValue(name));
  }
}
