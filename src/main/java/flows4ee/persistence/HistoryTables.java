package flows4ee.persistence;

import flows4ee.engine.state.CallTreeEntry;
import flows4ee.engine.state.CompletedStep;
import flows4ee.engine.state.IterationRound;
import flows4ee.engine.state.IterationStatus;
import java.sql.SQLException;
import java.util.List;

/** The course of an instance: its call tree, rounds of iterations, completed objects. */
final class HistoryTables {

  static final Table<CallTreeEntry> CALL_TREE =
      new Table<>(
          "flow_instance_diagrams",
          List.of(
              Column.number("prdg_id", CallTreeEntry::id),
              Column.number("prdg_prcs_id", CallTreeEntry::processId)),
          List.of(
              Column.number("prdg_prdg_id", CallTreeEntry::parentId),
              Column.number("prdg_dgrm_id", CallTreeEntry::diagramId),
              Column.number("prdg_calling_dgrm", CallTreeEntry::callingDiagramId),
              Column.text("prdg_calling_objt", CallTreeEntry::callingObject),
              Column.number("prdg_diagram_level", CallTreeEntry::diagramLevel)));

  static final Table<IterationRound> ROUNDS =
      new Table<>(
          "flow_iterations",
          List.of(
              Column.number("iter_id", IterationRound::id),
              Column.number("iter_prcs_id", IterationRound::processId)),
          List.of(
              Column.number("iter_parent_sbfl", IterationRound::parentSubflow),
              Column.text("iter_objt_id", IterationRound::objectId),
              Column.integer("iter_loop_counter", IterationRound::loopCounter),
              Column.text("iter_input", IterationRound::input),
              Column.text("iter_description", 4000, IterationRound::description),
              Column.text("iter_status", row -> row.status().literal())));

  static final Table<CompletedStep> COMPLETED_STEPS =
      new Table<>(
          "flow_subflow_log",
          List.of(),
          List.of(
              Column.number("sflg_prcs_id", CompletedStep::processId),
              Column.text("sflg_objt_id", CompletedStep::objectId),
              Column.number("sflg_sbfl_id", CompletedStep::subflowId),
              Column.text("sflg_step_key", CompletedStep::stepKey),
              Column.number("sflg_dgrm_id", CompletedStep::diagramId),
              Column.number("sflg_scope", CompletedStep::scope),
              Column.number("sflg_diagram_level", CompletedStep::diagramLevel),
              Column.number("sflg_iter_id", CompletedStep::iterationId),
              Column.instant("sflg_last_updated", CompletedStep::timestamp),
              Column.text("sflg_matching_object", CompletedStep::matchingObject),
              Column.text("sflg_notes", 4000, CompletedStep::notes)));

  private HistoryTables() {}

  static CallTreeEntry readCallTreeEntry(RowReader row) throws SQLException {
    long id = row.number();
    long processId = row.number();
    Long parentId = row.numberOrNull();
    return new CallTreeEntry(
        id, parentId, processId, row.number(), row.numberOrNull(), row.text(), row.numberOrNull());
  }

  static IterationRound readRound(RowReader row) throws SQLException {
    return new IterationRound(
        row.number(),
        row.number(),
        row.number(),
        row.text(),
        row.integer(),
        row.text(),
        row.text(),
        IterationStatus.of(row.text()));
  }

  static CompletedStep readCompletedStep(RowReader row) throws SQLException {
    return new CompletedStep(
        row.number(),
        row.text(),
        row.number(),
        row.text(),
        row.number(),
        row.number(),
        row.number(),
        row.numberOrNull(),
        row.instant(),
        row.text(),
        row.text());
  }
}
