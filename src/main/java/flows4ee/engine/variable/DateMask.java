package flows4ee.engine.variable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An Oracle date format mask such as {@code DD-MON-YYYY HH24:MI:SS}, with English names. Masks are
 * compiled once and kept, up to a bound.
 *
 * <p>Differences: parts that a text leaves out at its end are midnight; names of days are read but
 * decide nothing.
 */
public final class DateMask {

  private static final int MAX_LENGTH = 200;
  private static final int MAX_KEPT = 500;
  private static final Map<String, DateMask> KEPT = new ConcurrentHashMap<>();

  /** Default form of a DATE. */
  public static final DateMask DATE = of("YYYY-MM-DD HH24:MI:SS");

  /** Default form of a TIMESTAMP WITH TIME ZONE. */
  public static final DateMask TIMESTAMP = of("YYYY-MM-DD HH24:MI:SS TZR");

  private final List<Piece> pieces;

  private DateMask(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /**
   * One piece of a mask.
   *
   * @param field null for literal text
   * @param text the piece as written
   * @param digits digits of a fraction, 0 for the default
   * @param isFilled whether padding is on (no FM before it)
   * @param isOrdinal whether TH follows
   */
  record Piece(DateField field, String text, int digits, boolean isFilled, boolean isOrdinal) {}

  /**
   * Compiles a mask.
   *
   * @throws DateTimeException when it has an element that is not known
   */
  public static DateMask of(String mask) {
    var kept = KEPT.get(mask);
    if (kept != null) {
      return kept;
    }
    if (mask.length() > MAX_LENGTH) {
      throw new DateTimeException("The format mask is too long.");
    }
    var compiled = new DateMask(List.copyOf(new Compiler(mask).pieces()));
    if (KEPT.size() < MAX_KEPT) {
      KEPT.put(mask, compiled);
    }
    return compiled;
  }

  /** Whether the mask has a time zone. */
  public boolean hasZone() {
    return pieces.stream().anyMatch(piece -> piece.field() != null && piece.field().isZone());
  }

  /**
   * Writes a date.
   *
   * @throws DateTimeException when the mask has a time zone
   */
  public String format(LocalDateTime date) {
    if (hasZone()) {
      throw new DateTimeException("A date has no time zone.");
    }
    return format(date.atZone(ZoneOffset.UTC));
  }

  /** Writes a timestamp. */
  public String format(ZonedDateTime timestamp) {
    var text = new StringBuilder();
    for (var piece : pieces) {
      DateWriter.write(piece, timestamp, text);
    }
    return text.toString();
  }

  /**
   * Reads a date; what the mask does not name is taken from the first day of this month.
   *
   * @throws DateTimeException when the text does not have this form
   */
  public LocalDateTime parseDate(String text, LocalDate today) {
    return new DateReader(text, today).read(pieces).date();
  }

  /**
   * Reads a timestamp; without a zone it is UTC.
   *
   * @throws DateTimeException when the text does not have this form
   */
  public ZonedDateTime parseTimestamp(String text, LocalDate today) {
    return new DateReader(text, today).read(pieces).timestamp();
  }

  /** Splits a mask into its pieces. */
  private static final class Compiler {

    private final String mask;
    private final String upper;
    private final List<Piece> pieces = new ArrayList<>();
    private boolean isFilled = true;
    private int position;

    Compiler(String mask) {
      this.mask = mask;
      this.upper = mask.toUpperCase(Locale.ROOT);
    }

    List<Piece> pieces() {
      while (position < mask.length()) {
        next();
      }
      return pieces;
    }

    private void next() {
      char c = upper.charAt(position);
      if (c == '"') {
        quoted();
      } else if (upper.startsWith("FM", position)) {
        isFilled = !isFilled;
        position += 2;
      } else if (upper.startsWith("FX", position)) {
        position += 2;
      } else if (Character.isLetter(c)) {
        field();
      } else {
        literal(mask.substring(position, ++position));
      }
    }

    private void quoted() {
      int end = mask.indexOf('"', position + 1);
      if (end < 0) {
        throw new DateTimeException("The format mask has an open quote.");
      }
      literal(mask.substring(position + 1, end));
      position = end + 1;
    }

    private void literal(String text) {
      pieces.add(new Piece(null, text, 0, isFilled, false));
    }

    private void field() {
      for (var field : DateField.BY_LENGTH) {
        if (upper.startsWith(field.spelling(), position)) {
          take(field);
          return;
        }
      }
      throw new DateTimeException("The format mask has an element that is not known.");
    }

    private void take(DateField field) {
      int end = position + field.spelling().length();
      String text = mask.substring(position, end);
      int digits = 0;
      if (field == DateField.FF && end < mask.length() && isDigit(mask.charAt(end))) {
        digits = mask.charAt(end++) - '0';
      }
      boolean isOrdinal = field.width() > 0 && upper.startsWith("TH", end);
      pieces.add(new Piece(field, text, digits, isFilled, isOrdinal));
      position = isOrdinal ? end + 2 : end;
    }

    private static boolean isDigit(char c) {
      return c >= '1' && c <= '9';
    }
  }
}
