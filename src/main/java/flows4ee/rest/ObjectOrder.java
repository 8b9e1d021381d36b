package flows4ee.rest;

import flows4ee.engine.DiagramObjectView;
import flows4ee.engine.ObjectStatistics;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the objects of a diagram can be ordered by; absent values come last, equal ones by id. */
final class ObjectOrder {

  /**
   * An object of a diagram.
   *
   * @param counts the instances there, when they were asked for
   */
  record Row(DiagramObjectView object, Optional<ObjectStatistics> counts) {}

  private static final Map<String, Comparator<Row>> COLUMNS =
      Map.ofEntries(
          Map.entry("objt_id", by(DiagramObjectView::id)),
          Map.entry("bpmn_id", by(DiagramObjectView::bpmnId)),
          Map.entry("name", by(DiagramObjectView::name)),
          Map.entry("tag_name", by(DiagramObjectView::tag)),
          Map.entry("sub_tag_name", by(DiagramObjectView::subtag)),
          Map.entry("parent_bpmn_id", by(DiagramObjectView::parentBpmnId)),
          Map.entry("lane", by(DiagramObjectView::lane)),
          Map.entry("attached_to", by(DiagramObjectView::attachedTo)),
          Map.entry("interrupting", by(DiagramObjectView::isInterrupting)));

  private static final Map<String, Comparator<Row>> COUNTS =
      Map.ofEntries(
          Map.entry("waiting", byCount(ObjectStatistics::waiting)),
          Map.entry("errors", byCount(ObjectStatistics::errors)),
          Map.entry("completed", byCount(ObjectStatistics::completed)),
          Map.entry("avg_seconds", byCount(ObjectStatistics::averageSeconds)));

  private ObjectOrder() {}

  /** Names of the columns, those of the counts only where the rows have them. */
  static Set<String> columns(boolean isCounted) {
    Set<String> names = new HashSet<>(COLUMNS.keySet());
    if (isCounted) {
      names.addAll(COUNTS.keySet());
    }
    return Set.copyOf(names);
  }

  /** The objects in order of a column; as they are without one. */
  static List<Row> sorted(List<Row> objects, Optional<String> column, boolean isDescending) {
    if (column.isEmpty()) {
      return objects;
    }
    Comparator<Row> order =
        Optional.ofNullable(COLUMNS.get(column.get()))
            .orElseGet(() -> COUNTS.get(column.get()))
            .thenComparing(row -> row.object().id());
    return objects.stream().sorted(isDescending ? order.reversed() : order).toList();
  }

  private static <T extends Comparable<? super T>> Comparator<Row> by(
      Function<DiagramObjectView, T> value) {
    return Comparator.comparing(
        row -> value.apply(row.object()), Comparator.nullsLast(Comparator.naturalOrder()));
  }

  private static <T extends Comparable<? super T>> Comparator<Row> byCount(
      Function<ObjectStatistics, T> value) {
    return Comparator.comparing(
        row -> row.counts().map(value).orElse(null),
        Comparator.nullsLast(Comparator.naturalOrder()));
  }
}
