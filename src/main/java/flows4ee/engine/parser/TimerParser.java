package flows4ee.engine.parser;

import flows4ee.engine.model.EventDefinition.Timer;
import flows4ee.engine.model.TimerKind;
import java.util.List;
import java.util.Optional;

/**
 * Reads timer definitions: the standard children, or {@code oracleDate}, {@code oracleDuration},
 * {@code oracleCycle} in the extension elements, which go first. Texts are not interpreted here.
 */
final class TimerParser {

  private final Problems problems;

  TimerParser(Problems problems) {
    this.problems = problems;
  }

  /** An incomplete definition is warned of and kept as it is; it fails when it is armed. */
  Timer parse(XmlElement event, XmlElement definition) {
    var timer = oracle(definition).or(() -> standard(definition)).orElseGet(TimerParser::missing);
    missingPart(timer).ifPresent(part -> problems.warn(ProblemText.TIMER_INCOMPLETE, event, part));
    return timer;
  }

  private static Optional<Timer> oracle(XmlElement definition) {
    return Extensions.of(definition).children().stream()
        .filter(xml -> xml.namespace().equals(Namespaces.APEX))
        .flatMap(xml -> oracleTimer(xml).stream())
        .findFirst();
  }

  private static Optional<Timer> oracleTimer(XmlElement xml) {
    return switch (xml.name()) {
      case "oracleDate" ->
          Optional.of(timer(TimerKind.ORACLE_DATE, xml, List.of("date", "formatMask")));
      case "oracleDuration" ->
          Optional.of(timer(TimerKind.ORACLE_DURATION, xml, List.of("intervalYM", "intervalDS")));
      case "oracleCycle" ->
          Optional.of(
              timer(
                  TimerKind.ORACLE_CYCLE,
                  xml,
                  List.of("startIntervalDS", "repeatIntervalDS", "maxRuns")));
      default -> Optional.empty();
    };
  }

  private static Timer timer(TimerKind kind, XmlElement xml, List<String> names) {
    return new Timer(
        kind,
        xml.apexWord(names.get(0)),
        xml.apexWord(names.get(1)),
        names.size() > 2 ? xml.apexWord(names.get(2)) : Optional.empty());
  }

  private static Optional<Timer> standard(XmlElement definition) {
    for (var child : definition.children()) {
      var kind = standardKind(child);
      if (kind.isPresent()) {
        var text = Optional.of(child.text().strip()).filter(value -> !value.isEmpty());
        return Optional.of(new Timer(kind.get(), text, Optional.empty(), Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private static Optional<TimerKind> standardKind(XmlElement xml) {
    if (!xml.isBpmn()) {
      return Optional.empty();
    }
    return switch (xml.name()) {
      case "timeDate" -> Optional.of(TimerKind.DATE);
      case "timeDuration" -> Optional.of(TimerKind.DURATION);
      case "timeCycle" -> Optional.of(TimerKind.CYCLE);
      default -> Optional.empty();
    };
  }

  private static Timer missing() {
    return new Timer(TimerKind.MISSING, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Optional<String> missingPart(Timer timer) {
    boolean hasFirst = timer.first().isPresent();
    boolean hasSecond = timer.second().isPresent();
    return switch (timer.kind()) {
      case MISSING -> Optional.of("a date, duration or cycle");
      case DATE, DURATION, CYCLE -> when(!hasFirst, timer.kind().literal());
      case ORACLE_DATE -> when(!hasFirst, "date").or(() -> when(!hasSecond, "formatMask"));
      case ORACLE_DURATION -> when(!hasFirst && !hasSecond, "intervalYM or intervalDS");
      case ORACLE_CYCLE ->
          when(!hasFirst, "startIntervalDS").or(() -> when(!hasSecond, "repeatIntervalDS"));
    };
  }

  private static Optional<String> when(boolean isMissing, String part) {
    return isMissing ? Optional.of(part) : Optional.empty();
  }
}
