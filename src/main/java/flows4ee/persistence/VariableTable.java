package flows4ee.persistence;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.ProcessVariable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Process variables. A value lies in the column of its type; a point in time with the region or
 * offset it was given in.
 */
final class VariableTable {

  static final Table<ProcessVariable> TABLE =
      new Table<>(
          "flow_process_variables",
          List.of(
              Column.number("prov_prcs_id", ProcessVariable::processId),
              Column.number("prov_scope", ProcessVariable::scope),
              Column.text("prov_name_uc", row -> row.key().upperName())),
          columns());

  private VariableTable() {}

  /** The six value columns and their type, with a prefix for the table they belong to. */
  static <R> List<Column<R>> valueColumns(String prefix, Function<R, VariableValue> value) {
    return List.of(
        Column.text(prefix + "var_type", value.andThen(v -> v == null ? null : typeOf(v))),
        Column.text(prefix + "var_vc2", content(value, VariableType.VARCHAR2, String.class)),
        Column.decimal(prefix + "var_num", content(value, VariableType.NUMBER, BigDecimal.class)),
        Column.dateTime(
            prefix + "var_date", content(value, VariableType.DATE, LocalDateTime.class)),
        Column.instant(prefix + "var_tstz", value.andThen(VariableTable::instant)),
        Column.text(prefix + "var_zone", value.andThen(VariableTable::zone)),
        Column.text(prefix + "var_clob", content(value, VariableType.CLOB, String.class)),
        Column.text(prefix + "var_json", content(value, VariableType.JSON, String.class)));
  }

  static ProcessVariable read(RowReader row) throws SQLException {
    long processId = row.number();
    long scope = row.number();
    row.text();
    return new ProcessVariable(processId, scope, row.text(), readValue(row));
  }

  /** Reads what {@link #valueColumns} wrote; null when there is no type. */
  static VariableValue readValue(RowReader row) throws SQLException {
    String literal = row.text();
    String text = row.text();
    BigDecimal number = row.decimal();
    LocalDateTime date = row.dateTime();
    Instant instant = row.instant();
    String zone = row.text();
    String clob = row.text();
    String json = row.text();
    if (literal == null) {
      return null;
    }
    VariableType type =
        VariableType.of(literal)
            .orElseThrow(() -> new IllegalStateException("variable type " + literal));
    return switch (type) {
      case VARCHAR2 -> VariableValue.text(text);
      case NUMBER -> VariableValue.number(number);
      case DATE -> VariableValue.date(date);
      case TIMESTAMP_WITH_TIME_ZONE ->
          VariableValue.timestamp(instant == null ? null : instant.atZone(ZoneId.of(zone)));
      case CLOB -> VariableValue.clob(clob);
      case JSON -> VariableValue.json(json);
    };
  }

  private static List<Column<ProcessVariable>> columns() {
    var columns = new ArrayList<Column<ProcessVariable>>();
    columns.add(Column.text("prov_var_name", ProcessVariable::name));
    columns.addAll(valueColumns("prov_", ProcessVariable::value));
    return columns;
  }

  private static String typeOf(VariableValue value) {
    return value.type().literal();
  }

  private static <R, T> Function<R, T> content(
      Function<R, VariableValue> value, VariableType type, Class<T> contentClass) {
    return value.andThen(
        v -> v == null || v.type() != type ? null : contentClass.cast(v.content()));
  }

  private static boolean isTimestamp(VariableValue value) {
    return value != null
        && value.type() == VariableType.TIMESTAMP_WITH_TIME_ZONE
        && !value.isNull();
  }

  private static Instant instant(VariableValue value) {
    return isTimestamp(value) ? value.asTimestamp().toInstant() : null;
  }

  private static String zone(VariableValue value) {
    return isTimestamp(value) ? value.asTimestamp().getZone().getId() : null;
  }
}
