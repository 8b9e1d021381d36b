package flows4ee.persistence;

import flows4ee.engine.state.ProcessInstance;
import flows4ee.engine.state.ProcessStatus;
import java.sql.SQLException;
import java.util.List;

/** Process instances. */
final class ProcessTable {

  static final Table<ProcessInstance> TABLE =
      new Table<>(
          "flow_processes",
          List.of(Column.number("prcs_id", ProcessInstance::id)),
          List.of(
              Column.number("prcs_dgrm_id", ProcessInstance::diagramId),
              Column.text("prcs_name", ProcessInstance::name),
              Column.text("prcs_process_bpmn_id", ProcessInstance::processBpmnId),
              Column.text("prcs_status", row -> row.status().literal()),
              Column.instant("prcs_init_ts", ProcessInstance::initTs),
              Column.text("prcs_init_by", ProcessInstance::initBy),
              Column.instant("prcs_start_ts", ProcessInstance::startTs),
              Column.instant("prcs_complete_ts", ProcessInstance::completeTs),
              Column.instant("prcs_due_on", ProcessInstance::dueOn),
              Column.instant("prcs_archived_ts", ProcessInstance::archivedTs),
              Column.integer("prcs_priority", ProcessInstance::priority),
              Column.integer("prcs_logging_level", ProcessInstance::loggingLevel),
              Column.flag("prcs_was_altered", ProcessInstance::isAltered),
              Column.instant("prcs_last_update", ProcessInstance::lastUpdate),
              Column.text("prcs_last_update_by", ProcessInstance::lastUpdateBy)));

  private ProcessTable() {}

  static ProcessInstance read(RowReader row) throws SQLException {
    return new ProcessInstance(
        row.number(),
        row.number(),
        row.text(),
        row.text(),
        ProcessStatus.of(row.text()),
        row.instant(),
        row.text(),
        row.instant(),
        row.instant(),
        row.instant(),
        row.instant(),
        row.integerOrNull(),
        row.integer(),
        row.flag(),
        row.instant(),
        row.text());
  }
}
