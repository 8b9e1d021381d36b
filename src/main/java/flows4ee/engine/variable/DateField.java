package flows4ee.engine.variable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The elements of an Oracle date format mask.
 *
 * <p>{@code width} is the number of digits a numeric element is padded to when written and at most
 * read; 0 for elements that are no numbers.
 */
enum DateField {
  SYYYY(4),
  YYYY(4),
  YYY(3),
  YY(2),
  Y(1),
  RRRR(4),
  RR(2),
  IYYY(4),
  CC(2),
  Q(1),
  MONTH(0),
  MON(0),
  MM(2),
  RM(0),
  WW(2),
  IW(2),
  W(1),
  DAY(0),
  DY(0),
  DDD(3),
  DD(2),
  D(1),
  J(7),
  HH24(2),
  HH12(2),
  HH(2),
  MI(2),
  SSSSS(5),
  SS(2),
  FF(0),
  AM_DOTTED(0),
  PM_DOTTED(0),
  AM(0),
  PM(0),
  AD_DOTTED(0),
  BC_DOTTED(0),
  AD(0),
  BC(0),
  TZH(2),
  TZM(2),
  TZR(0),
  TZD(0);

  /** Longest spelling first, so that the first match is the right one. */
  static final List<DateField> BY_LENGTH =
      Arrays.stream(values())
          .sorted(
              Comparator.comparingInt((DateField field) -> field.spelling().length()).reversed())
          .toList();

  private final int width;

  DateField(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }

  String spelling() {
    return switch (this) {
      case AM_DOTTED -> "A.M.";
      case PM_DOTTED -> "P.M.";
      case AD_DOTTED -> "A.D.";
      case BC_DOTTED -> "B.C.";
      default -> name();
    };
  }

  /** Whether the element may be missing at the end of a text that is read. */
  boolean isTime() {
    return compareTo(HH24) >= 0 && compareTo(PM) <= 0;
  }

  boolean isZone() {
    return compareTo(TZH) >= 0;
  }

  boolean isMeridian() {
    return compareTo(AM_DOTTED) >= 0 && compareTo(PM) <= 0;
  }

  boolean isEra() {
    return compareTo(AD_DOTTED) >= 0 && compareTo(BC) <= 0;
  }
}
