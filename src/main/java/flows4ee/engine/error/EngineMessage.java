package flows4ee.engine.error;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of engine messages: a stable key, what kind of refusal it is, and the English text.
 * Placeholders are {@code %0} to {@code %9}. Texts of other languages lie in {@code
 * messages_<language>.properties} beside this class under the same keys.
 */
public enum EngineMessage {
  // start, versions, calls
  START_ALREADY_RUNNING(
      "start-already-running",
      Kind.CONFLICT,
      "You tried to start a process (id %0)that is already running."),
  START_NOT_CREATED(
      "start-not-created",
      Kind.NOT_FOUND,
      "Process instance %0 does not exist, so it cannot start."),
  START_NO_START_EVENT(
      "start-no-start-event", Kind.CONFLICT, "No starting event is defined in the Flow diagram."),
  START_MULTIPLE_START_EVENTS(
      "start-multiple-start-events",
      Kind.CONFLICT,
      "You have multiple starting events defined. Make sure your diagram has only one start event."),
  START_TYPE_UNSUPPORTED(
      "start-type-unsupported",
      Kind.CONFLICT,
      "Unsupported start event type (%0). Only None (standard), Message and Timer Start Event are"
          + " currently supported."),
  START_DIAGRAM_CALLS_ITSELF(
      "start-diagram-calls-itself",
      Kind.CONFLICT,
      "You tried to start a process with a diagram %0 that includes a callActivity calling itself."),
  CALL_DIAGRAM_NOT_CALLABLE(
      "call-diagram-not-callable",
      Kind.CONFLICT,
      "You tried to call a diagram %0 that is marked as being not callable."),
  VERSION_NOT_FOUND(
      "version-not-found",
      Kind.CONFLICT,
      "Cannot find specified diagram version. Please check version specification."),
  VERSION_NO_RELEASE_OR_DRAFT(
      "version-no-rel-or-draft-v0",
      Kind.CONFLICT,
      "Cannot find released diagram or draft version 0 of diagram - please specify a version or"
          + " diagram_id"),
  DIAGRAM_NOT_FOUND("diagram-not-found", Kind.NOT_FOUND, "Diagram %0 does not exist."),
  DIAGRAM_NAME_MISSING(
      "diagram-name-missing",
      Kind.INVALID,
      "The diagram has no name, and neither has its main process."),
  DIAGRAM_EXISTS("diagram-exists", Kind.CONFLICT, "Diagram already exists"),
  DIAGRAM_NOT_DRAFT("diagram-not-draft", Kind.CONFLICT, "Diagram is not a draft"),
  DIAGRAM_STATUS_CHANGE("diagram-status-change", Kind.CONFLICT, "Status change not allowed"),
  DIAGRAM_HAS_INSTANCES("diagram-has-instances", Kind.CONFLICT, "Diagram has process instances"),
  DIAGRAM_ARCHIVE_HAS_INSTANCES(
      "diagram-archive-has-instances",
      Kind.CONFLICT,
      "You tried to archive a diagram that has running instances."),
  DIAGRAM_NOT_STARTABLE(
      "diagram-not-startable", Kind.CONFLICT, "Diagram can not be started in status %0."),
  MESSAGE_START_TAKEN(
      "message-start-taken",
      Kind.CONFLICT,
      "The message name %0 already starts instances of diagram %1."),
  SUB_PROCESS_NO_START("subProcess-no-start", Kind.CONFLICT, "Sub-process %0 has no start event."),
  SUB_PROCESS_TOO_MANY_STARTS(
      "subProcess-too-many-starts", Kind.CONFLICT, "Sub-process %0 has more than one start event."),
  CALL_TOO_DEEP(
      "call-too-deep", Kind.CONFLICT, "Call activity %0 would be nested deeper than %1 levels."),

  // stepping
  STEP_KEY_INCORRECT(
      "step-key-incorrect",
      Kind.CONFLICT,
      "This Process Step has already occurred. (Incorrect step key %0 supplied while expecting step"
          + " key %1)."),
  PROCESS_NOT_FOUND(
      "engine-util-prcs-not-found", Kind.NOT_FOUND, "Process instance %0 does not exist."),
  SUBFLOW_NOT_FOUND(
      "engine-util-sbfl-not-found",
      Kind.NOT_FOUND,
      "Subflow ID supplied ( %0 ) not found. Check for process events that changed process flow"
          + " (timeouts, errors, escalations)."),
  NO_PENDING_TIMER(
      "timer-not-pending",
      Kind.CONFLICT,
      "Subflow ID supplied ( %0 ) not found. Check for process events that changed process flow"
          + " (timeouts, errors, escalations)."),
  SUBFLOW_NOT_IN_PROCESS(
      "engine-util-sbfl-not-in-prcs",
      Kind.NOT_FOUND,
      "Subflow %0 does not belong to process instance %1."),
  STEP_NOT_COMPLETABLE(
      "step-not-completable", Kind.CONFLICT, "Step can not be completed in status %0."),
  NO_NEXT_STEP(
      "no_next_step_found", Kind.CONFLICT, "Subflow %0 has no sequence flow to leave %1 by."),
  MORE_THAN_ONE_FORWARD_PATH(
      "more_than_1_forward_path",
      Kind.CONFLICT,
      "Subflow %0 cannot leave %1: it has more than one outgoing sequence flow and is no gateway."),
  UNSUPPORTED_OBJECT(
      "engine-unsupported-object",
      Kind.CONFLICT,
      "Object %1 of type %0 is not supported by the engine."),
  THROW_EVENT_UNSUPPORTED(
      "ITE-unsupported-type",
      Kind.CONFLICT,
      "Throw event %0 has an event definition that is not supported."),
  RESTART_NO_ERROR(
      "restart-no-error", Kind.CONFLICT, "No Current Error Found. Check your process diagram."),
  SUSPENDED_CANNOT_COMPLETE(
      "suspended-cannot-complete-step",
      Kind.CONFLICT,
      "This process instance is currently suspended. Please try again later."),
  START_WORK_SUBFLOW_NOT_FOUND(
      "startwork-sbfl-not-found",
      Kind.NOT_FOUND,
      "Work cannot start on subflow %0 of process instance %1: no such step."),
  STEP_BUDGET_EXCEEDED(
      "step-budget-exceeded",
      Kind.CONFLICT,
      "More than %0 automatic steps in one call; the diagram seems to loop without waiting."),
  TOO_MANY_SUBFLOWS(
      "too-many-subflows", Kind.CONFLICT, "More than %0 subflows in one process instance."),
  INTERNAL_ERROR(
      "eng_handle_event_int",
      Kind.CONFLICT,
      "Unexpected failure at object %0 in subflow %1 of process instance %2."),
  SUBFLOW_LOCK_TIMEOUT(
      "timeout_locking_subflow",
      Kind.LOCKED,
      "Unable to lock subflow %0 as currently locked by another user. Try again later."),
  PROCESS_LOCK_TIMEOUT(
      "process-lock-timeout",
      Kind.LOCKED,
      "Process objects for %0 currently locked by another user. Try again later."),

  // gateways, links, boundary events
  GATEWAY_NO_ROUTE(
      "gateway-no-route",
      Kind.CONFLICT,
      "No gateway routing instruction provided in variable %0 and model contains no default"
          + " route."),
  GATEWAY_INVALID_ROUTE(
      "gateway-invalid-route",
      Kind.CONFLICT,
      "Error at gateway %0. Supplied variable %1 contains invalid route: %2"),
  GATEWAY_BAD_EXPRESSION(
      "gateway-bad-expression",
      Kind.CONFLICT,
      "The condition of sequence flow %0 cannot be evaluated: %1"),
  GATEWAY_MERGE_ERROR(
      "gateway-merge-error",
      Kind.CONFLICT,
      "Subflow %0 reached the merging gateway %1 but was not born at a split."),
  GATEWAY_NO_PREVIOUS(
      "gateway-no-previous-gw",
      Kind.CONFLICT,
      "No earlier gateway was found for subflow %0 to go back to."),
  GATEWAY_MULTIPLE_PREVIOUS(
      "gateway-multiple-previous-gws",
      Kind.CONFLICT,
      "More than one earlier gateway was found for subflow %0."),
  GATEWAY_MATCHING_OBJECT(
      "gateway-matching-object-error",
      Kind.CONFLICT,
      "The gateway that opened what %0 closes was not found."),
  LINK_NO_CATCH("link-no-catch", Kind.CONFLICT, "Link event %0 has no matching catch event."),
  LINK_TOO_MANY_CATCHES(
      "link-too-many-catches",
      Kind.CONFLICT,
      "Link event %0 has more than one matching catch event."),
  BOUNDARY_NO_CATCH(
      "boundary-event-no-catch-found", Kind.CONFLICT, "No boundary event catches this %0."),
  BOUNDARY_TOO_MANY(
      "boundary-event-too-many",
      Kind.CONFLICT,
      "More than one boundary event of type %0 could catch this."),

  // expressions, variables, settings
  EXPRESSION_STATIC(
      "var_exp_static_general",
      Kind.CONFLICT,
      "Variable %1 of process instance %0 cannot be set in %2."),
  EXPRESSION_DATE_FORMAT(
      "var_exp_date_format",
      Kind.CONFLICT,
      "Variable %1 in %2 on subflow %0: the text is not a date or time in the expected format."),
  EXPRESSION_JSON_FORMAT(
      "var_exp_json_format",
      Kind.CONFLICT,
      "Variable %1 in %2 on subflow %0: the text is not valid JSON."),
  EXPRESSION_SQL(
      "var_exp_sql_other", Kind.CONFLICT, "The query for variable %1 in %2 on subflow %0 failed."),
  EXPRESSION_SQL_NO_DATA(
      "var_exp_sql_no_data", Kind.CONFLICT, "The query for variable %1 in %2 found nothing."),
  SQL_TOO_MANY_ROWS(
      "exec_sql_too_many_rows", Kind.CONFLICT, "The query returned more than one row."),
  SQL_TOO_MANY_VALUES(
      "exec_sql_too_many_values", Kind.CONFLICT, "The query returned more than one column."),
  SQL_TOO_MANY_COLUMNS(
      "exec_sql_too_many_cols", Kind.CONFLICT, "The query returned too many columns."),
  SQL_OTHER("exec_sql_other", Kind.CONFLICT, "The query failed."),
  EXPRESSION_PLSQL(
      "var_exp_plsql_error",
      Kind.CONFLICT,
      "The expression for variable %1 in %2 on subflow %0 failed."),
  EXPRESSION_OTHER("var_exp_plsql_other", Kind.CONFLICT, "The expression failed."),
  EXECUTION_OTHER("exec_plsql_other", Kind.CONFLICT, "The program failed."),
  EVALUATION_FAILED("exp-evaluation-failed", Kind.CONFLICT, "The evaluation failed: %0"),
  EXPRESSION_DATATYPE(
      "var_exp_datatype", Kind.CONFLICT, "The value does not have the data type %0."),
  NUMBER_INVALID("var-number-invalid", Kind.INVALID, "%0 is not a valid number."),
  DATE_INVALID("var-date-invalid", Kind.INVALID, "%0 is not a valid date."),
  JSON_INVALID("var-json-invalid", Kind.INVALID, "The value is not valid JSON."),
  VALUE_TOO_LONG("var-value-too-long", Kind.INVALID, "The value is longer than %0 characters."),
  VARIABLE_SET_ERROR(
      "var-set-error",
      Kind.CONFLICT,
      "Error creating process variable %0 for process id %1 in scope %2."),
  VARIABLE_UPDATE_ERROR(
      "var-update-error",
      Kind.CONFLICT,
      "Error updating process variable %0 for process id %1 in scope %2."),
  VARIABLE_GET_ERROR(
      "var-get-error",
      Kind.NOT_FOUND,
      "Error getting process variable %0 for process id %1 in scope %2."),
  VARIABLE_DELETE_ERROR(
      "var-delete-error",
      Kind.NOT_FOUND,
      "Error deleting process variable %0 for process id %1 in scope %2."),
  VARIABLE_LOCK_ERROR(
      "var-lock-error",
      Kind.LOCKED,
      "Error locking process variable %0 for process id %1 in scope %2."),
  VARIABLE_BAD_SCOPE(
      "var-bad-scope", Kind.INVALID, "Invalid scope (%0) supplied for process variable."),
  SETTINGS_ERROR("settings-error", Kind.CONFLICT, "The setting cannot be evaluated: %0"),
  SETTINGS_PRIORITY_ERROR(
      "settings-priority-error", Kind.CONFLICT, "The priority cannot be evaluated: %0"),
  SETTINGS_NO_PROCESS(
      "settings-procvar-no-prcs",
      Kind.CONFLICT,
      "A process variable cannot be read before there is a process instance."),
  DUE_ON_ERROR("due-on-error", Kind.CONFLICT, "The due date cannot be evaluated: %0"),
  DUE_ON_INTERVAL_ERROR(
      "due-on-interval-error", Kind.CONFLICT, "The interval of the due date is not valid: %0"),
  TASK_PRIORITY_ERROR(
      "apex-task-priority-error", Kind.CONFLICT, "Priority %0 is not between 1 and 5."),

  // timers
  TIMER_INCOMPLETE(
      "timer-incomplete-definition",
      Kind.INVALID,
      "Incomplete timer definitions for object %0. Type: %1; Value1: %2 Value2: %3 Value3: %4"),
  TIMER_DEFINITION_ERROR(
      "timer_definition_error",
      Kind.CONFLICT,
      "The timer definition \"%3\" of type %2 cannot be read (process instance %0, subflow %1)."),
  TIMER_OBJECT_NOT_FOUND(
      "timer-object-not-found", Kind.CONFLICT, "Subflow %0 has no timer event to wait for."),
  TIMER_BROKEN(
      "timer-broken",
      Kind.CONFLICT,
      "Timer %0 of process instance %1, subflow %2, run %3 could not be fired."),

  // messages
  MESSAGE_NOT_CORRELATED(
      "msgflow-not-correlated",
      Kind.NOT_FOUND,
      "Received message does not match an expected message."),
  MESSAGE_ENDPOINT_UNSUPPORTED(
      "msgflow-endpoint-not-supported",
      Kind.CONFLICT,
      "The message endpoint %0 is not supported; only local is."),
  MESSAGE_SUBSCRIPTION_LOCKED(
      "msgflow-lock-timeout-msub",
      Kind.LOCKED,
      "Message Subscription locked by another user. Try again."),
  MESSAGE_NO_LONGER_CURRENT(
      "msgflow-no-longer-current-step",
      Kind.CONFLICT,
      "Message correlated but receiving object is no longer the current object in its subflow."),
  MESSAGE_SUBSCRIPTION_TAKEN(
      "msgflow-subscription-exists",
      Kind.CONFLICT,
      "Another step already waits for message %0 with key %1 and value %2."),

  // tasks, reservation
  SCRIPT_FAILED("plsql_script_failed", Kind.CONFLICT, "The script of object %1 failed: %2"),
  SCRIPT_REQUESTED_STOP(
      "plsql_script_requested_stop",
      Kind.CONFLICT,
      "The script of object %1 asked to stop process instance %0."),
  HANDLER_NOT_FOUND("handler-not-found", Kind.CONFLICT, "No handler named %0 is deployed."),
  HANDLER_FAILED("handler-failed", Kind.CONFLICT, "Handler %0 failed."),
  RESERVATION_ALREADY_PLACED(
      "reservation-already-placed",
      Kind.CONFLICT,
      "Reservation already placed on next task for you."),
  RESERVATION_BY_OTHER(
      "reservation-by-other_user",
      Kind.CONFLICT,
      "Reservation for %0 unsuccessful. Step already reserved by another user (%1)."),
  RESERVATION_LOCK_TIMEOUT(
      "reservation-lock-timeout",
      Kind.LOCKED,
      "Subflow currently locked (not reserved) by another user. Try your reservation again later."),
  EMAIL_NO_FROM("email-no-from", Kind.CONFLICT, "Mail task %1 names no sender."),
  EMAIL_NO_TO("email-no-to", Kind.CONFLICT, "Mail task %1 names no recipient."),
  EMAIL_NO_TEMPLATE("email-no-template", Kind.CONFLICT, "Mail task %1 names no template."),
  EMAIL_NO_BODY("email-no-body", Kind.CONFLICT, "Mail task %1 has no text."),
  EMAIL_FAILED("email-failed", Kind.CONFLICT, "The mail of task %1 could not be handed over."),
  EMAIL_PLACEHOLDER_INVALID(
      "email-placeholder-json-invalid",
      Kind.CONFLICT,
      "The placeholders of mail task %1 are not valid JSON."),
  APPROVAL_BUSINESS_REF_NULL(
      "apex-task-business-ref-null", Kind.CONFLICT, "Approval task %1 needs a business reference."),

  // suspend, resume, rewind, iteration
  SUSPEND_INVALID_STATUS(
      "suspend-invalid-status",
      Kind.CONFLICT,
      "Only process instances currently in running or error status can be suspended."),
  RESUME_INVALID_STATUS(
      "resume-invalid-status",
      Kind.CONFLICT,
      "Only process instances currently in suspended status can be resumed."),
  TERMINATE_COMPLETED(
      "terminate-completed",
      Kind.CONFLICT,
      "Process instance %0 is completed and can not be terminated."),
  REWIND_NOT_SUSPENDED(
      "rewind-not-suspended",
      Kind.CONFLICT,
      "Process instance %0 must be suspended before a rewind."),
  REWIND_FORCE_NOT_ERROR(
      "rewind-force-step-not-error",
      Kind.CONFLICT,
      "Cannot force next step on subflow that is not in error status."),
  REWIND_TARGET_INVALID(
      "rewind-target-invalid", Kind.CONFLICT, "Subflow %0 cannot be rewound to %1."),
  ITERATION_LIMIT("iteration-limit", Kind.CONFLICT, "Object %0 would iterate more than %1 times."),
  ITERATION_COLLECTION(
      "iteration-collection",
      Kind.CONFLICT,
      "The input collection of object %0 cannot be read: %1"),
  ITERATION_CONDITION(
      "iteration-condition",
      Kind.CONFLICT,
      "The completion condition of object %0 cannot be evaluated: %1");

  /** What a refusal with this message means to the caller. */
  public enum Kind {
    /** Something in the request is malformed or out of range. */
    INVALID,
    /** An id does not exist. */
    NOT_FOUND,
    /** The state does not allow the operation. */
    CONFLICT,
    /** A lock was not obtained in time; trying again may help. */
    LOCKED
  }

  private static final Map<String, EngineMessage> BY_KEY =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EngineMessage::key, Function.identity()));

  private final String key;
  private final Kind kind;
  private final String text;

  EngineMessage(String key, Kind kind, String text) {
    this.key = key;
    this.kind = kind;
    this.text = text;
  }

  public String key() {
    return key;
  }

  public Kind kind() {
    return kind;
  }

  /** The English text with the placeholders {@code %0} to {@code %9} still in it. */
  public String template() {
    return text;
  }

  /** The English text with its arguments; a missing argument leaves its placeholder empty. */
  public String format(Object... arguments) {
    return MessageText.fill(text, arguments);
  }

  /** Finds a message by its key. */
  public static Optional<EngineMessage> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
