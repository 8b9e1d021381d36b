package flows4ee.persistence;

import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.ReceivedMessage;
import flows4ee.engine.state.StepEvent;
import flows4ee.engine.state.VariableEvent;
import java.util.ArrayList;
import java.util.List;

/** The event logs; they are written here and outlive the instance. */
final class LogTables {

  private static final int COMMENT = 2000;

  static final Table<InstanceEvent> INSTANCE_EVENTS =
      new Table<>(
          "flow_instance_event_log",
          List.of(),
          List.of(
              Column.number("lgpr_prcs_id", InstanceEvent::processId),
              Column.text("lgpr_objt_id", InstanceEvent::objectId),
              Column.number("lgpr_sbfl_id", InstanceEvent::subflowId),
              Column.text("lgpr_step_key", InstanceEvent::stepKey),
              Column.number("lgpr_process_level", InstanceEvent::processLevel),
              Column.number("lgpr_dgrm_id", InstanceEvent::diagramId),
              Column.text("lgpr_prcs_name", InstanceEvent::processName),
              Column.text("lgpr_business_id", InstanceEvent::businessRef),
              Column.text("lgpr_prcs_event", InstanceEvent::event),
              Column.integer("lgpr_severity", InstanceEvent::severity),
              Column.instant("lgpr_timestamp", InstanceEvent::timestamp),
              Column.number("lgpr_duration", InstanceEvent::durationMillis),
              Column.text("lgpr_user", InstanceEvent::user),
              Column.text("lgpr_comment", COMMENT, InstanceEvent::comment),
              Column.text("lgpr_error_info", COMMENT, InstanceEvent::errorInfo)));

  static final Table<StepEvent> STEP_EVENTS =
      new Table<>(
          "flow_step_event_log",
          List.of(),
          List.of(
              Column.number("lgsf_prcs_id", StepEvent::processId),
              Column.text("lgsf_objt_id", StepEvent::objectId),
              Column.number("lgsf_sbfl_id", StepEvent::subflowId),
              Column.text("lgsf_step_key", StepEvent::stepKey),
              Column.number("lgsf_sbfl_process_level", StepEvent::processLevel),
              Column.number("lgsf_sbfl_dgrm_id", StepEvent::diagramId),
              Column.text("lgsf_event", StepEvent::event),
              Column.integer("lgsf_severity", StepEvent::severity),
              Column.instant("lgsf_timestamp", StepEvent::timestamp),
              Column.text("lgsf_last_completed", StepEvent::lastCompleted),
              Column.text("lgsf_status_when_complete", StepEvent::statusWhenComplete),
              Column.instant("lgsf_was_current", StepEvent::becameCurrent),
              Column.instant("lgsf_started", StepEvent::started),
              Column.instant("lgsf_completed", StepEvent::completed),
              Column.text("lgsf_reservation", StepEvent::reservation),
              Column.instant("lgsf_due_on", StepEvent::dueOn),
              Column.integer("lgsf_priority", StepEvent::priority),
              Column.text("lgsf_user", StepEvent::user),
              Column.text("lgsf_comment", COMMENT, StepEvent::comment)));

  static final Table<VariableEvent> VARIABLE_EVENTS =
      new Table<>("flow_variable_event_log", List.of(), variableEventColumns());

  static final Table<ReceivedMessage> RECEIVED_MESSAGES =
      new Table<>(
          "flow_received_message_log",
          List.of(),
          List.of(
              Column.text("lgrx_message_name", 200, ReceivedMessage::messageName),
              Column.text("lgrx_key_name", 200, ReceivedMessage::keyName),
              Column.text("lgrx_key_value", 200, ReceivedMessage::keyValue),
              Column.text("lgrx_payload", ReceivedMessage::payload),
              Column.number("lgrx_prcs_id", ReceivedMessage::processId),
              Column.number("lgrx_sbfl_id", ReceivedMessage::subflowId),
              Column.instant("lgrx_received_on", ReceivedMessage::receivedOn),
              Column.flag("lgrx_was_correlated", ReceivedMessage::isCorrelated),
              Column.text("lgrx_comment", COMMENT, ReceivedMessage::comment)));

  private LogTables() {}

  private static List<Column<VariableEvent>> variableEventColumns() {
    var columns =
        new ArrayList<Column<VariableEvent>>(
            List.of(
                Column.number("lgvr_prcs_id", VariableEvent::processId),
                Column.number("lgvr_scope", VariableEvent::scope),
                Column.text("lgvr_var_name", VariableEvent::name),
                Column.text("lgvr_objt_id", VariableEvent::objectId),
                Column.number("lgvr_sbfl_id", VariableEvent::subflowId),
                Column.text("lgvr_expr_set", VariableEvent::expressionSet),
                Column.instant("lgvr_timestamp", VariableEvent::timestamp),
                Column.text("lgvr_user", VariableEvent::user)));
    columns.addAll(VariableTable.valueColumns("lgvr_", VariableEvent::value));
    return columns;
  }
}
