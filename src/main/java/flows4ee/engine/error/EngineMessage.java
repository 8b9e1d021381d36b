package flows4ee.engine.error;

import java.util.Arrays;
import java.util.Locale;

/**
 * The messages of the engine: a stable key and what kind of refusal it is. The texts lie in {@code
 * messages.properties} (English) and {@code messages_<language>.properties} beside this class under
 * these keys, with the placeholders {@code %0} to {@code %9}.
 */
public enum EngineMessage {
  // start, versions, calls
  START_ALREADY_RUNNING("start-already-running", Kind.CONFLICT),
  START_NOT_CREATED("start-not-created", Kind.NOT_FOUND),
  START_NO_START_EVENT("start-no-start-event", Kind.CONFLICT),
  START_MULTIPLE_START_EVENTS("start-multiple-start-events", Kind.CONFLICT),
  START_TYPE_UNSUPPORTED("start-type-unsupported", Kind.CONFLICT),
  START_DIAGRAM_CALLS_ITSELF("start-diagram-calls-itself", Kind.CONFLICT),
  CALL_DIAGRAM_NOT_CALLABLE("call-diagram-not-callable", Kind.CONFLICT),
  VERSION_NOT_FOUND("version-not-found", Kind.CONFLICT),
  VERSION_NO_RELEASE_OR_DRAFT("version-no-rel-or-draft-v0", Kind.CONFLICT),
  DIAGRAM_NOT_FOUND("diagram-not-found", Kind.NOT_FOUND),
  DIAGRAM_NAME_MISSING("diagram-name-missing", Kind.INVALID),
  DIAGRAM_EXISTS("diagram-exists", Kind.CONFLICT),
  DIAGRAM_NOT_DRAFT("diagram-not-draft", Kind.CONFLICT),
  DIAGRAM_STATUS_CHANGE("diagram-status-change", Kind.CONFLICT),
  DIAGRAM_HAS_INSTANCES("diagram-has-instances", Kind.CONFLICT),
  DIAGRAM_ARCHIVE_HAS_INSTANCES("diagram-archive-has-instances", Kind.CONFLICT),
  DIAGRAM_NOT_STARTABLE("diagram-not-startable", Kind.CONFLICT),
  MESSAGE_START_TAKEN("message-start-taken", Kind.CONFLICT),
  SUB_PROCESS_NO_START("subProcess-no-start", Kind.CONFLICT),
  SUB_PROCESS_TOO_MANY_STARTS("subProcess-too-many-starts", Kind.CONFLICT),
  CALL_TOO_DEEP("call-too-deep", Kind.CONFLICT),
  CALL_TOO_MANY("call-too-many", Kind.CONFLICT),

  // stepping
  STEP_KEY_INCORRECT("step-key-incorrect", Kind.CONFLICT),
  PROCESS_NOT_FOUND("engine-util-prcs-not-found", Kind.NOT_FOUND),
  SUBFLOW_NOT_FOUND("engine-util-sbfl-not-found", Kind.NOT_FOUND),
  NO_PENDING_TIMER("timer-not-pending", Kind.CONFLICT),
  SUBFLOW_NOT_IN_PROCESS("engine-util-sbfl-not-in-prcs", Kind.NOT_FOUND),
  STEP_NOT_COMPLETABLE("step-not-completable", Kind.CONFLICT),
  NO_NEXT_STEP("no_next_step_found", Kind.CONFLICT),
  MORE_THAN_ONE_FORWARD_PATH("more_than_1_forward_path", Kind.CONFLICT),
  UNSUPPORTED_OBJECT("engine-unsupported-object", Kind.CONFLICT),
  THROW_EVENT_UNSUPPORTED("ITE-unsupported-type", Kind.CONFLICT),
  RESTART_NO_ERROR("restart-no-error", Kind.CONFLICT),
  SUSPENDED_CANNOT_COMPLETE("suspended-cannot-complete-step", Kind.CONFLICT),
  START_WORK_SUBFLOW_NOT_FOUND("startwork-sbfl-not-found", Kind.NOT_FOUND),
  STEP_INTERRUPTED("step-interrupted", Kind.CONFLICT),
  STEP_BUDGET_EXCEEDED("step-budget-exceeded", Kind.CONFLICT),
  TOO_MANY_SUBFLOWS("too-many-subflows", Kind.CONFLICT),
  INTERNAL_ERROR("eng_handle_event_int", Kind.CONFLICT),
  SUBFLOW_LOCK_TIMEOUT("timeout_locking_subflow", Kind.LOCKED),
  PROCESS_LOCK_TIMEOUT("process-lock-timeout", Kind.LOCKED),

  // gateways, links, boundary events
  GATEWAY_NO_ROUTE("gateway-no-route", Kind.CONFLICT),
  GATEWAY_INVALID_ROUTE("gateway-invalid-route", Kind.CONFLICT),
  GATEWAY_BAD_EXPRESSION("gateway-bad-expression", Kind.CONFLICT),
  GATEWAY_MERGE_ERROR("gateway-merge-error", Kind.CONFLICT),
  GATEWAY_NO_PREVIOUS("gateway-no-previous-gw", Kind.CONFLICT),
  GATEWAY_MULTIPLE_PREVIOUS("gateway-multiple-previous-gws", Kind.CONFLICT),
  GATEWAY_MATCHING_OBJECT("gateway-matching-object-error", Kind.CONFLICT),
  LINK_NO_CATCH("link-no-catch", Kind.CONFLICT),
  LINK_TOO_MANY_CATCHES("link-too-many-catches", Kind.CONFLICT),
  BOUNDARY_NO_CATCH("boundary-event-no-catch-found", Kind.CONFLICT),
  BOUNDARY_TOO_MANY("boundary-event-too-many", Kind.CONFLICT),

  // expressions, variables, settings
  EXPRESSION_STATIC("var_exp_static_general", Kind.CONFLICT),
  EXPRESSION_DATE_FORMAT("var_exp_date_format", Kind.CONFLICT),
  EXPRESSION_JSON_FORMAT("var_exp_json_format", Kind.CONFLICT),
  EXPRESSION_SQL("var_exp_sql_other", Kind.CONFLICT),
  EXPRESSION_SQL_NO_DATA("var_exp_sql_no_data", Kind.CONFLICT),
  SQL_TOO_MANY_ROWS("exec_sql_too_many_rows", Kind.CONFLICT),
  SQL_TOO_MANY_VALUES("exec_sql_too_many_values", Kind.CONFLICT),
  SQL_TOO_MANY_COLUMNS("exec_sql_too_many_cols", Kind.CONFLICT),
  SQL_OTHER("exec_sql_other", Kind.CONFLICT),
  EXPRESSION_PLSQL("var_exp_plsql_error", Kind.CONFLICT),
  EXPRESSION_OTHER("var_exp_plsql_other", Kind.CONFLICT),
  EXECUTION_OTHER("exec_plsql_other", Kind.CONFLICT),
  EVALUATION_FAILED("exp-evaluation-failed", Kind.CONFLICT),
  EXPRESSION_DATATYPE("var_exp_datatype", Kind.CONFLICT),
  NUMBER_INVALID("var-number-invalid", Kind.INVALID),
  DATE_INVALID("var-date-invalid", Kind.INVALID),
  JSON_INVALID("var-json-invalid", Kind.INVALID),
  VALUE_TOO_LONG("var-value-too-long", Kind.INVALID),
  VARIABLE_UPDATE_ERROR("var-update-error", Kind.CONFLICT),
  VARIABLE_GET_ERROR("var-get-error", Kind.NOT_FOUND),
  VARIABLE_DELETE_ERROR("var-delete-error", Kind.NOT_FOUND),
  VARIABLE_LOCK_ERROR("var-lock-error", Kind.LOCKED),
  VARIABLE_BAD_SCOPE("var-bad-scope", Kind.INVALID),
  SETTINGS_ERROR("settings-error", Kind.CONFLICT),
  SETTINGS_PRIORITY_ERROR("settings-priority-error", Kind.CONFLICT),
  SETTINGS_NO_PROCESS("settings-procvar-no-prcs", Kind.CONFLICT),
  DUE_ON_ERROR("due-on-error", Kind.CONFLICT),
  DUE_ON_INTERVAL_ERROR("due-on-interval-error", Kind.CONFLICT),
  TASK_PRIORITY_ERROR("apex-task-priority-error", Kind.CONFLICT),

  // timers
  TIMER_INCOMPLETE("timer-incomplete-definition", Kind.INVALID),
  TIMER_DEFINITION_ERROR("timer_definition_error", Kind.CONFLICT),
  TIMER_OBJECT_NOT_FOUND("timer-object-not-found", Kind.CONFLICT),
  TIMER_BROKEN("timer-broken", Kind.CONFLICT),

  // messages
  MESSAGE_NOT_CORRELATED("msgflow-not-correlated", Kind.NOT_FOUND),
  MESSAGE_ENDPOINT_UNSUPPORTED("msgflow-endpoint-not-supported", Kind.CONFLICT),
  MESSAGE_SUBSCRIPTION_LOCKED("msgflow-lock-timeout-msub", Kind.LOCKED),
  MESSAGE_NO_LONGER_CURRENT("msgflow-no-longer-current-step", Kind.CONFLICT),
  MESSAGE_SUBSCRIPTION_TAKEN("msgflow-subscription-exists", Kind.CONFLICT),

  // tasks, reservation
  SCRIPT_FAILED("plsql_script_failed", Kind.CONFLICT),
  SCRIPT_REQUESTED_STOP("plsql_script_requested_stop", Kind.CONFLICT),
  HANDLER_NOT_FOUND("handler-not-found", Kind.CONFLICT),
  HANDLER_FAILED("handler-failed", Kind.CONFLICT),
  RESERVATION_ALREADY_PLACED("reservation-already-placed", Kind.CONFLICT),
  RESERVATION_BY_OTHER("reservation-by-other_user", Kind.CONFLICT),
  RESERVATION_LOCK_TIMEOUT("reservation-lock-timeout", Kind.LOCKED),
  EMAIL_NO_FROM("email-no-from", Kind.CONFLICT),
  EMAIL_NO_TO("email-no-to", Kind.CONFLICT),
  EMAIL_NO_TEMPLATE("email-no-template", Kind.CONFLICT),
  EMAIL_NO_BODY("email-no-body", Kind.CONFLICT),
  EMAIL_FAILED("email-failed", Kind.CONFLICT),
  EMAIL_PLACEHOLDER_INVALID("email-placeholder-json-invalid", Kind.CONFLICT),
  APPROVAL_BUSINESS_REF_NULL("apex-task-business-ref-null", Kind.CONFLICT),

  // suspend, resume, rewind, iteration
  SUSPEND_INVALID_STATUS("suspend-invalid-status", Kind.CONFLICT),
  RESUME_INVALID_STATUS("resume-invalid-status", Kind.CONFLICT),
  TERMINATE_COMPLETED("terminate-completed", Kind.CONFLICT),
  REWIND_NOT_SUSPENDED("rewind-not-suspended", Kind.CONFLICT),
  REWIND_FORCE_NOT_ERROR("rewind-force-step-not-error", Kind.CONFLICT),
  REWIND_TARGET_INVALID("rewind-target-invalid", Kind.CONFLICT),
  ITERATION_LIMIT("iteration-limit", Kind.CONFLICT),
  ITERATION_COLLECTION("iteration-collection", Kind.CONFLICT),
  ITERATION_CONDITION("iteration-condition", Kind.CONFLICT),

  // details of others, given as their arguments
  NO_SCRIPT("detail-no-script", Kind.CONFLICT),
  MAIL_RECIPIENTS("detail-mail-recipients", Kind.CONFLICT),
  MAIL_LINE_BREAK("detail-mail-line-break", Kind.CONFLICT),
  NO_COLLECTION("detail-no-collection", Kind.CONFLICT),
  LOOP_WITHOUT_END("detail-loop-without-end", Kind.CONFLICT);

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

  private final String key;
  private final Kind kind;

  EngineMessage(String key, Kind kind) {
    this.key = key;
    this.kind = kind;
  }

  public String key() {
    return key;
  }

  public Kind kind() {
    return kind;
  }

  /** The English text with the placeholders {@code %0} to {@code %9} still in it. */
  public String template() {
    return MessageText.template(key, Locale.ENGLISH);
  }

  /** The English text with its arguments; a missing argument leaves its placeholder empty. */
  public String format(Object... arguments) {
    return format(Locale.ENGLISH, arguments);
  }

  /**
   * The text with its arguments in a language, in English when there is none in that language.
   *
   * @param arguments a message among them appears with its own text
   */
  public String format(Locale language, Object... arguments) {
    var shown =
        Arrays.stream(arguments)
            .map(value -> value instanceof EngineMessage detail ? detail.format(language) : value)
            .toArray();
    return MessageText.fill(MessageText.template(key, language), shown);
  }
}
