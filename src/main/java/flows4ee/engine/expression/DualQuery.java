package flows4ee.engine.expression;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.variable.VariableFormats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates queries on dual. A union without ALL has no equal rows and is in order. */
final class DualQuery {

  private DualQuery() {}

  static List<Map<String, VariableValue>> rows(Program.Query query, Frame frame) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < query.selects().size(); i++) {
      row(query.selects().get(i), rows, frame);
      if (i > 0 && !query.isUnionAll().get(i - 1)) {
        rows = distinct(rows);
      }
    }
    var names = query.selects().get(0).names();
    return rows.stream().map(row -> named(names, row)).toList();
  }

  private static void row(Program.Select select, List<Object[]> rows, Frame frame) {
    if (frame.holds(select.condition())) {
      rows.add(select.columns().stream().map(frame::value).toArray());
    }
  }

  private static List<Object[]> distinct(List<Object[]> rows) {
    var sorted = new ArrayList<>(rows);
    sorted.sort(DualQuery::compareRows);
    var distinct = new ArrayList<Object[]>();
    for (var row : sorted) {
      if (distinct.isEmpty() || compareRows(distinct.get(distinct.size() - 1), row) != 0) {
        distinct.add(row);
      }
    }
    return distinct;
  }

  private static int compareRows(Object[] left, Object[] right) {
    return Arrays.compare(left, right, Comparator.nullsLast(Values::compare));
  }

  private static Map<String, VariableValue> named(List<String> names, Object[] row) {
    var values = new LinkedHashMap<String, VariableValue>();
    for (int i = 0; i < row.length; i++) {
      values.put(names.get(i), typed(row[i]));
    }
    return values;
  }

  private static VariableValue typed(Object value) {
    var type = Conversions.naturalType(value);
    String text = type == VariableType.VARCHAR2 ? Values.text(value) : null;
    boolean isLong = text != null && text.length() > VariableFormats.MAX_VARCHAR2;
    return isLong ? VariableValue.clob(text) : Conversions.raw(type, value);
  }
}
