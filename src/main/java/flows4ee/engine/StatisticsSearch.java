package flows4ee.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which summaries are wanted; empty lists mean all.
 *
 * @param diagrams names, in any case
 * @param bpmnIds of objects; summaries of instances have none
 * @param periods {@code DAY}, {@code MONTH}, {@code QUARTER}
 * @param from first day of the earliest period
 * @param to the first day of each period is before this one
 */
public record StatisticsSearch(
    List<Long> diagramIds,
    List<String> diagrams,
    List<String> bpmnIds,
    List<String> periods,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  public StatisticsSearch {
    diagramIds = List.copyOf(diagramIds);
    diagrams = List.copyOf(diagrams);
    bpmnIds = List.copyOf(bpmnIds);
    periods = List.copyOf(periods);
  }
}
