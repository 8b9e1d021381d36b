package flows4ee.persistence;

import flows4ee.engine.state.Assignment;
import flows4ee.engine.state.IterationPosition;
import flows4ee.engine.state.LanePosition;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Subflows. */
final class SubflowTable {

  static final Table<Subflow> TABLE =
      new Table<>(
          "flow_subflows",
          List.of(Column.number("sbfl_id", Subflow::id)),
          List.of(
              Column.number("sbfl_prcs_id", Subflow::processId),
              Column.number("sbfl_dgrm_id", Subflow::diagramId),
              Column.number("sbfl_sbfl_id", Subflow::parentId),
              Column.number("sbfl_process_level", Subflow::processLevel),
              Column.number("sbfl_diagram_level", Subflow::diagramLevel),
              Column.number("sbfl_calling_sbfl", Subflow::callingSubflow),
              Column.number("sbfl_scope", Subflow::scope),
              Column.text("sbfl_starting_object", Subflow::startingObject),
              Column.text("sbfl_route", Subflow::route),
              Column.text("sbfl_last_completed", Subflow::lastCompleted),
              Column.text("sbfl_current", Subflow::current),
              Column.text("sbfl_current_tag", Subflow::currentTag),
              Column.text("sbfl_current_name", 4000, Subflow::currentName),
              Column.text("sbfl_step_key", Subflow::stepKey),
              Column.text("sbfl_status", row -> row.status().literal()),
              Column.instant("sbfl_became_current", Subflow::becameCurrent),
              Column.instant("sbfl_work_started", Subflow::workStarted),
              Column.instant("sbfl_due_on", Subflow::dueOn),
              Column.integer("sbfl_priority", Subflow::priority),
              Column.text("sbfl_has_events", Subflow::hasEvents),
              Column.flag("sbfl_is_following_ebg", Subflow::isFollowingEventGateway),
              Column.text("sbfl_lane", row -> lane(row).id()),
              Column.text("sbfl_lane_name", 4000, row -> lane(row).name()),
              Column.flag("sbfl_lane_isrole", row -> lane(row).isRole()),
              Column.text("sbfl_lane_role", row -> lane(row).role()),
              Column.text("sbfl_reservation", Subflow::reservation),
              Column.text("sbfl_potential_users", row -> assignment(row).potentialUsers()),
              Column.text("sbfl_potential_groups", row -> assignment(row).potentialGroups()),
              Column.text("sbfl_excluded_users", row -> assignment(row).excludedUsers()),
              Column.text("sbfl_business_admin", row -> assignment(row).businessAdmin()),
              Column.text("sbfl_iobj_id", iteration(IterationPosition::objectId)),
              Column.number("sbfl_iter_id", iteration(IterationPosition::iterationId)),
              Column.integer("sbfl_loop_counter", iteration(IterationPosition::loopCounter)),
              Column.integer("sbfl_loop_total", iteration(IterationPosition::total)),
              Column.instant("sbfl_last_update", Subflow::lastUpdate),
              Column.text("sbfl_last_update_by", Subflow::lastUpdateBy)));

  private SubflowTable() {}

  static Subflow read(RowReader row) throws SQLException {
    return new Subflow(
        row.number(),
        row.number(),
        row.number(),
        row.numberOrNull(),
        row.number(),
        row.number(),
        row.number(),
        row.number(),
        row.text(),
        row.text(),
        row.text(),
        row.text(),
        row.text(),
        row.text(),
        row.text(),
        SubflowStatus.of(row.text()),
        row.instant(),
        row.instant(),
        row.instant(),
        row.integerOrNull(),
        row.text(),
        row.flag(),
        new LanePosition(row.text(), row.text(), row.flagOrNull(), row.text()),
        row.text(),
        new Assignment(row.text(), row.text(), row.text(), row.text()),
        readIteration(row),
        row.instant(),
        row.text());
  }

  private static IterationPosition readIteration(RowReader row) throws SQLException {
    String objectId = row.text();
    long iterationId = row.number();
    int loopCounter = row.integer();
    int total = row.integer();
    return objectId == null
        ? null
        : new IterationPosition(objectId, iterationId, loopCounter, total);
  }

  private static LanePosition lane(Subflow row) {
    return row.lane() == null ? LanePosition.NONE : row.lane();
  }

  private static Assignment assignment(Subflow row) {
    return row.assignment() == null ? Assignment.NONE : row.assignment();
  }

  private static <T> Function<Subflow, T> iteration(Function<IterationPosition, T> component) {
    return row -> row.iteration() == null ? null : component.apply(row.iteration());
  }
}
