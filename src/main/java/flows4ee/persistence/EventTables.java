package flows4ee.persistence;

import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStatus;
import java.sql.SQLException;
import java.util.List;

/** What instances wait for: timers, message subscriptions, accepted messages. */
final class EventTables {

  /** Whoever changes a timer gives up the claim on it. */
  static final Table<Timer> TIMERS =
      new Table<>(
          "flow_timers",
          List.of(Column.number("timr_id", Timer::id), Column.integer("timr_run", Timer::run)),
          List.of(
              Column.number("timr_prcs_id", Timer::processId),
              Column.number("timr_sbfl_id", Timer::subflowId),
              Column.text("timr_step_key", Timer::stepKey),
              Column.text("timr_event_id", Timer::eventId),
              Column.text("timr_type", Timer::type),
              Column.instant("timr_created_on", Timer::createdOn),
              Column.instant("timr_start_on", Timer::dueOn),
              Column.instant("timr_last_run", Timer::lastRun),
              Column.text("timr_repeat_every", Timer::repeatEvery),
              Column.integer("timr_repeat_times", Timer::repeatTimes),
              Column.text("timr_status", row -> row.status().literal())),
          ", timr_claimed_by = null, timr_claimed_until = null, timr_failures = 0");

  static final Table<MessageSubscription> SUBSCRIPTIONS =
      new Table<>(
          "flow_message_subscriptions",
          List.of(Column.number("msub_id", MessageSubscription::id)),
          List.of(
              Column.text("msub_message_name", MessageSubscription::messageName),
              Column.text("msub_key_name", MessageSubscription::keyName),
              Column.text("msub_key_value", MessageSubscription::keyValue),
              Column.number("msub_prcs_id", MessageSubscription::processId),
              Column.number("msub_sbfl_id", MessageSubscription::subflowId),
              Column.text("msub_step_key", MessageSubscription::stepKey),
              Column.number("msub_dgrm_id", MessageSubscription::diagramId),
              Column.text("msub_callback", MessageSubscription::callback),
              Column.text("msub_event_id", MessageSubscription::eventId),
              Column.text("msub_payload_var", MessageSubscription::payloadVariable),
              Column.instant("msub_created", MessageSubscription::created)));

  static final Table<MessageDelivery> DELIVERIES =
      new Table<>(
          "flow_message_deliveries",
          List.of(
              Column.number("mdlv_id", MessageDelivery::id),
              Column.number("mdlv_prcs_id", MessageDelivery::processId)),
          List.of(
              Column.number("mdlv_sbfl_id", MessageDelivery::subflowId),
              Column.text("mdlv_step_key", MessageDelivery::stepKey),
              Column.text("mdlv_event_id", MessageDelivery::eventId),
              Column.text("mdlv_payload_var", MessageDelivery::payloadVariable),
              Column.text("mdlv_payload", MessageDelivery::payload),
              Column.instant("mdlv_created", MessageDelivery::created)));

  private EventTables() {}

  static Timer readTimer(RowReader row) throws SQLException {
    return new Timer(
        row.number(),
        row.integer(),
        row.number(),
        row.number(),
        row.text(),
        row.text(),
        row.text(),
        row.instant(),
        row.instant(),
        row.instant(),
        row.text(),
        row.integerOrNull(),
        TimerStatus.of(row.text()));
  }

  static MessageSubscription readSubscription(RowReader row) throws SQLException {
    return new MessageSubscription(
        row.number(),
        row.text(),
        row.text(),
        row.text(),
        row.numberOrNull(),
        row.numberOrNull(),
        row.text(),
        row.numberOrNull(),
        row.text(),
        row.text(),
        row.text(),
        row.instant());
  }

  static MessageDelivery readDelivery(RowReader row) throws SQLException {
    return new MessageDelivery(
        row.number(),
        row.number(),
        row.number(),
        row.text(),
        row.text(),
        row.text(),
        row.text(),
        row.instant());
  }
}
