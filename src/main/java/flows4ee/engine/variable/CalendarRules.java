package flows4ee.engine.variable;

import flows4ee.engine.variable.OracleCalendar.Frequency;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The clauses of a calendar string.
 *
 * @param by the numbers of each BY clause that is present, except BYDAY
 * @param days the days of BYDAY
 */
record CalendarRules(
    Frequency frequency, int interval, Map<String, Set<Integer>> by, List<OrdinalDay> days) {

  private static final int MAX_LENGTH = 1000;
  private static final Map<String, int[]> RANGES =
      Map.of(
          "BYMONTH", new int[] {1, 12},
          "BYMONTHDAY", new int[] {-31, 31},
          "BYYEARDAY", new int[] {-366, 366},
          "BYHOUR", new int[] {0, 23},
          "BYMINUTE", new int[] {0, 59},
          "BYSECOND", new int[] {0, 59});

  /**
   * A day of BYDAY.
   *
   * @param ordinal which one in the month or year, negative from the end; 0 for every one
   */
  record OrdinalDay(int ordinal, DayOfWeek day) {}

  static CalendarRules parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw bad();
    }
    var clauses = clauses(text);
    String frequency = clauses.remove("FREQ");
    int interval = number(clauses.getOrDefault("INTERVAL", "1"), 1, 9999);
    clauses.remove("INTERVAL");
    String byDay = clauses.remove("BYDAY");
    var by = new HashMap<String, Set<Integer>>();
    clauses.forEach((name, list) -> by.put(name, numbers(name, list)));
    var days = byDay == null ? List.<OrdinalDay>of() : ordinalDays(byDay);
    return new CalendarRules(frequency(frequency), interval, by, days);
  }

  private static Map<String, String> clauses(String text) {
    var clauses = new HashMap<String, String>();
    for (String clause : text.split(";")) {
      int equals = clause.indexOf('=');
      boolean isBlank = clause.isBlank();
      if (!isBlank
          && (equals < 0
              || clauses.put(clause.substring(0, equals).strip(), clause.substring(equals + 1))
                  != null)) {
        throw bad();
      }
    }
    return clauses;
  }

  private static Frequency frequency(String name) {
    return Arrays.stream(Frequency.values())
        .filter(frequency -> name != null && frequency.name().equals(name.strip()))
        .findFirst()
        .orElseThrow(CalendarRules::bad);
  }

  private static Set<Integer> numbers(String clause, String list) {
    int[] range = RANGES.get(clause);
    if (range == null) {
      throw bad();
    }
    var numbers = new HashSet<Integer>();
    for (String item : list.split(",")) {
      numbers.add(
          clause.equals("BYMONTH") && Character.isLetter(first(item))
              ? month(item.strip())
              : number(item, range[0], range[1]));
    }
    if (range[0] != 0 && numbers.contains(0)) {
      throw bad();
    }
    return numbers;
  }

  private static char first(String item) {
    return item.isBlank() ? ' ' : item.strip().charAt(0);
  }

  private static int month(String name) {
    return Arrays.stream(Month.values())
        .filter(month -> name.length() >= 3 && month.name().startsWith(name))
        .findFirst()
        .orElseThrow(CalendarRules::bad)
        .getValue();
  }

  private static int number(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw bad();
    }
    throw bad();
  }

  private static List<OrdinalDay> ordinalDays(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).map(CalendarRules::day).toList();
  }

  private static OrdinalDay day(String item) {
    if (item.length() < 3) {
      throw bad();
    }
    String name = item.substring(item.length() - 3);
    String ordinal = item.substring(0, item.length() - 3);
    var day =
        Arrays.stream(DayOfWeek.values())
            .filter(candidate -> candidate.name().startsWith(name))
            .findFirst()
            .orElseThrow(CalendarRules::bad);
    return new OrdinalDay(ordinal.isBlank() ? 0 : number(ordinal, -53, 53), day);
  }

  /** Whether the calendar can occur on a day. */
  boolean isOn(LocalDate day, LocalDate start) {
    return isPeriod(day, start) && isMonth(day, start) && isDay(day, start);
  }

  private boolean isPeriod(LocalDate day, LocalDate start) {
    long distance =
        switch (frequency) {
          case YEARLY -> (long) day.getYear() - start.getYear();
          case MONTHLY -> ChronoUnit.MONTHS.between(start.withDayOfMonth(1), day.withDayOfMonth(1));
          case WEEKLY -> ChronoUnit.WEEKS.between(monday(start), monday(day));
          case DAILY -> ChronoUnit.DAYS.between(start, day);
          case HOURLY, MINUTELY, SECONDLY -> 0;
        };
    return distance % interval == 0;
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private boolean isMonth(LocalDate day, LocalDate start) {
    if (by.containsKey("BYMONTH")) {
      return by.get("BYMONTH").contains(day.getMonthValue());
    }
    boolean isOpen = frequency != Frequency.YEARLY || hasDays();
    return isOpen || day.getMonth() == start.getMonth();
  }

  private boolean hasDays() {
    return !days.isEmpty() || by.containsKey("BYMONTHDAY") || by.containsKey("BYYEARDAY");
  }

  private boolean isDay(LocalDate day, LocalDate start) {
    if (!hasDays()) {
      return switch (frequency) {
        case YEARLY, MONTHLY -> day.getDayOfMonth() == start.getDayOfMonth();
        case WEEKLY -> day.getDayOfWeek() == start.getDayOfWeek();
        case DAILY, HOURLY, MINUTELY, SECONDLY -> true;
      };
    }
    return isIn("BYMONTHDAY", day.getDayOfMonth(), day.lengthOfMonth())
        && isIn("BYYEARDAY", day.getDayOfYear(), day.lengthOfYear())
        && (days.isEmpty() || days.stream().anyMatch(each -> isOrdinal(each, day)));
  }

  /** Whether a clause is absent or names the number, counted from the front or the end. */
  private boolean isIn(String clause, int number, int length) {
    var numbers = by.get(clause);
    return numbers == null || numbers.contains(number) || numbers.contains(number - length - 1);
  }

  private boolean isOrdinal(OrdinalDay each, LocalDate day) {
    if (each.day() != day.getDayOfWeek()) {
      return false;
    }
    boolean isInYear = frequency == Frequency.YEARLY && !by.containsKey("BYMONTH");
    int index = isInYear ? day.getDayOfYear() : day.getDayOfMonth();
    int length = isInYear ? day.lengthOfYear() : day.lengthOfMonth();
    int fromFront = (index - 1) / 7 + 1;
    int fromEnd = -((length - index) / 7 + 1);
    return each.ordinal() == 0 || each.ordinal() == fromFront || each.ordinal() == fromEnd;
  }

  boolean isHour(LocalDateTime time, LocalDateTime start) {
    return isTime("BYHOUR", Frequency.HOURLY, ChronoUnit.HOURS, time, start);
  }

  boolean isMinute(LocalDateTime time, LocalDateTime start) {
    return isTime("BYMINUTE", Frequency.MINUTELY, ChronoUnit.MINUTES, time, start);
  }

  boolean isSecond(LocalDateTime time, LocalDateTime start) {
    return isTime("BYSECOND", Frequency.SECONDLY, ChronoUnit.SECONDS, time, start);
  }

  private boolean isTime(
      String clause, Frequency own, ChronoUnit unit, LocalDateTime time, LocalDateTime start) {
    int number = part(unit, time);
    boolean isGiven = by.containsKey(clause);
    if (frequency == own) {
      boolean isAligned = unit.between(start.truncatedTo(unit), time) % interval == 0;
      return isAligned && (!isGiven || by.get(clause).contains(number));
    }
    if (isGiven) {
      return by.get(clause).contains(number);
    }
    return own.isRarerThan(frequency) || number == part(unit, start);
  }

  private static int part(ChronoUnit unit, LocalDateTime time) {
    return switch (unit) {
      case HOURS -> time.getHour();
      case MINUTES -> time.getMinute();
      default -> time.getSecond();
    };
  }

  private static DateTimeException bad() {
    return new DateTimeException("The calendar string is not understood.");
  }
}
