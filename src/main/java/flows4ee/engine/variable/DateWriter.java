package flows4ee.engine.variable;

import flows4ee.engine.variable.DateMask.Piece;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Locale;

/** Writes the pieces of a date format mask. */
final class DateWriter {

  private static final List<String> ROMAN =
      List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");
  private static final int LONGEST_NAME = 9;
  private static final int LONGEST_ROMAN = 4;

  private DateWriter() {}

  static void write(Piece piece, ZonedDateTime value, StringBuilder out) {
    if (piece.field() == null) {
      out.append(piece.text());
    } else if (piece.field().width() > 0) {
      writeNumber(piece, value, out);
    } else {
      out.append(word(piece, value));
    }
  }

  private static void writeNumber(Piece piece, ZonedDateTime value, StringBuilder out) {
    long number = number(piece.field(), value);
    if (piece.field() == DateField.TZH) {
      out.append(value.getOffset().getTotalSeconds() < 0 ? '-' : '+');
    } else if (piece.field() == DateField.SYYYY) {
      out.append(value.getYear() < 1 ? "-" : piece.isFilled() ? " " : "");
    }
    String digits = Long.toString(number);
    if (piece.isFilled()) {
      out.append("0".repeat(Math.max(0, piece.field().width() - digits.length())));
    }
    out.append(digits);
    if (piece.isOrdinal()) {
      String ending = ending(number);
      boolean isLower = Character.isLowerCase(piece.text().charAt(piece.text().length() - 1));
      out.append(isLower ? ending.toLowerCase(Locale.ROOT) : ending);
    }
  }

  private static long number(DateField field, ZonedDateTime value) {
    int year = value.get(ChronoField.YEAR_OF_ERA);
    int hour = value.getHour();
    return switch (field) {
      case SYYYY, YYYY, RRRR -> year;
      case YYY -> year % 1000;
      case YY, RR -> year % 100;
      case Y -> year % 10;
      case IYYY -> value.get(IsoFields.WEEK_BASED_YEAR);
      case CC -> (year + 99) / 100;
      case Q -> value.get(IsoFields.QUARTER_OF_YEAR);
      case MM -> value.getMonthValue();
      case WW -> (value.getDayOfYear() + 6) / 7;
      case IW -> value.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case W -> (value.getDayOfMonth() + 6) / 7;
      case DDD -> value.getDayOfYear();
      case DD -> value.getDayOfMonth();
      case D -> value.getDayOfWeek().getValue() % 7 + 1L;
      case J -> value.getLong(JulianFields.JULIAN_DAY);
      case HH24 -> hour;
      case HH12, HH -> (hour + 11) % 12 + 1L;
      case MI -> value.getMinute();
      case SS -> value.getSecond();
      case SSSSS -> value.toLocalTime().toSecondOfDay();
      case TZH -> Math.abs(value.getOffset().getTotalSeconds()) / 3600;
      case TZM -> Math.abs(value.getOffset().getTotalSeconds()) / 60 % 60;
      default -> throw new DateTimeException("The format mask element " + field + " is no number.");
    };
  }

  private static String ending(long number) {
    boolean isTeen = number % 100 / 10 == 1;
    return switch (isTeen ? 0 : (int) (number % 10)) {
      case 1 -> "ST";
      case 2 -> "ND";
      case 3 -> "RD";
      default -> "TH";
    };
  }

  private static String word(Piece piece, ZonedDateTime value) {
    boolean isDotted = piece.text().indexOf('.') >= 0;
    return switch (piece.field()) {
      case MONTH -> padded(piece, value.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      case MON -> cased(piece, shortened(value.getMonth().name()));
      case DAY ->
          padded(piece, value.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      case DY -> cased(piece, shortened(value.getDayOfWeek().name()));
      case RM -> roman(piece, ROMAN.get(value.getMonthValue() - 1));
      case AM, PM, AM_DOTTED, PM_DOTTED ->
          cased(piece, dotted(isDotted, value.getHour() < 12 ? "AM" : "PM"));
      case AD, BC, AD_DOTTED, BC_DOTTED ->
          cased(piece, dotted(isDotted, value.getYear() < 1 ? "BC" : "AD"));
      case FF -> fraction(piece, value.getNano());
      case TZR -> zone(value);
      case TZD -> zoneAbbreviation(value);
      default -> throw new DateTimeException("The element " + piece.field() + " is no word.");
    };
  }

  private static String shortened(String name) {
    return name.substring(0, 3);
  }

  private static String dotted(boolean isDotted, String mark) {
    return isDotted ? mark.charAt(0) + "." + mark.charAt(1) + "." : mark;
  }

  private static String padded(Piece piece, String name) {
    String cased = cased(piece, name);
    return piece.isFilled() ? cased + " ".repeat(LONGEST_NAME - cased.length()) : cased;
  }

  private static String roman(Piece piece, String numeral) {
    String cased = cased(piece, numeral);
    return piece.isFilled() ? " ".repeat(LONGEST_ROMAN - cased.length()) + cased : cased;
  }

  /** Follows the capitals of the mask: {@code MONTH}, {@code Month}, {@code month}. */
  private static String cased(Piece piece, String word) {
    String spelled = piece.text();
    if (Character.isLowerCase(spelled.charAt(0))) {
      return word.toLowerCase(Locale.ROOT);
    }
    boolean isCapitalized = spelled.chars().skip(1).anyMatch(Character::isLowerCase);
    return isCapitalized
        ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)
        : word.toUpperCase(Locale.ROOT);
  }

  private static String fraction(Piece piece, int nanos) {
    String digits = String.format(Locale.ROOT, "%09d", nanos);
    return digits.substring(0, piece.digits() == 0 ? 6 : piece.digits());
  }

  private static String zone(ZonedDateTime value) {
    String id = value.getZone().getId();
    return "Z".equals(id) ? "+00:00" : id;
  }

  private static String zoneAbbreviation(ZonedDateTime value) {
    return DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(value);
  }
}
