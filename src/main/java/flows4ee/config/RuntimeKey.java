package flows4ee.config;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys of the run-time configuration with their defaults and what they accept. A MicroProfile
 * value {@code f4a.<key>} of the server overrides and locks a key.
 */
public enum RuntimeKey {
  COMPLETED_PRCS_PURGE_DAYS("completed_prcs_purge_after_completion_days", "365", ValueRange.days()),
  COMPLETED_PRCS_PURGING("completed_prcs_purging", "false", ValueRange.flag()),
  CONSOLE_SESSION_HOURS("console_session_hours", "12", ValueRange.integer(1, 720)),
  CONSOLE_SESSION_IDLE_MINUTES("console_session_idle_minutes", "30", ValueRange.integer(1, 1440)),
  DEFAULT_APEX_BUSINESS_ADMIN("default_apex_business_admin", "FLOWS4APEX", ValueRange.text(255)),
  DEFAULT_APPLICATION("default_application", "100", ValueRange.text(255)),
  DEFAULT_EMAIL_SENDER("default_email_sender", "", ValueRange.text(255)),
  DEFAULT_PAGEID("default_pageid", "1", ValueRange.text(255)),
  DEFAULT_USERNAME("default_username", "FLOWS4APEX", ValueRange.text(255)),
  DEFAULT_WORKSPACE("default_workspace", "FLOWS4APEX", ValueRange.text(255)),
  DUPLICATE_STEP_PREVENTION(
      "duplicate_step_prevention", "strict", ValueRange.oneOf("strict", "legacy")),
  ENGINE_APP_MODE("engine_app_mode", "production", ValueRange.oneOf("production", "development")),
  LOGGING_ARCHIVE_INSTANCE_SUMMARIES(
      "logging_archive_instance_summaries", "false", ValueRange.flag()),
  LOGGING_ARCHIVE_LOCATION("logging_archive_location", "", ValueRange.json()),
  LOGGING_BPMN_ENABLED("logging_bpmn_enabled", "false", ValueRange.flag()),
  LOGGING_BPMN_LOCATION("logging_bpmn_location", "", ValueRange.json()),
  LOGGING_BPMN_RETAIN_DAYS("logging_bpmn_retain_days", "60", ValueRange.days()),
  LOGGING_DEFAULT_LEVEL("logging_default_level", "1", ValueRange.oneOf("0", "1", "2", "4", "8")),
  LOGGING_HIDE_USERID("logging_hide_userid", "false", ValueRange.flag()),
  LOGGING_LANGUAGE(
      "logging_language",
      "en",
      ValueRange.oneOf("en", "de", "es", "fr", "it", "ja", "ko", "pt-br", "zh-cn", "zh-tw")),
  LOGGING_RECEIVED_MESSAGE_FLOW("logging_received_message_flow", "true", ValueRange.flag()),
  LOGGING_REST_INCOMING_CALLS("logging_rest_incoming_calls", "Y", ValueRange.oneOf("Y", "N")),
  LOGGING_REST_RETAIN_DAYS("logging_rest_incoming_calls_retain_days", "60", ValueRange.days()),
  LOGGING_REST_PAYLOAD(
      "logging_rest_payload", "full", ValueRange.oneOf("full", "redacted", "none")),
  LOGGING_RETAIN_LOGS_DAYS(
      "logging_retain_logs_after_prcs_completion_days", "60", ValueRange.days()),
  LOGGING_RETAIN_MESSAGE_FLOW_DAYS("logging_retain_message_flow_days", "5", ValueRange.days()),
  OAUTH_ADMIN_REST("oauth_admin_rest", "true", ValueRange.flag()),
  OAUTH_ALLOW_HTTP("oauth_allow_http", "false", ValueRange.flag()),
  OAUTH_CLIENT_SECRET_POST("oauth_client_secret_post", "false", ValueRange.flag()),
  OAUTH_EVENT_RETAIN_DAYS("oauth_event_retain_days", "365", ValueRange.days()),
  OAUTH_HANDOVER_HOURS("oauth_handover_hours", "24", ValueRange.integer(0, 8760)),
  OAUTH_KEY_ROTATION_DAYS("oauth_key_rotation_days", "90", ValueRange.integer(1, 3650)),
  OAUTH_MAX_GRANTS_PER_MINUTE(
      "oauth_max_grants_per_minute", "6000", ValueRange.integer(0, 1_000_000)),
  OAUTH_MAX_TOKENS_PER_CLIENT(
      "oauth_max_tokens_per_client", "10000", ValueRange.integer(1, 1_000_000)),
  OAUTH_PBKDF2_ITERATIONS(
      "oauth_pbkdf2_iterations", "210000", ValueRange.integer(210_000, 10_000_000)),
  OAUTH_STATUS_CACHE_SECONDS("oauth_status_cache_seconds", "0", ValueRange.integer(0, 3600)),
  OAUTH_TOKEN_LIFETIME("oauth_token_lifetime", "3600", ValueRange.integer(60, 86_400)),
  PARSER_LOG_ENABLED("parser_log_enabled", "false", ValueRange.flag()),
  REST_BASE("rest_base", "", ValueRange.url()),
  REST_CORS_ORIGINS("rest_cors_origins", "", ValueRange.origins()),
  REST_IDEMPOTENCY_HOURS("rest_idempotency_hours", "24", ValueRange.integer(1, 8760)),
  REST_MAX_BATCH("rest_max_batch", "1000", ValueRange.integer(1, 10_000)),
  REST_MAX_BODY_BYTES("rest_max_body_bytes", "1048576", ValueRange.integer(1024, 104_857_600)),
  REST_MAX_CALLS_PER_MINUTE("rest_max_calls_per_minute", "0", ValueRange.integer(0, 10_000_000)),
  REST_MAX_DIAGRAM_BYTES(
      "rest_max_diagram_bytes", "10485760", ValueRange.integer(1024, 104_857_600)),
  REST_MAX_UNPAGED_ITEMS("rest_max_unpaged_items", "10000", ValueRange.integer(1, 100_000)),
  REST_OPENAPI_PUBLIC("rest_openapi_public", "true", ValueRange.flag()),
  REST_PING_ANY_ROLE("rest_ping_any_role", "false", ValueRange.flag()),
  REST_STRICT_GET("rest_strict_get", "false", ValueRange.flag()),
  REST_TRUST_FORWARDED("rest_trust_forwarded", "false", ValueRange.flag()),
  REST_TRUSTED_PROXIES("rest_trusted_proxies", "", ValueRange.text(4000)),
  STATS_DAILY_DAYS("stats_retain_daily_summaries_days", "185", ValueRange.days()),
  STATS_MONTHLY_MONTHS("stats_retain_monthly_summaries_months", "9", ValueRange.integer(0, 1200)),
  STATS_QUARTERLY_MONTHS(
      "stats_retain_quarterly_summaries_months", "60", ValueRange.integer(0, 1200)),
  TIMER_MAX_CYCLES("timer_max_cycles", "1000", ValueRange.integer(1, 1_000_000)),
  TIMERS_ENABLED("timers_enabled", "true", ValueRange.flag()),
  USERTASK_URL_TEMPLATE("usertask_url_template", "", ValueRange.text(2000));

  private static final Map<String, RuntimeKey> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(RuntimeKey::key, Function.identity()));

  private final String key;
  private final String defaultValue;
  private final ValueRange range;

  RuntimeKey(String key, String defaultValue, ValueRange range) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.range = range;
  }

  /** Finds a key by its name. */
  public static Optional<RuntimeKey> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The name, in the table and over REST. */
  public String key() {
    return key;
  }

  /** The name in MicroProfile Config. */
  public String serverKey() {
    return "f4a." + key;
  }

  /** The value without a row; empty for none. */
  public String defaultValue() {
    return defaultValue;
  }

  /** What the key accepts. */
  public ValueRange range() {
    return range;
  }
}
