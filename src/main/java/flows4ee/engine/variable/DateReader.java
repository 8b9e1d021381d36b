package flows4ee.engine.variable;

import flows4ee.engine.variable.DateMask.Piece;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Locale;

/** Reads a text by the pieces of a date format mask. Each instance reads one text. */
final class DateReader {

  private static final int MAX_YEAR = 9999;

  private final String text;
  private int position;

  private int year;
  private int month;
  private int day = 1;
  private int dayOfYear;
  private long julianDay;
  private int hour;
  private int minute;
  private int second;
  private int secondOfDay = -1;
  private int nano;
  private Boolean isAfternoon;
  private boolean isBeforeChrist;
  private ZoneId zone = ZoneOffset.UTC;
  private int offsetHours;
  private int offsetMinutes;
  private boolean isOffsetNegative;
  private boolean hasOffset;

  DateReader(String text, LocalDate today) {
    this.text = text.strip();
    this.year = today.getYear();
    this.month = today.getMonthValue();
  }

  DateReader read(List<Piece> pieces) {
    for (var piece : pieces) {
      if (piece.field() == null) {
        skipLiteral(piece.text());
      } else if (!isMissing(piece)) {
        skipBlanks();
        readField(piece);
      }
    }
    skipBlanks();
    if (position < text.length()) {
      throw bad("goes on after the end of the format mask");
    }
    return this;
  }

  LocalDateTime date() {
    if (year < 1 || year > MAX_YEAR) {
      throw bad("has a year out of range");
    }
    return LocalDateTime.of(day(), time()).withNano(0);
  }

  ZonedDateTime timestamp() {
    return date().withNano(nano).atZone(hasOffset ? offset() : zone);
  }

  private LocalDate day() {
    if (isBeforeChrist) {
      throw bad("lies before year 1");
    }
    if (julianDay > 0) {
      return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, julianDay);
    }
    return dayOfYear > 0 ? LocalDate.ofYearDay(year, dayOfYear) : LocalDate.of(year, month, day);
  }

  private LocalTime time() {
    if (secondOfDay >= 0) {
      return LocalTime.ofSecondOfDay(secondOfDay);
    }
    int inDay = isAfternoon == null ? hour : hour % 12 + (isAfternoon ? 12 : 0);
    return LocalTime.of(inDay, minute, second);
  }

  private ZoneOffset offset() {
    int sign = isOffsetNegative ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * offsetHours, sign * offsetMinutes);
  }

  /** A time or zone element may be left out at the end of the text. */
  private boolean isMissing(Piece piece) {
    boolean isOptional = piece.field().isTime() || piece.field().isZone();
    return isOptional && position >= text.length();
  }

  /** Punctuation matches any punctuation or none; letters must be there. */
  private void skipLiteral(String literal) {
    for (char c : literal.toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        if (position >= text.length() || text.charAt(position) != c) {
          throw bad("lacks a letter of the format mask");
        }
        position++;
      } else if (position < text.length() && isPunctuation(text.charAt(position))) {
        position++;
      }
    }
  }

  private static boolean isPunctuation(char c) {
    return !Character.isLetterOrDigit(c) && c != '+';
  }

  private void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private void readField(Piece piece) {
    var field = piece.field();
    if (field.isMeridian() || field.isEra()) {
      readMark(field);
    } else if (field.isZone()) {
      readZone(field);
    } else if (field == DateField.FF) {
      readFraction(piece.digits() == 0 ? 9 : piece.digits());
    } else if (field.width() == 0 || field == DateField.MM && isLetterNext()) {
      readName(field);
    } else {
      readNumber(field);
    }
  }

  private void readNumber(DateField field) {
    int start = position;
    long number = number(field.width());
    switch (field) {
      case SYYYY, YYYY, IYYY -> year = (int) number;
      case YYY -> year = year / 1000 * 1000 + (int) number;
      case YY -> year = year / 100 * 100 + (int) number;
      case Y -> year = year / 10 * 10 + (int) number;
      case RRRR, RR -> year = position - start > 2 ? (int) number : rounded((int) number);
      case MM -> month = (int) number;
      case DD -> day = (int) number;
      case DDD -> dayOfYear = (int) number;
      case J -> julianDay = number;
      case HH24 -> hour = (int) number;
      case HH12, HH -> hour = ofHalfDay((int) number);
      case MI -> minute = (int) number;
      case SS -> second = (int) number;
      case SSSSS -> secondOfDay = (int) number;
      default -> throw bad("cannot be read with the element " + field);
    }
  }

  /** Years of two digits: 0 to 49 lie in the half century ahead, 50 to 99 behind. */
  private int rounded(int twoDigits) {
    int century = year / 100 * 100;
    boolean isLateNow = year % 100 >= 50;
    boolean isLate = twoDigits >= 50;
    int shift = isLateNow == isLate ? 0 : isLate ? -100 : 100;
    return century + twoDigits + shift;
  }

  private int ofHalfDay(int number) {
    if (number < 1 || number > 12) {
      throw bad("has an hour out of 1 to 12");
    }
    return isAfternoon == null ? number % 12 : number;
  }

  private long number(int maxDigits) {
    int end = position;
    while (end < text.length() && end - position < maxDigits && isDigit(text.charAt(end))) {
      end++;
    }
    if (end == position) {
      throw bad("lacks a number of the format mask");
    }
    long number = Long.parseLong(text.substring(position, end));
    position = end;
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean isLetterNext() {
    return position < text.length() && Character.isLetter(text.charAt(position));
  }

  /** A fraction that is not there is zero. */
  private void readFraction(int maxDigits) {
    if (!isDigit(text.charAt(position))) {
      return;
    }
    int start = position;
    number(maxDigits);
    String digits = text.substring(start, position);
    nano = Integer.parseInt(digits + "0".repeat(9 - digits.length()));
  }

  private void readName(DateField field) {
    if (field == DateField.DAY || field == DateField.DY) {
      for (var name : DayOfWeek.values()) {
        if (takeName(name.name())) {
          return;
        }
      }
    } else {
      for (var name : Month.values()) {
        if (takeName(name.name())) {
          month = name.getValue();
          return;
        }
      }
    }
    throw bad("lacks a name of the format mask");
  }

  private boolean takeName(String name) {
    return take(name) || take(name.substring(0, 3));
  }

  private boolean take(String word) {
    boolean isThere = text.regionMatches(true, position, word, 0, word.length());
    position += isThere ? word.length() : 0;
    return isThere;
  }

  private void readMark(DateField field) {
    boolean isFirst;
    if (field.isMeridian()) {
      isFirst = take("A.M.") || take("AM");
      isAfternoon = !isFirst;
    } else {
      isFirst = take("A.D.") || take("AD");
      isBeforeChrist = !isFirst;
    }
    String second = field.isMeridian() ? "PM" : "BC";
    if (!isFirst && !take(second) && !take(second.charAt(0) + "." + second.charAt(1) + ".")) {
      throw bad("lacks the mark " + field.spelling());
    }
  }

  private void readZone(DateField field) {
    switch (field) {
      case TZH -> readOffsetHours();
      case TZM -> offsetMinutes = (int) number(2);
      case TZR -> zone = ZoneNames.find(zoneText()).orElseThrow(() -> bad("has no known zone"));
      default -> zoneText();
    }
  }

  private void readOffsetHours() {
    hasOffset = true;
    char sign = text.charAt(position);
    isOffsetNegative = sign == '-';
    position += sign == '-' || sign == '+' ? 1 : 0;
    offsetHours = (int) number(2);
  }

  private String zoneText() {
    int start = position;
    while (position < text.length() && isZoneCharacter(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  private static boolean isZoneCharacter(char c) {
    return Character.isLetterOrDigit(c) || "/_+-:".indexOf(c) >= 0;
  }

  private DateTimeException bad(String what) {
    return new DateTimeException("The text " + what.toLowerCase(Locale.ROOT) + ".");
  }
}
