package flows4ee.engine.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineMessageTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("%\\d");

  /** The keys of Flows for APEX that say something about this engine. */
  private static final List<String> KEYS =
      List.of(
          "start-already-running",
          "start-not-created",
          "start-no-start-event",
          "start-multiple-start-events",
          "start-type-unsupported",
          "start-diagram-calls-itself",
          "call-diagram-not-callable",
          "version-no-rel-or-draft-v0",
          "version-not-found",
          "diagram-archive-has-instances",
          "subProcess-no-start",
          "subProcess-too-many-starts",
          "step-key-incorrect",
          "engine-util-prcs-not-found",
          "engine-util-sbfl-not-found",
          "engine-util-sbfl-not-in-prcs",
          "no_next_step_found",
          "more_than_1_forward_path",
          "engine-unsupported-object",
          "ITE-unsupported-type",
          "restart-no-error",
          "suspended-cannot-complete-step",
          "startwork-sbfl-not-found",
          "eng_handle_event_int",
          "timeout_locking_subflow",
          "process-lock-timeout",
          "gateway-no-route",
          "gateway-invalid-route",
          "gateway-bad-expression",
          "gateway-merge-error",
          "gateway-no-previous-gw",
          "gateway-multiple-previous-gws",
          "gateway-matching-object-error",
          "link-no-catch",
          "link-too-many-catches",
          "boundary-event-no-catch-found",
          "boundary-event-too-many",
          "var_exp_static_general",
          "var_exp_date_format",
          "var_exp_json_format",
          "var_exp_sql_other",
          "var_exp_sql_no_data",
          "exec_sql_too_many_rows",
          "exec_sql_too_many_values",
          "exec_sql_too_many_cols",
          "exec_sql_other",
          "var_exp_plsql_error",
          "var_exp_plsql_other",
          "exec_plsql_other",
          "var_exp_datatype",
          "var-update-error",
          "var-get-error",
          "var-delete-error",
          "var-lock-error",
          "var-bad-scope",
          "settings-error",
          "settings-priority-error",
          "settings-procvar-no-prcs",
          "due-on-error",
          "due-on-interval-error",
          "apex-task-priority-error",
          "timer-incomplete-definition",
          "timer_definition_error",
          "timer-object-not-found",
          "timer-broken",
          "msgflow-not-correlated",
          "msgflow-endpoint-not-supported",
          "msgflow-lock-timeout-msub",
          "msgflow-no-longer-current-step",
          "plsql_script_failed",
          "plsql_script_requested_stop",
          "reservation-already-placed",
          "reservation-by-other_user",
          "reservation-lock-timeout",
          "email-no-from",
          "email-no-to",
          "email-no-template",
          "email-no-body",
          "email-failed",
          "email-placeholder-json-invalid",
          "apex-task-business-ref-null",
          "suspend-invalid-status",
          "resume-invalid-status",
          "rewind-force-step-not-error");

  @Test
  void shouldHoldTheKeysOfFlowsForApex() {
    assertThat(keys()).containsAll(KEYS);
  }

  @Test
  void shouldHoldUniqueShortKeys() {
    assertThat(EngineMessage.values()).extracting(EngineMessage::key).doesNotHaveDuplicates();
    assertThat(keys()).allMatch(key -> key.length() <= 30);
  }

  @Test
  void shouldHoldEveryKeyInEveryLanguage() throws IOException {
    assertThat(texts("messages").stringPropertyNames()).isEqualTo(keys());
    assertThat(texts("messages_de").stringPropertyNames()).isEqualTo(keys());
  }

  @Test
  void shouldUseTheSamePlaceholdersInEveryLanguage() throws IOException {
    var german = texts("messages_de");
    for (var message : EngineMessage.values()) {
      assertThat(placeholders(german.getProperty(message.key())))
          .as(message.key())
          .isEqualTo(placeholders(message.template()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldSayItInAnotherWayInGerman(EngineMessage message) {
    assertThat(message.format(Locale.GERMAN)).isNotBlank().isNotEqualTo(message.format());
  }

  @Test
  void shouldFillInTheArguments() {
    assertThat(EngineMessage.CALL_TOO_DEEP.format("CALL", 50))
        .isEqualTo("Call activity CALL would be nested deeper than 50 levels.");
    assertThat(EngineMessage.CALL_TOO_DEEP.format(Locale.GERMAN, "CALL", 50))
        .isEqualTo("Die Aufrufaktivität CALL läge tiefer als 50 Ebenen.");
    assertThat(EngineMessage.CALL_TOO_DEEP.format("%1"))
        .isEqualTo("Call activity %1 would be nested deeper than  levels.");
  }

  @Test
  void shouldSayADetailInTheSameLanguage() {
    var failure =
        new StepFailedException(EngineMessage.SCRIPT_FAILED, 1, "S", EngineMessage.NO_SCRIPT);
    assertThat(failure).hasMessage("The script of object S failed: there is no script");
    assertThat(failure.text(Locale.GERMAN))
        .isEqualTo("Das Skript des Objekts S ist gescheitert: es gibt kein Skript");
  }

  @Test
  void shouldFallBackToEnglishWhateverTheServersLanguage() {
    // given
    var before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      // then
      assertThat(EngineMessage.NO_SCRIPT.format(Locale.JAPANESE)).isEqualTo("there is no script");
      assertThat(EngineMessage.NO_SCRIPT.format()).isEqualTo("there is no script");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void shouldSayWhichKeysAreNeverRaised() throws IOException {
    // given
    var sources = new StringBuilder();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(EngineMessageTest::mayRaise).toList()) {
        sources.append(Files.readString(file));
      }
    }
    // when
    var unraised =
        Arrays.stream(EngineMessage.values())
            .filter(message -> !mentions(sources, message))
            .map(EngineMessage::key);
    // then
    var page = Files.readString(Path.of("docs/errors.md"));
    var listed = page.substring(page.indexOf("Keys that have a text, but are never raised"));
    assertThat(unraised)
        .isNotEmpty()
        .allSatisfy(key -> assertThat(listed).contains("`" + key + "`"));
  }

  private static boolean mayRaise(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("EngineMessage.java");
  }

  private static boolean mentions(CharSequence sources, EngineMessage message) {
    return Pattern.compile("\\b" + message.name() + "\\b").matcher(sources).find();
  }

  private static Set<String> keys() {
    return Arrays.stream(EngineMessage.values())
        .map(EngineMessage::key)
        .collect(Collectors.toSet());
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties texts(String name) throws IOException {
    var texts = new Properties();
    try (var stream = EngineMessage.class.getResourceAsStream(name + ".properties");
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
